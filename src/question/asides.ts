import type { Lexicon } from "../language/lexicon/lexicon.ts";
import type { Phrases } from "../language/text/phrases.ts";
import type { Token } from "../language/text/tokens.ts";
import { isStopWord, type StopWords } from "../language/words/index-terms.ts";

/** A stretch of words, `[from, to)`. */
type Stretch = { from: number; to: number };

/**
 * How many of the first words only tell the bot what to do: summarise, tell me about, «لخص لي». 0 where
 * nothing would be left to ask.
 */
export function instructionAt(words: readonly string[], instructions: Phrases<true>): number {
	let to = 0;
	for (let hit = instructions.at(words, 0); hit; hit = instructions.at(words, to)) to = hit.to;
	return to < words.length ? to : 0;
}

/**
 * Words that tell nothing of what is asked for (get, thing, «اللي»): a name that is written like one
 * of them keeps its capital and is none. Empty where they are all that there is.
 */
export function lightWords(
	words: readonly Token[],
	text: string,
	light: ReadonlySet<string>,
	stopWords: StopWords,
): Stretch[] {
	const isLight = ({ text: word, start }: Token, at: number) =>
		(light.has(word) || isMistyped(word, light)) &&
		(at === 0 || !/^\p{Lu}/u.test(text.slice(start, start + 2)));
	const out = words.flatMap((word, at) => (isLight(word, at) ? [{ from: at, to: at + 1 }] : []));
	const rest = words.filter((word, at) => !isLight(word, at) && !isStopWord(word.text, stopWords));
	return rest.length > 0 ? out : [];
}

/** Letters from which two that changed places still tell the word. */
const longEnough = 6;

/** Two neighbours have changed places: anyhting. */
function isMistyped(word: string, light: ReadonlySet<string>): boolean {
	if (word.length < longEnough) return false;
	for (let at = 1; at < word.length; at++) {
		const [a = "", b = ""] = [word[at - 1], word[at]];
		if (light.has(word.slice(0, at - 1) + b + a + word.slice(at + 1))) return true;
	}
	return false;
}

/** The words, by place, that a listed term of several holds: secretary of state, let go. */
export function termPlaces(words: readonly Token[], lexicon: Lexicon): ReadonlySet<number> {
	const folded = words.map(({ text }) => text);
	const inside = new Set<number>();
	for (let at = 0; at < folded.length; at++) {
		const { length = 1 } = lexicon.match(folded, at) ?? {};
		for (let n = at; length > 1 && n < at + length; n++) inside.add(n);
	}
	return inside;
}
