/** Index of the first item that begins at `offset` or later, in a list in the order of the text. */
export function firstFrom<T>(
	items: readonly T[],
	offset: number,
	startOf: (item: T) => number,
): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item !== undefined && startOf(item) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
