import type { Lexicon } from "../language/lexicon.ts";
import { fold } from "../language/normalise.ts";
import { stemArabic } from "../language/stem-arabic.ts";
import { stemEnglish } from "../language/stem-english.ts";
import { tokens } from "../language/tokens.ts";
import type { Concepts } from "./matter.ts";
import type { NamedEntity, NameTable } from "./names.ts";

/** Words of the longest term that is looked up. */
const longestTerm = 6;

/**
 * Ideas of a text through the lexicon: senses that a word stands for, the same in both languages;
 * the stem alone where the lexicon has none. Names of states and bodies are left out: two claims
 * about one country need not be about one thing.
 */
export function conceptsOf(
	lexicon: Lexicon,
	entities: NameTable<NamedEntity>,
	isStopWord: (word: string) => boolean,
): Concepts {
	return (text) => {
		const words = tokens(text).map((t) => t.text);
		const out: string[][] = [];
		for (let i = 0; i < words.length; ) {
			const word = words[i] ?? "";
			const bare = withoutParticle(word);
			const entity =
				entities.match(words, i) ??
				entities.match(words, i, words.length, bare) ??
				entities.match(words, i, words.length, word.replace(/^[لبوك]/, ""));
			if (entity || isStopWord(word) || word.length < 2) {
				i += entity?.length ?? 1;
				continue;
			}
			const english = /[a-z]/.test(word);
			const near = [bare, ...words.slice(i + 1, i + longestTerm)];
			const prefixed = /^[بلك]/.test(word) && word.length > 4;
			const hit = english
				? lexicon.matchEnglish(words, i)
				: (lexicon.matchArabic(words, i) ??
					lexicon.matchArabic(near, 0) ??
					// بتهريب: the preposition of an indefinite noun.
					(prefixed ? lexicon.matchArabic([word.slice(1), ...near.slice(1)], 0) : undefined));
			const senses = hit?.entries.map(({ entry }) => `s${entry}`) ?? [];
			const stem = english ? stemEnglish(word) : stemArabic(fold(bare));
			out.push(senses.length > 0 ? senses : [stem]);
			i += hit?.length ?? 1;
		}
		return out;
	};
}

/** Without a conjunction or a preposition in front of the article, or of a long word. */
function withoutParticle(word: string): string {
	if (word.length <= 3) return word;
	return word.replace(/^([وفبكل]ال|لل|[وف](?=.{4}))/, (p) =>
		p.endsWith("ال") || p === "لل" ? "ال" : "",
	);
}

/** The senses of words that are too general to compare claims by, as `conceptsOf` names them. */
export function generalSenses(concepts: Concepts, words: readonly string[]): Set<string> {
	return new Set(words.flatMap((word) => concepts(word).flat()));
}
