import type { Slices } from "../../domain/slices.ts";

/** Candidates in one step: a test of a filter takes a microsecond. */
const step = 2_000;

/** Of candidates with one score, which is kept: below 0 the first one. Never 0 for two of them. */
export type TieOrder = (one: number, other: number) => number;

/**
 * The `count` numbers of `candidates` with the highest scores, by number, of those that `accept` lets
 * through, in no order; of equal ones those that come first by `tie`. Only those that would be among
 * them are asked about.
 */
export function* highest(
	candidates: Int32Array,
	count: number,
	scores: Float64Array,
	{ accept, tie }: { accept: (candidate: number) => boolean; tie: TieOrder },
): Slices<Int32Array> {
	const kept = new Lowest(Math.min(count, candidates.length), scores, tie);
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
	readonly #tie: TieOrder;
	#count = 0;

	constructor(most: number, scores: Float64Array, tie: TieOrder) {
		this.#kept = new Int32Array(most);
		this.#scores = scores;
		this.#tie = tie;
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
			} else if (this.#isLower(kept[0] ?? 0, candidate) && accept(candidate)) {
				kept[0] = candidate;
				this.#sink(0);
			}
		}
	}

	#isLower(one: number, other: number): boolean {
		const [a, b] = [this.#scores[one] ?? 0, this.#scores[other] ?? 0];
		return a < b || (a === b && one !== other && this.#tie(one, other) > 0);
	}

	#sink(from: number): void {
		const kept = this.#kept;
		const own = kept[from] ?? 0;
		let at = from;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= kept.length) break;
			const other = child + 1;
			if (other < kept.length && this.#isLower(kept[other] ?? 0, kept[child] ?? 0)) child = other;
			if (!this.#isLower(kept[child] ?? 0, own)) break;
			kept[at] = kept[child] ?? 0;
			at = child;
		}
		kept[at] = own;
	}
}
