import { tuning } from "../../tuning.ts";
import type { LiveSegment } from "../segment/live-segment.ts";

/** What of a passage's score depends on its length alone, by length. */
export type LengthNorms = {
	/** BM25's normalisation; of lengths that some passage has. */
	norm: Float64Array;
	/** 1 for as many words with content as the average. */
	relative(length: number): number;
};

/** Made anew with every article: so it is a table by length, and never a column by passage. */
export function normsOf(
	passages: number,
	totalLength: number,
	lives: readonly LiveSegment[],
): LengthNorms {
	const relative = (length: number) => (length * passages) / Math.max(1, totalLength);
	const longest = lives.reduce((most, live) => Math.max(most, live.longest), 1);
	const { k1, b } = tuning;
	const norm = new Float64Array(longest + 1);
	for (let length = 0; length <= longest; length++)
		// In 32 bits as the index in this process keeps it: the same scores to the last bit.
		norm[length] = k1 * (1 - b + b * Math.fround(relative(length)));
	return { norm, relative };
}
