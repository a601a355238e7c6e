import { withoutConjunction } from "../../../language/words/arabic-clitics.ts";
import type { Known, SpeakerMention } from "../known.ts";

/** Shorter words begin with a letter of their own. */
const shortest = 3;

/**
 * A mention whose first word is a name that the article knows with "and" or "so" written onto it
 * (ولافروف, فلافروف) is of that name: no dictionary has it, so that only the article can tell.
 */
export function withoutAnd(mention: SpeakerMention, known: readonly Known[]): SpeakerMention {
	const [first = "", ...rest] = mention.words;
	const bare = withoutConjunction(first, shortest);
	const isOfSomebody = (word: string) => known.some(({ words }) => words.includes(word));
	if (bare === first || isOfSomebody(first) || !isOfSomebody(bare)) return mention;
	return { ...mention, words: [bare, ...rest] };
}
