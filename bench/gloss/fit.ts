/** Logistic regression over what tells that a translation says something else; see `bench/gloss/learn.ts`. */

export type Example = { signals: readonly number[]; isWrong: boolean };
export type Fit = { weights: number[]; bias: number };

const steps = 1_500;
const rate = 1;
/** What a signal weighs before any example is seen, and how firmly: what few examples show stays near it. */
const prior = { weight: 3, firmness: 0.0003 };

/** By descent; every signal may only speak against a translation. `rightCounts`: for so many wrong ones. */
export function learned(examples: readonly Example[], rightCounts: number): Fit {
	const size = examples[0]?.signals.length ?? 0;
	const weights: number[] = Array.from({ length: size }, () => 1);
	let bias = -1;
	const total = examples.reduce((sum, { isWrong }) => sum + (isWrong ? 1 : rightCounts), 0);
	for (let step = 0; step < steps; step++) {
		const slope = weights.map((weight) => prior.firmness * (weight - prior.weight));
		let biasSlope = 0;
		for (const { signals, isWrong } of examples) {
			const error = chanceOf(signals, { weights, bias }) - (isWrong ? 1 : 0);
			const share = ((isWrong ? 1 : rightCounts) * error) / total;
			biasSlope += share;
			for (const [at, value] of signals.entries())
				if (value !== 0) slope[at] = (slope[at] ?? 0) + share * value;
		}
		bias -= rate * biasSlope;
		for (const [at, by] of slope.entries())
			weights[at] = Math.max(0, (weights[at] ?? 0) - rate * by);
	}
	return { weights, bias };
}

export function sumOf(signals: readonly number[], { weights, bias }: Fit): number {
	return signals.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
}

function chanceOf(signals: readonly number[], of: Fit): number {
	return 1 / (1 + Math.exp(-sumOf(signals, of)));
}
