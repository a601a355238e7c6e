/** Drops what is older than `at`; how many. */
export function dropOlder(of: Map<string, { at: number }>, at: number): number {
	let dropped = 0;
	for (const [key, value] of of) {
		if (value.at < at && of.delete(key)) dropped++;
	}
	return dropped;
}
