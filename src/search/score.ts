import type { Alternative, Group } from "./group-builder.ts";
import type { PassageStore } from "./store.ts";
import { tuning } from "./tuning.ts";

/** What one group found. */
export type Found = { idf: number; passages: number };

export type Scores = {
	/** Numbers of the passages that hold something. */
	passages: number[];
	/** By passage number. */
	total: Float64Array;
	/** By passage number: share of the question's weight that the passage holds, 0 to 1. */
	coverage: Float64Array;
	/** In the order of the groups. */
	found: Found[];
};

/**
 * BM25 over groups: all alternatives of a word share one document frequency, and a passage gets the
 * best of them and a little of the rest, so that many synonyms of one word do not outvote another.
 * A passage that holds only a doubtful alternative counts towards the frequency by its weight.
 * After Pirkola (1998) and Darwish and Oard (2003), structured queries.
 */
export function scoreGroups(groups: readonly Group[], store: PassageStore): Scores {
	const size = store.passages.length;
	const scores: Scores = {
		passages: [],
		total: new Float64Array(size),
		coverage: new Float64Array(size),
		found: [],
	};
	const scratch = new Scratch(size);
	for (const group of groups) {
		for (const alternative of group.alternatives) scratch.add(alternative, store);
		scores.found.push(scratch.flush(scores, store));
	}
	const weight = scores.found.reduce((sum, found) => sum + found.idf, 0) || 1;
	for (const passage of scores.passages) {
		scores.coverage[passage] = Math.min(1, (scores.coverage[passage] ?? 0) / weight);
	}
	return scores;
}

/** One group's findings by passage, emptied for the next. */
class Scratch {
	readonly #best: Float32Array;
	readonly #rest: Float32Array;
	readonly #weight: Float32Array;
	#touched: number[] = [];

	constructor(size: number) {
		this.#best = new Float32Array(size);
		this.#rest = new Float32Array(size);
		this.#weight = new Float32Array(size);
	}

	add({ terms, weight }: Alternative, store: PassageStore): void {
		const see = (passage: number, times: number) => this.#see(passage, times, weight, store);
		const numbers = terms.map((term) => store.words.numberOfTerm(term));
		if (numbers.length === 1) store.postings.each(numbers[0] ?? 0, see);
		else for (const [passage, times] of store.postings.together(numbers)) see(passage, times);
	}

	#see(passage: number, times: number, weight: number, store: PassageStore): void {
		if (!store.passages[passage]) return;
		const { k1, b } = tuning;
		const long = store.relativeLength(passage);
		const value = (weight * times * (k1 + 1)) / (times + k1 * (1 - b + b * long));
		const known = this.#best[passage] ?? 0;
		if (known === 0) this.#touched.push(passage);
		this.#best[passage] = Math.max(known, value);
		this.#rest[passage] = (this.#rest[passage] ?? 0) + Math.min(known, value);
		if (weight > (this.#weight[passage] ?? 0)) this.#weight[passage] = weight;
	}

	flush(scores: Scores, store: PassageStore): Found {
		let frequency = 0;
		for (const passage of this.#touched) frequency += this.#weight[passage] ?? 0;
		const idf = Math.log(1 + Math.max(0, store.size - frequency + 0.5) / (frequency + 0.5));
		for (const passage of this.#touched) {
			const value = (this.#best[passage] ?? 0) + tuning.rest * (this.#rest[passage] ?? 0);
			if (scores.total[passage] === 0) scores.passages.push(passage);
			scores.total[passage] = (scores.total[passage] ?? 0) + idf * value;
			scores.coverage[passage] =
				(scores.coverage[passage] ?? 0) + idf * Math.min(1, this.#weight[passage] ?? 0);
			this.#best[passage] = 0;
			this.#rest[passage] = 0;
			this.#weight[passage] = 0;
		}
		const passages = this.#touched.length;
		this.#touched = [];
		return { idf, passages };
	}
}
