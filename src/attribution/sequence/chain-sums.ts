import type { Chain } from "./chain.ts";

/** How probable each label of each token is (`length × labels`), given the whole passage. */
export type Marginals = Float64Array;

/** Forward and backward sums, scaled at every token. `pairs`, if given, gets the expected transitions. */
export function marginals(
	{ labels, transitions }: Chain,
	scores: Float64Array,
	length: number,
	pairs?: Float64Array,
): Marginals {
	const weight = Float64Array.from(transitions, Math.exp);
	const local = localWeights(scores, length, labels);
	const forward = new Float64Array(length * labels);
	const backward = new Float64Array(length * labels).fill(1);
	for (let t = 0; t < length; t++) {
		let sum = 0;
		for (let y = 0; y < labels; y++) {
			let reach = 0;
			if (t === 0) reach = weight[labels * labels + y] ?? 0;
			else
				for (let x = 0; x < labels; x++)
					reach += (forward[(t - 1) * labels + x] as number) * (weight[x * labels + y] as number);
			const value = reach * (local[t * labels + y] as number);
			forward[t * labels + y] = value;
			sum += value;
		}
		scale(forward, t * labels, labels, sum);
	}
	for (let t = length - 2; t >= 0; t--) {
		let sum = 0;
		for (let x = 0; x < labels; x++) {
			let value = 0;
			for (let y = 0; y < labels; y++) {
				const next = (t + 1) * labels + y;
				value +=
					(weight[x * labels + y] as number) * (local[next] as number) * (backward[next] as number);
			}
			backward[t * labels + x] = value;
			sum += value;
		}
		scale(backward, t * labels, labels, sum);
	}
	if (pairs) countPairs(labels, weight, local, forward, backward, length, pairs);
	for (let t = 0; t < length; t++) {
		let sum = 0;
		for (let y = 0; y < labels; y++) {
			const at = t * labels + y;
			forward[at] = (forward[at] as number) * (backward[at] as number);
			sum += forward[at] as number;
		}
		scale(forward, t * labels, labels, sum);
	}
	return forward;
}

function localWeights(scores: Float64Array, length: number, labels: number): Float64Array {
	const out = new Float64Array(length * labels);
	for (let t = 0; t < length; t++) {
		let most = Number.NEGATIVE_INFINITY;
		for (let y = 0; y < labels; y++) most = Math.max(most, scores[t * labels + y] as number);
		for (let y = 0; y < labels; y++)
			out[t * labels + y] = Math.exp((scores[t * labels + y] as number) - most);
	}
	return out;
}

function scale(values: Float64Array, from: number, count: number, by: number): void {
	for (let i = from; i < from + count; i++) values[i] = (values[i] as number) / by;
}

function countPairs(
	labels: number,
	weight: Float64Array,
	local: Float64Array,
	forward: Float64Array,
	backward: Float64Array,
	length: number,
	pairs: Float64Array,
): void {
	pairs.fill(0);
	let sum = 0;
	for (let y = 0; y < labels; y++) sum += (forward[y] as number) * (backward[y] as number);
	for (let y = 0; y < labels; y++)
		pairs[labels * labels + y] = ((forward[y] as number) * (backward[y] as number)) / sum;
	const here = new Float64Array(labels * labels);
	for (let t = 1; t < length; t++) {
		sum = 0;
		for (let x = 0; x < labels; x++) {
			for (let y = 0; y < labels; y++) {
				const to = t * labels + y;
				const value =
					(forward[(t - 1) * labels + x] as number) *
					(weight[x * labels + y] as number) *
					(local[to] as number) *
					(backward[to] as number);
				here[x * labels + y] = value;
				sum += value;
			}
		}
		for (let i = 0; i < here.length; i++)
			pairs[i] = (pairs[i] as number) + (here[i] as number) / sum;
	}
}
