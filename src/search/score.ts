import type { Group } from "./groups.ts";
import type { PassageStore } from "./store.ts";

export const scoring = { k1: 1.2, b: 0.5, rest: 0.1, title: 0.15, phraseLoose: 0.5 };

/** What one group found: passages with the weight of the finding, and how telling the group is. */
type Found = { word: string; idf: number; best: Map<number, number> };

export type Scores = {
	/** By passage number; only passages that hold something. */
	total: Map<number, number>;
	/** Share of the question's weight that the passage holds, 0 to 1. */
	coverage: Map<number, number>;
	found: Found[];
};

/**
 * BM25 over groups: alternatives of one word share one document frequency, and a passage gets the
 * best of them and a little of the rest, so that many synonyms of one word do not outvote another.
 */
export function scoreGroups(groups: readonly Group[], store: PassageStore): Scores {
	const found = groups.map((group) => findGroup(group, store));
	const total = new Map<number, number>();
	const coverage = new Map<number, number>();
	const weight = found.reduce((sum, group) => sum + group.idf, 0);
	for (const { idf, best } of found) {
		for (const [passage, value] of best) {
			total.set(passage, (total.get(passage) ?? 0) + idf * value);
			const share = (idf / weight) * Math.min(1, value);
			coverage.set(passage, (coverage.get(passage) ?? 0) + share);
		}
	}
	return { total, coverage, found };
}

function findGroup(group: Group, store: PassageStore): Found {
	const best = new Map<number, number>();
	const rest = new Map<number, number>();
	const expected = new Map<number, number>();
	for (const { terms, weight } of group.alternatives) {
		for (const [passage, frequency] of occurrences(terms, store)) {
			const value = weight * saturated(frequency, passage, store);
			const known = best.get(passage) ?? 0;
			best.set(passage, Math.max(known, value));
			rest.set(passage, (rest.get(passage) ?? 0) + Math.min(known, value));
			if (weight > (expected.get(passage) ?? 0)) expected.set(passage, weight);
		}
	}
	for (const [passage, extra] of rest) {
		best.set(passage, (best.get(passage) ?? 0) + scoring.rest * extra);
	}
	let df = 0;
	for (const weight of expected.values()) df += weight;
	const idf = Math.log(1 + (store.size - df + 0.5) / (df + 0.5));
	return { word: group.word, idf, best };
}

function saturated(frequency: number, passage: number, store: PassageStore): number {
	const length = store.passages[passage]?.length ?? 0;
	const average = store.index.averageFieldLength("text") || 1;
	const { k1, b } = scoring;
	return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / average)) / 1.0;
}

/** Passages that hold the term, or all terms of a phrase, and how often. */
export function occurrences(terms: readonly string[], store: PassageStore): Map<number, number> {
	const [first = "", ...others] = terms;
	let out = ofTerm(first, store);
	for (const term of others) {
		const next = ofTerm(term, store);
		const both = new Map<number, number>();
		for (const [passage, frequency] of out) {
			const second = next.get(passage);
			if (second !== undefined) both.set(passage, Math.min(frequency, second));
		}
		out = both;
	}
	return out;
}

function ofTerm(term: string, store: PassageStore): Map<number, number> {
	const out = new Map(store.index.postings(term, "text"));
	for (const [passage, frequency] of store.index.postings(term, "other")) {
		out.set(passage, Math.max(out.get(passage) ?? 0, frequency));
	}
	return out;
}
