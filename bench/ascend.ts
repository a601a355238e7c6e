/** A row of signals in their order, or the weights of them. */
export type Row = Float64Array;

const steps = 300;

export function dot(row: Row, weights: Row): number {
	let sum = 0;
	for (let n = 0; n < row.length; n++) sum += (row[n] ?? 0) * (weights[n] ?? 0);
	return sum;
}

/** Ascends by Adam, each weight on its side of 0; `slopeAt` gives the slope of what is to grow. */
export function ascend(
	weights: Row,
	sides: readonly number[],
	slopeAt: (weights: Row) => Row,
): Row {
	const mean = new Float64Array(weights.length);
	const square = new Float64Array(weights.length);
	for (let step = 1; step <= steps; step++) {
		const slope = slopeAt(weights);
		for (let n = 0; n < weights.length; n++) {
			const g = slope[n] ?? 0;
			mean[n] = 0.9 * (mean[n] ?? 0) + 0.1 * g;
			square[n] = 0.99 * (square[n] ?? 0) + 0.01 * g * g;
			const m = (mean[n] ?? 0) / (1 - 0.9 ** step);
			const v = (square[n] ?? 0) / (1 - 0.99 ** step);
			const next = (weights[n] ?? 0) + (0.08 * m) / (Math.sqrt(v) + 1e-8);
			weights[n] = next * (sides[n] ?? 0) < 0 ? 0 : next;
		}
	}
	return weights;
}

/** The deviation of each signal over all rows: in these units a weight of one is as much as of another. */
export function deviations(rows: readonly Row[]): Row {
	const [first = new Float64Array(0)] = rows;
	return first.map((_, n) => {
		const mean = rows.reduce((sum, row) => sum + (row[n] ?? 0), 0) / rows.length;
		const square = rows.reduce((sum, row) => sum + ((row[n] ?? 0) - mean) ** 2, 0);
		return Math.sqrt(square / rows.length) + 1e-6;
	});
}

/** A row in these units, or the weights of such rows in their own. */
export function scaled(row: Row, by: Row): Row {
	return row.map((value, n) => value / (by[n] ?? 1));
}
