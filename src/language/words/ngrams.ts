/** The word's character trigrams with its two edges marked: شي → " شي", "شي ". */
export function trigrams(word: string): string[] {
	const marked = ` ${word} `;
	const out: string[] = [];
	for (let i = 0; i + 3 <= marked.length; i++) out.push(marked.slice(i, i + 3));
	return out;
}

/** Edits (insert, delete, replace, swap of neighbours) between two words, or `limit + 1` if more. */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let older: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(
				(previous[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(previous[j - 1] ?? 0) + (same ? 0 : 1),
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
			}
			row.push(cost);
			if (cost < least) least = cost;
		}
		if (least > limit) return limit + 1;
		older = previous;
		previous = row;
	}
	return Math.min(previous[b.length] ?? 0, limit + 1);
}
