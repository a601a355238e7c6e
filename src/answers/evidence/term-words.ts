import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { rememberedOf } from "../../language/text/memo.ts";
import { sentences } from "../../language/text/sentences.ts";
import { type Token, tokens } from "../../language/text/tokens.ts";
import { termOf } from "../../language/words/index-terms.ts";
import { thresholds } from "../find/thresholds.ts";
import { textOf } from "../items/cite.ts";

/** A word of a passage and the index term that it stands for. */
export type TermToken = Token & { term: string };

/** A sentence of a passage: `[from, to)` in UTF-16 units, and its words. */
export type TermSentence = { from: number; to: number; words: readonly TermToken[] };

/** Every question looks at the same few passages: they are cut once. */
const kept = {
	ar: rememberedOf<readonly TermSentence[]>(),
	en: rememberedOf<readonly TermSentence[]>(),
};

/** The sentences of a passage as an answer in this language quotes it. */
export function sentencesOf(hit: PassageHit, language: Language): readonly TermSentence[] {
	return kept[language](hit.passage, () => {
		const text = textOf(hit, language);
		return sentences(text).map(({ start, end }) => ({
			from: start,
			to: end,
			words: cut(text, start, end),
		}));
	});
}

function cut(text: string, from: number, to: number): TermToken[] {
	return tokens(text.slice(from, to)).map((token) => ({
		...token,
		start: token.start + from,
		end: token.end + from,
		term: termOf(token.text),
	}));
}

/** How surely these words hold the one that was asked for, 0 to 1; as the passage does, where its ways are not known. */
export function heldAmong(terms: ReadonlySet<string>, { held, ways }: AskedWord): number {
	if (!ways) return held;
	let best = 0;
	for (const way of ways) {
		if (way.weight > best && way.terms.every((term) => terms.has(term))) best = way.weight;
	}
	return Math.min(1, best);
}

/** Places of the words that the asked one may stand for by itself, surely enough. */
export function placesOf(
	words: readonly TermToken[],
	{ ways = [] }: AskedWord,
	least: number,
): number[] {
	const terms = new Set(ways.filter(({ weight }) => weight >= least).flatMap((way) => way.terms));
	return words.flatMap(({ term }, at) => (terms.has(term) ? [at] : []));
}

/** One passage holds, for a good part, each word of the question that another one holds: both are of the same thing. */
export function holdsAll(one: PassageHit, other: PassageHit): boolean {
	return other.asked.every(
		({ held }, n) => held < thresholds.sure || (one.asked[n]?.held ?? 0) >= thresholds.akin,
	);
}
