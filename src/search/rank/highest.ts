import type { Slices } from "../../domain/slices.ts";

/** Candidates in one step: a test of a filter takes a microsecond. */
const step = 2_000;

/**
 * The `count` numbers of `candidates` with the highest scores, by number, of those that `accept` lets
 * through, in no order. Only those that would be among them are asked about.
 */
export function* highest(
	candidates: Int32Array,
	count: number,
	scores: Float64Array,
	accept: (candidate: number) => boolean,
): Slices<Int32Array> {
	const kept = new Lowest(Math.min(count, candidates.length), scores);
	for (let from = 0; from < candidates.length; from += step) {
		if (from > 0) yield;
		kept.take(candidates.subarray(from, from + step), accept);
	}
	return kept.all;
}

/** A heap of the best so far, whose root is the lowest of them. */
class Lowest {
	readonly #kept: Int32Array;
	readonly #scores: Float64Array;
	#count = 0;

	constructor(most: number, scores: Float64Array) {
		this.#kept = new Int32Array(most);
		this.#scores = scores;
	}

	get all(): Int32Array {
		return this.#kept.subarray(0, this.#count);
	}

	take(candidates: Int32Array, accept: (candidate: number) => boolean): void {
		const kept = this.#kept;
		for (let n = 0; n < candidates.length; n++) {
			const candidate = candidates[n] ?? 0;
			if (this.#count < kept.length) {
				if (!accept(candidate)) continue;
				kept[this.#count++] = candidate;
				if (this.#count < kept.length) continue;
				for (let at = kept.length >> 1; at >= 0; at--) this.#sink(at);
			} else if (this.#score(candidate) > this.#score(kept[0] ?? 0) && accept(candidate)) {
				kept[0] = candidate;
				this.#sink(0);
			}
		}
	}

	#score(candidate: number): number {
		return this.#scores[candidate] ?? 0;
	}

	#sink(from: number): void {
		const kept = this.#kept;
		const own = kept[from] ?? 0;
		const score = this.#score(own);
		let at = from;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= kept.length) break;
			const other = child + 1;
			if (other < kept.length && this.#score(kept[other] ?? 0) < this.#score(kept[child] ?? 0))
				child = other;
			if (this.#score(kept[child] ?? 0) >= score) break;
			kept[at] = kept[child] ?? 0;
			at = child;
		}
		kept[at] = own;
	}
}
