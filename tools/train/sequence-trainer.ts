import type { Chain } from "../../src/attribution/sequence/chain.ts";
import { marginals } from "../../src/attribution/sequence/chain-sums.ts";
import { allowed, labelCount } from "../../src/attribution/sequence/labels.ts";
import { type SequenceWeights, scoresOf } from "../../src/attribution/sequence/sequence-model.ts";
import { randomFrom, shuffle } from "./random.ts";

export type Sequence = { features: readonly Uint32Array[]; labels: Uint8Array };

export type SequenceOptions = {
	/** Rows of the weight table: 2 to this power. */
	bits: number;
	epochs: number;
	/** Step of AdaGrad. */
	step: number;
	/** Share of the features that a token loses in one look at it. */
	dropout: number;
	/** Pull of the weights towards zero. */
	decay: number;
	seed: number;
};

export const defaultOptions: SequenceOptions = {
	bits: 16,
	epochs: 6,
	step: 0.05,
	dropout: 0.5,
	decay: 1e-6,
	seed: 20260401,
};

/** Fits a linear-chain CRF with AdaGrad; the same weights for the same sequences and options. */
export function trainSequence(
	sequences: readonly Sequence[],
	options: SequenceOptions = defaultOptions,
): SequenceWeights {
	const labels = labelCount;
	const rowCount = 2 ** options.bits;
	const rows = new Float32Array(rowCount * labels);
	const chain: Chain = { labels, transitions: new Float64Array((labels + 1) * labels) };
	for (let x = 0; x <= labels; x++)
		for (let y = 0; y < labels; y++)
			if (!allowed(x, y)) chain.transitions[x * labels + y] = Number.NEGATIVE_INFINITY;
	const weights: SequenceWeights = { rows, rowCount, scale: 1, chain };
	const squares = new Float32Array(rows.length);
	const chainSquares = new Float64Array(chain.transitions.length);
	const pairs = new Float64Array(chain.transitions.length);
	const random = randomFrom(options.seed);
	const order = sequences.map((_, i) => i);
	const mask = rowCount - 1;
	for (let epoch = 0; epoch < options.epochs; epoch++) {
		shuffle(order, random);
		const step = options.step / (1 + 0.3 * epoch);
		for (const which of order) {
			const { features: all, labels: gold } = sequences[which] as Sequence;
			if (gold.length === 0) continue;
			const features = all.map((keys) => keys.filter(() => random() >= options.dropout));
			const probable = marginals(chain, scoresOf(weights, features), gold.length, pairs);
			for (let t = 0; t < gold.length; t++) {
				const keys = features[t] as Uint32Array;
				for (let y = 0; y < labels; y++) {
					const error = (probable[t * labels + y] as number) - (gold[t] === y ? 1 : 0);
					if (Math.abs(error) < 0.001) continue;
					for (let k = 0; k < keys.length; k++) {
						const i = ((keys[k] as number) & mask) * labels + y;
						const slope = error + options.decay * (rows[i] as number);
						squares[i] = (squares[i] as number) + slope * slope;
						rows[i] =
							(rows[i] as number) - (step * slope) / Math.sqrt((squares[i] as number) + 0.01);
					}
				}
			}
			let before = labels;
			for (let t = 0; t < gold.length; t++) {
				const i = before * labels + (gold[t] as number);
				pairs[i] = (pairs[i] as number) - 1;
				before = gold[t] as number;
			}
			for (let i = 0; i < pairs.length; i++) {
				const slope = pairs[i] as number;
				if (!slope || !Number.isFinite(chain.transitions[i] as number)) continue;
				chainSquares[i] = (chainSquares[i] as number) + slope * slope;
				chain.transitions[i] =
					(chain.transitions[i] as number) -
					(step * slope) / Math.sqrt((chainSquares[i] as number) + 0.01);
			}
		}
	}
	return weights;
}
