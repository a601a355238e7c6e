import { dayRange } from "../domain/dates.ts";
import { analyse, type StopWords } from "../language/words/index-terms.ts";
import type { TimelineEntry } from "./entries.ts";

/**
 * Entries that share a day with the range, in their order. Ends are ISO dates, whole or partial, and
 * both belong to the range; an absent end is open. Entries of no known day are in no range.
 */
export function entriesBetween(
	entries: readonly TimelineEntry[],
	range: { from?: string | undefined; to?: string | undefined },
): TimelineEntry[] {
	const from = range.from === undefined ? undefined : dayRange(range.from)?.from;
	const to = range.to === undefined ? undefined : dayRange(range.to)?.to;
	return entries.filter(
		({ days }) =>
			days !== null &&
			(from === undefined || days.to >= from) &&
			(to === undefined || days.from <= to),
	);
}

/** Entries that hold at least half of the text's terms, in their order; none where the text has none. */
export function entriesAbout(
	entries: readonly TimelineEntry[],
	text: string,
	stopWords: StopWords = new Set(),
): TimelineEntry[] {
	const terms = [...new Set(analyse(text, stopWords).flatMap(({ term }) => (term ? [term] : [])))];
	if (terms.length === 0) return [];
	return entries.filter(({ terms: told }) => {
		const held = terms.filter((term) => told.has(term)).length;
		return held * 2 >= terms.length && held > 0;
	});
}
