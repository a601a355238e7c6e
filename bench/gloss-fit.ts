/** Weights of what tells that a translation says something else, with a bound of nothing below 0; see `bench/gloss-weights.ts`. */

export type Example = { signals: readonly number[]; isWrong: boolean };
export type Fit = { weights: number[]; bias: number };

const steps = 1_500;
const rate = 1;
/** Of a weight squared: keeps what few examples show from deciding alone. */
const decay = Number(process.env.DEC ?? 0.0005);

/** Logistic regression by descent; every signal may only speak against a translation. */
export function fit(examples: readonly Example[], rightCounts: number): Fit {
	const size = examples[0]?.signals.length ?? 0;
	const weights: number[] = Array.from({ length: size }, () => 1);
	let bias = -1;
	const total = examples.reduce((sum, { isWrong }) => sum + (isWrong ? 1 : rightCounts), 0);
	for (let step = 0; step < steps; step++) {
		const slope = weights.map((weight) => decay * (weight - Number(process.env.PRI ?? 2)));
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
