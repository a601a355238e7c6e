import type { Slices } from "../../domain/slices.ts";

/** Candidates in one step: a test of a filter takes a microsecond. */
const step = 2_000;

/**
 * The `count` numbers of `candidates` with the highest `score` of those that `accept` lets through, in
 * no order. Only those that would be among them are asked about.
 */
export function* highest(
	candidates: readonly number[],
	count: number,
	score: (candidate: number) => number,
	accept: (candidate: number) => boolean,
): Slices<number[]> {
	// A heap whose root is the lowest of those kept.
	const kept: number[] = [];
	const scores: number[] = [];
	const swap = (a: number, b: number) => {
		[kept[a], kept[b]] = [kept[b] as number, kept[a] as number];
		[scores[a], scores[b]] = [scores[b] as number, scores[a] as number];
	};
	const sink = (from: number) => {
		for (let at = from; ; ) {
			let least = at;
			for (const child of [2 * at + 1, 2 * at + 2]) {
				if (child < kept.length && (scores[child] ?? 0) < (scores[least] ?? 0)) least = child;
			}
			if (least === at) return;
			swap(at, least);
			at = least;
		}
	};
	for (const [n, candidate] of candidates.entries()) {
		if (n % step === step - 1) yield;
		const own = score(candidate);
		if (kept.length === count && own <= (scores[0] ?? 0)) continue;
		if (!accept(candidate)) continue;
		if (kept.length < count) {
			kept.push(candidate);
			scores.push(own);
			if (kept.length === count) for (let at = count >> 1; at >= 0; at--) sink(at);
		} else {
			kept[0] = candidate;
			scores[0] = own;
			sink(0);
		}
	}
	return kept;
}
