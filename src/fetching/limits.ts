/** What one fetch may take; a stranger's server decides none of it. */
export type FetchLimits = {
	/** Hops after the first address: browsers allow 20, news sites need two or three. */
	redirects: number;
	/** From the first look-up to the last byte, redirects included, in milliseconds. */
	totalMs: number;
	/** Without a byte, in milliseconds. */
	idleMs: number;
	/** Of one response's head. */
	headerBytes: number;
	/** Of the body as it is sent. */
	bodyBytes: number;
	/** Of the body once it is unpacked: an article page has some hundred kilobytes. */
	unpackedBytes: number;
};

export const fetchLimits: FetchLimits = {
	redirects: 5,
	totalMs: 20_000,
	idleMs: 8_000,
	headerBytes: 16_384,
	bodyBytes: 5 * 2 ** 20,
	unpackedBytes: 10 * 2 ** 20,
};

/** An address that is longer is no address of an article. */
export const longestAddress = 2_000;
