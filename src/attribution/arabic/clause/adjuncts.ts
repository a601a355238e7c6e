import type { ArabicGrammar } from "../grammar.ts";
import { kindAt, type Text, textAt } from "../sentence.ts";

const longestAside = 16;

/** Past adverbs of the verb; not past words that begin a clause or what is said. */
export function skipAdverbs(g: ArabicGrammar, t: Text, from: number): number {
	let i = from;
	while (kindAt(t, i) === "word" && isAdverb(g, textAt(t, i))) i++;
	return i;
}

function isAdverb(g: ArabicGrammar, word: string): boolean {
	return g.is.stops.has(word) && !g.is.complementisers.has(word) && !g.is.clauseWords.has(word);
}

/** Past a time, a place or an aside between commas, to what is said. */
export function skipAdjuncts(g: ArabicGrammar, t: Text, from: number): number {
	let i = skipAdverbs(g, t, kindAt(t, from) === "comma" ? behindAside(t, from) : from);
	const adjuncts = g.phrases.adjuncts.get(textAt(t, i)) ?? [];
	const adjunct = adjuncts.find((words) => isPhraseAt(t, i, words));
	if (adjunct) i += adjunct.length;
	return kindAt(t, i) === "comma" ? i + 1 : i;
}

/** ، في وقت سابق، – an aside ends at the next comma. */
function behindAside(t: Text, comma: number): number {
	for (let i = comma + 1; i < comma + longestAside; i++) {
		if (kindAt(t, i) !== "comma") continue;
		return kindAt(t, i + 1) === "comma" ? i + 2 : i + 1;
	}
	return comma + 1;
}

export function isPhraseAt(t: Text, at: number, words: readonly string[]): boolean {
	return words.every((w, k) => textAt(t, at + k) === w);
}
