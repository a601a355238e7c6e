import { type Chooser, probabilities } from "../../src/attribution/choice/chooser.ts";
import { randomFrom, shuffle } from "./random.ts";

/** Candidates and which of them is right. */
export type Question = {
	candidates: readonly (readonly number[])[];
	right: number;
	about?: string;
};

export type ChooserOptions = {
	bits: number;
	epochs: number;
	step: number;
	dropout: number;
	decay: number;
	seed: number;
};
export const chooserOptions: ChooserOptions = {
	bits: 16,
	epochs: 12,
	step: 0.1,
	dropout: 0.2,
	decay: 1e-5,
	seed: 7,
};

/** Fits the weights of a softmax choice with AdaGrad; the same for the same questions and options. */
export function trainChooser(
	questions: readonly Question[],
	options: ChooserOptions = chooserOptions,
): Chooser {
	const weights = new Float32Array(2 ** options.bits);
	const squares = new Float32Array(weights.length);
	const chooser: Chooser = { weights, scale: 1 };
	const mask = weights.length - 1;
	const random = randomFrom(options.seed);
	const order = questions.map((_, i) => i);
	for (let epoch = 0; epoch < options.epochs; epoch++) {
		shuffle(order, random);
		const step = options.step / (1 + 0.3 * epoch);
		for (const which of order) {
			const { candidates, right } = questions[which] as Question;
			if (candidates.length < 2) continue;
			const kept = candidates.map((keys) => keys.filter(() => random() >= options.dropout));
			for (const [c, probable] of probabilities(chooser, kept).entries()) {
				const error = probable - (c === right ? 1 : 0);
				if (Math.abs(error) < 0.001) continue;
				for (const key of kept[c] ?? []) {
					const i = key & mask;
					const slope = error + options.decay * (weights[i] as number);
					squares[i] = (squares[i] as number) + slope * slope;
					weights[i] =
						(weights[i] as number) - (step * slope) / Math.sqrt((squares[i] as number) + 0.01);
				}
			}
		}
	}
	return chooser;
}
