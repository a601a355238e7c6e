import type { PassageHit } from "../../domain/passage-search.ts";
import { thresholds } from "../find/thresholds.ts";
import { wordsOf } from "../words-of.ts";

/** A hit, and those of other articles that have the same text. */
export type MergedHit = { hit: PassageHit; also: PassageHit[] };

/** Filters alone may let the whole corpus through: what nobody pages to is not compared. */
const mostMerged = 1_000;
const fewestWords = 5;

/** The same text in several articles is one hit with several places, at its first. */
export function mergeTwins(hits: readonly PassageHit[]): MergedHit[] {
	const out: (MergedHit & { words: ReadonlySet<string> })[] = [];
	/** By word: numbers in `out` of those whose rare words hold it. */
	const holding = new Map<string, number[]>();
	for (const hit of hits.slice(0, mostMerged)) {
		const words = wordsOf(hit.passage, () => [hit.passage.text]);
		const rare = words.size < fewestWords ? [] : rareWords(words);
		const near = new Set(rare.flatMap((word) => holding.get(word) ?? []));
		const twin = [...near]
			.sort((a, b) => a - b)
			.map((number) => out[number])
			.find(
				(other) =>
					other &&
					other.hit.article.id !== hit.article.id &&
					alike(words, other.words) >= thresholds.sameWords,
			);
		if (twin) twin.also.push(hit);
		else {
			for (const word of rare) {
				const numbers = holding.get(word);
				if (numbers) numbers.push(out.length);
				else holding.set(word, [out.length]);
			}
			out.push({ hit, also: [], words });
		}
	}
	return [...out, ...hits.slice(mostMerged).map((hit) => ({ hit, also: [] }))];
}

/**
 * Two sets that are alike share more than all but so many of each one's words, so that of any that many
 * they share one. Long words come first: they are rarer.
 */
function rareWords(words: ReadonlySet<string>): string[] {
	// A little less, so that rounding leaves none out.
	const shared = Math.ceil(thresholds.sameWords * words.size - 1e-9);
	const order = (a: string, b: string) => b.length - a.length || (a < b ? -1 : 1);
	return [...words].sort(order).slice(0, words.size - shared + 1);
}

/** Jaccard's coefficient. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (Math.min(a.size, b.size) < thresholds.sameWords * Math.max(a.size, b.size)) return 0;
	let both = 0;
	for (const word of a) if (b.has(word)) both++;
	return both / (a.size + b.size - both);
}
