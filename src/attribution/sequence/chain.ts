/**
 * A linear chain over the tokens of a passage: each token has a score for each label, each pair of
 * neighbouring labels has one, and some pairs are not allowed (the inside of a span behind none).
 */
export type Chain = {
	labels: number;
	/** `(labels + 1) × labels`; the last row is the beginning of the passage. `-Infinity`: not allowed. */
	transitions: Float64Array;
};

/** The best path: a label a token. `scores` is `length × labels`, row by row. */
export function bestPath(
	{ labels, transitions }: Chain,
	scores: Float64Array,
	length: number,
): Uint8Array {
	const path = new Uint8Array(length);
	if (length === 0) return path;
	const from = new Uint8Array(length * labels);
	const befores = whichBefore(transitions, labels);
	let before = new Float64Array(labels);
	let now = new Float64Array(labels);
	for (let y = 0; y < labels; y++) {
		before[y] = (scores[y] ?? 0) + (transitions[labels * labels + y] ?? 0);
	}
	for (let t = 1; t < length; t++) {
		for (let y = 0; y < labels; y++) {
			let best = Number.NEGATIVE_INFINITY;
			let which = 0;
			for (const x of befores[y] as Uint8Array) {
				const value = (before[x] as number) + (transitions[x * labels + y] as number);
				if (value > best) {
					best = value;
					which = x;
				}
			}
			now[y] = best + (scores[t * labels + y] ?? 0);
			from[t * labels + y] = which;
		}
		[before, now] = [now, before];
	}
	let last = 0;
	for (let y = 1; y < labels; y++) if ((before[y] ?? 0) > (before[last] ?? 0)) last = y;
	for (let t = length - 1; t >= 0; t--) {
		path[t] = last;
		last = from[t * labels + last] ?? 0;
	}
	return path;
}

/** For each label those that may stand before it, in their order. */
function whichBefore(transitions: Float64Array, labels: number): Uint8Array[] {
	const all = Array.from({ length: labels }, (_, x) => x);
	return all.map((y) =>
		Uint8Array.from(all.filter((x) => transitions[x * labels + y] !== Number.NEGATIVE_INFINITY)),
	);
}
