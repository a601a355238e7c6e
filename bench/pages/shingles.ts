/** Precision and recall of a text against the right one, each 0 to 1. */
export type Match = { precision: number; recall: number };

const length = 4;

/**
 * Compares runs of four words, as the article extraction benchmark of Scrapinghub does: each run counts
 * as often as it stands there. A text of fewer words than four is one run.
 */
export function matchTexts(right: string, read: string): Match {
	const [wanted, got] = [shingles(right), shingles(read)];
	let [hits, extra, missed] = [0, 0, 0];
	for (const key of new Set([...wanted.keys(), ...got.keys()])) {
		const [a, b] = [wanted.get(key) ?? 0, got.get(key) ?? 0];
		hits += Math.min(a, b);
		extra += Math.max(0, b - a);
		missed += Math.max(0, a - b);
	}
	if (extra === 0 && missed === 0) return { precision: 1, recall: 1 };
	if (hits === 0) return { precision: 0, recall: 0 };
	return { precision: hits / (hits + extra), recall: hits / (hits + missed) };
}

/** F1 of the means, which is how the benchmark sums pages up. */
export function meanOf(matches: readonly Match[]): Match & { f1: number } {
	const mean = (pick: (match: Match) => number) =>
		matches.reduce((sum, match) => sum + pick(match), 0) / Math.max(1, matches.length);
	const precision = mean((match) => match.precision);
	const recall = mean((match) => match.recall);
	return { precision, recall, f1: harmonic({ precision, recall }) };
}

export function harmonic({ precision, recall }: Match): number {
	return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function shingles(text: string): Map<string, number> {
	const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
	const out = new Map<string, number>();
	const last = Math.max(words.length - length, 0);
	for (let at = 0; at <= last && words.length > 0; at++) {
		const key = words.slice(at, at + length).join(" ");
		out.set(key, (out.get(key) ?? 0) + 1);
	}
	return out;
}
