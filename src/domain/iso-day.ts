/** The ISO day of a moment, UTC; `at`: milliseconds since the epoch. */
export function isoDayOf(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
