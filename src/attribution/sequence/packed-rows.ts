/**
 * Rows of whole weights with those of four neighbouring labels in each number, each raised above zero
 * into a byte. Two of them are summed up at once, in the lower and the upper half of a number, and a row
 * lies in one line of the processor's cache: half the time of sums of single weights.
 */
export type PackedRows = { rows: Int32Array; width: number };

/** What each weight is raised by. */
const raised = 128;

/** Sums of more than so many weights do not fit into half a number. */
export const mostPacked = 257;

const packed = new WeakMap<Int8Array, PackedRows>();

/** Made once for each table of weights. */
export function packedRows(weights: Int8Array, labels: number): PackedRows {
	const known = packed.get(weights);
	if (known) return known;
	// The labels are filled up to pairs of numbers.
	const width = 2 * Math.ceil(labels / 8);
	const rows = new Int32Array((weights.length / labels) * width);
	for (let row = 0; row * labels < weights.length; row++)
		for (let label = 0; label < labels; label++) {
			const at = row * width + (label >> 2);
			const weight = (weights[row * labels + label] as number) + raised;
			rows[at] = (rows[at] as number) | (weight << (8 * (label & 3)));
		}
	const made = { rows, width };
	packed.set(weights, made);
	return made;
}

/** The bytes of a number that are summed up together: the first and third; shifted, the second and fourth. */
export const halves = 0x00ff00ff;

/** A label's sum among the two sums of each number of a row; `count`: how many rows were summed up. */
export function sumOf(sums: Int32Array, label: number, count: number): number {
	const pair = sums[2 * (label >> 2) + (label & 1)] as number;
	return ((label & 2) === 0 ? pair & 0xffff : pair >>> 16) - raised * count;
}
