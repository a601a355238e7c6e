import type { Alternative, Group } from "./group-builder.ts";
import type { PassageStore } from "./store.ts";
import { tuning } from "./tuning.ts";

/** What one group found: how telling it is, and whether a passage holds it by more than a guess. */
export type Found = { idf: number; reached: boolean };

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
	const scratch = new Scratch(store);
	for (const group of groups) {
		for (const alternative of group.alternatives) scratch.add(alternative);
		scores.found.push(scratch.flush(scores));
	}
	const weight = scores.found.reduce((sum, found) => sum + found.idf, 0) || 1;
	for (const passage of scores.passages) {
		scores.coverage[passage] = Math.min(1, (scores.coverage[passage] ?? 0) / weight);
	}
	return scores;
}

/** One group's findings by passage, emptied for the next. */
class Scratch {
	readonly #store: PassageStore;
	readonly #lengths: Float32Array;
	readonly #best: Float32Array;
	readonly #rest: Float32Array;
	readonly #weight: Float32Array;
	/** 1 for passages that an earlier group found already. */
	readonly #listed: Uint8Array;
	#touched: number[] = [];
	#reached = false;

	constructor(store: PassageStore) {
		this.#store = store;
		this.#lengths = store.relativeLengths;
		this.#best = new Float32Array(this.#lengths.length);
		this.#rest = new Float32Array(this.#lengths.length);
		this.#weight = new Float32Array(this.#lengths.length);
		this.#listed = new Uint8Array(this.#lengths.length);
	}

	add({ terms, weight, guess }: Alternative): void {
		if (weight <= 0) return;
		const { words, postings } = this.#store;
		const see = (passage: number, times: number) => {
			if (this.#lengths[passage] === 0) return;
			if (!guess) this.#reached = true;
			this.#see(passage, times, weight);
		};
		const [only = 0, ...others] = terms.map((term) => words.numberOfTerm(term));
		if (others.length === 0) postings.each(only, see);
		else for (const [passage, times] of postings.together([only, ...others])) see(passage, times);
	}

	#see(passage: number, times: number, weight: number): void {
		const long = this.#lengths[passage] ?? 0;
		const { k1, b } = tuning;
		const value = (weight * times * (k1 + 1)) / (times + k1 * (1 - b + b * long));
		const known = this.#best[passage] ?? 0;
		if (this.#weight[passage] === 0) this.#touched.push(passage);
		if (value > known) {
			this.#best[passage] = value;
			this.#rest[passage] = (this.#rest[passage] ?? 0) + known;
		} else this.#rest[passage] = (this.#rest[passage] ?? 0) + value;
		if (weight > (this.#weight[passage] ?? 0)) this.#weight[passage] = weight;
	}

	flush(scores: Scores): Found {
		let frequency = 0;
		for (const passage of this.#touched) frequency += this.#weight[passage] ?? 0;
		const idf = Math.log(1 + Math.max(0, this.#store.size - frequency + 0.5) / (frequency + 0.5));
		for (const passage of this.#touched) {
			const value = (this.#best[passage] ?? 0) + tuning.rest * (this.#rest[passage] ?? 0);
			if (this.#listed[passage] === 0) scores.passages.push(passage);
			this.#listed[passage] = 1;
			scores.total[passage] = (scores.total[passage] ?? 0) + idf * value;
			scores.coverage[passage] =
				(scores.coverage[passage] ?? 0) + idf * Math.min(1, this.#weight[passage] ?? 0);
			this.#best[passage] = 0;
			this.#rest[passage] = 0;
			this.#weight[passage] = 0;
		}
		const reached = this.#reached;
		this.#touched = [];
		this.#reached = false;
		return { idf, reached };
	}
}
