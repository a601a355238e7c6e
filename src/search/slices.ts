/**
 * Works through `items` and lets the event loop run whenever `budget` units of work are done, so
 * that a large corpus holds up nothing else. `cost` says what an item weighs.
 */
export async function inSlices<T>(
	items: Iterable<T>,
	budget: number,
	cost: (item: T) => number,
	work: (item: T) => void,
): Promise<void> {
	let spent = 0;
	for (const item of items) {
		work(item);
		spent += cost(item);
		if (spent < budget) continue;
		spent = 0;
		await new Promise<void>((resolve) => setImmediate(resolve));
	}
}
