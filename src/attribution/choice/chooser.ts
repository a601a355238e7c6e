/** A choice among candidates, each a list of feature keys; the probabilities say how sure it is. */
export type Chooser = { weights: Float32Array | Int8Array; scale: number };

/** The probability of each candidate (softmax of the summed weights). */
export function probabilities(
	{ weights, scale }: Chooser,
	candidates: readonly ArrayLike<number>[],
): number[] {
	const mask = weights.length - 1;
	const scores = candidates.map((keys) => {
		let sum = 0;
		for (let k = 0; k < keys.length; k++) sum += weights[(keys[k] as number) & mask] as number;
		return sum * scale;
	});
	const most = Math.max(...scores);
	const raised = scores.map((s) => Math.exp(s - most));
	const total = raised.reduce((sum, r) => sum + r, 0);
	return raised.map((r) => r / total);
}
