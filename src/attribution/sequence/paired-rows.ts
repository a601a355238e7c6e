/**
 * Rows of whole weights with two neighbouring labels in each number, the second one above the sixteen
 * bits of the first: half as many sums to take as there are labels. A row is filled up to fours.
 */
export type PairedRows = { rows: Int32Array; width: number };

/** Of more weights than this a sum may not fit into sixteen bits. */
export const mostPaired = 258;

const paired = new WeakMap<Int8Array, PairedRows>();

/** Made once for each table of weights. */
export function pairedRows(weights: Int8Array, labels: number): PairedRows {
	const known = paired.get(weights);
	if (known) return known;
	const width = 4 * Math.ceil(labels / 8);
	const rows = new Int32Array((weights.length / labels) * width);
	for (let row = 0; row * labels < weights.length; row++)
		for (let label = 0; label < labels; label++) {
			const at = row * width + (label >> 1);
			const weight = weights[row * labels + label] as number;
			rows[at] = (rows[at] as number) + (label % 2 === 0 ? weight : weight << 16);
		}
	const made = { rows, width };
	paired.set(weights, made);
	return made;
}

/** The sum of one label in a number that was summed up from pairs. */
export function sumIn(pair: number, label: number): number {
	const first = (pair << 16) >> 16;
	return label % 2 === 0 ? first : (pair - first) >> 16;
}
