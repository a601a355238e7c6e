import { bestPath, type Chain } from "./chain.ts";
import { marginals } from "./chain-sums.ts";
import { type LabelledSpan, labelCount, spansOf } from "./labels.ts";
import { halves, mostPacked, packedRows, sumOf } from "./packed-rows.ts";

/** Scores of features for labels, and of neighbouring labels. */
export type SequenceWeights = {
	/** Rows of `labels`; a feature's row is its key modulo the number of rows (a power of two). */
	rows: Float32Array | Int8Array;
	rowCount: number;
	/** What one unit of a row is worth. */
	scale: number;
	chain: Chain;
};

/** A span with how sure the model is of it: the lowest probability of its tokens' labels. */
export type SureSpan = LabelledSpan & { sure: number };

/** `length × labels` scores of a passage. */
export function scoresOf(weights: SequenceWeights, features: readonly Uint32Array[]): Float64Array {
	const { rows } = weights;
	return rows instanceof Int8Array && features.every(({ length }) => length <= mostPacked)
		? packedScores({ ...weights, rows }, features)
		: plainScores(weights, features);
}

function packedScores(
	{ rows: whole, rowCount, scale, chain: { labels } }: SequenceWeights & { rows: Int8Array },
	features: readonly Uint32Array[],
): Float64Array {
	const { rows, width } = packedRows(whole, labels);
	const scores = new Float64Array(features.length * labels);
	const sums = new Int32Array(2 * width);
	const mask = rowCount - 1;
	for (let t = 0; t < features.length; t++) {
		const keys = features[t] as Uint32Array;
		for (let p = 0; p < width; p += 2) {
			let a = 0;
			let b = 0;
			let c = 0;
			let d = 0;
			for (let k = 0; k < keys.length; k++) {
				const at = ((keys[k] as number) & mask) * width + p;
				const one = rows[at] as number;
				const other = rows[at + 1] as number;
				a = (a + (one & halves)) | 0;
				b = (b + ((one >>> 8) & halves)) | 0;
				c = (c + (other & halves)) | 0;
				d = (d + ((other >>> 8) & halves)) | 0;
			}
			sums[2 * p] = a;
			sums[2 * p + 1] = b;
			sums[2 * p + 2] = c;
			sums[2 * p + 3] = d;
		}
		for (let y = 0; y < labels; y++) scores[t * labels + y] = sumOf(sums, y, keys.length) * scale;
	}
	return scores;
}

/** The same for weights of any kind. */
function plainScores(
	{ rows, rowCount, scale, chain: { labels } }: SequenceWeights,
	features: readonly Uint32Array[],
): Float64Array {
	const scores = new Float64Array(features.length * labels);
	const mask = rowCount - 1;
	for (let t = 0; t < features.length; t++) {
		const keys = features[t] as Uint32Array;
		// Five labels at a time: sums in registers are twice as quick as sums in an array.
		for (let y = 0; y < labels; y += 5) {
			let a = 0;
			let b = 0;
			let c = 0;
			let d = 0;
			let e = 0;
			for (let k = 0; k < keys.length; k++) {
				const at = ((keys[k] as number) & mask) * labels + y;
				a += rows[at] as number;
				b += rows[at + 1] as number;
				c += rows[at + 2] as number;
				d += rows[at + 3] as number;
				e += rows[at + 4] as number;
			}
			const to = t * labels + y;
			scores[to] = a * scale;
			scores[to + 1] = b * scale;
			scores[to + 2] = c * scale;
			scores[to + 3] = d * scale;
			scores[to + 4] = e * scale;
		}
	}
	return scores;
}

/** The spans of a passage with how sure each is, and the probabilities of all labels (`length × labels`). */
export function readSpans(
	weights: SequenceWeights,
	features: readonly Uint32Array[],
): { spans: SureSpan[]; probable: Float64Array } {
	const scores = scoresOf(weights, features);
	const path = bestPath(weights.chain, scores, features.length);
	const spans = spansOf(path);
	const probable = marginals(weights.chain, scores, features.length);
	const sure = spans.map((span) => {
		let sure = 1;
		for (let t = span.from; t < span.to; t++)
			sure = Math.min(sure, probable[t * labelCount + (path[t] as number)] as number);
		return { ...span, sure };
	});
	return { spans: sure, probable };
}

/** The best label of every token. */
export function readLabels(weights: SequenceWeights, features: readonly Uint32Array[]): Uint8Array {
	return bestPath(weights.chain, scoresOf(weights, features), features.length);
}
