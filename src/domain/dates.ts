import { z } from "zod";

/**
 * A day, month, year or closed interval as ISO 8601: `2023-07-27`, `2023-07`, `2023`,
 * `2024-03-31/2024-04-06` (both ends included; the ends may themselves be partial).
 */
const partial = String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?`;
export const DateValue = z
	.string()
	.regex(
		new RegExp(`^${partial}(/${partial})?$`),
		"must be an ISO date, a part of one, or an interval",
	);

export const Precision = z.enum([
	"day",
	"week",
	"month",
	"quarter",
	"season",
	"year",
	"interval",
	"unknown",
]);
export type Precision = z.infer<typeof Precision>;

/** How an article's own date is known: stated by the operator, printed on the page, fixed by the text. */
export const PublishedBasis = z.enum(["given", "printed", "inferred", "unknown"]);
export type PublishedBasis = z.infer<typeof PublishedBasis>;
/** How a date in the text is known: printed there, derived from the article's own date, stated by the operator, not known. */
export const MentionBasis = z.enum(["printed", "derived", "given", "unknown"]);
export type MentionBasis = z.infer<typeof MentionBasis>;

export const PublishedDate = z.object({
	value: DateValue.nullable(),
	precision: Precision,
	basis: PublishedBasis,
});
export type PublishedDate = z.infer<typeof PublishedDate>;

export const StatedDate = z.object({
	value: DateValue.nullable(),
	precision: Precision,
	basis: MentionBasis,
});
export type StatedDate = z.infer<typeof StatedDate>;

/** A date together with the words that express it, exactly as they stand in the source. */
export const DateMention = StatedDate.extend({ expression: z.string().nullable() });
export type DateMention = z.infer<typeof DateMention>;

export const unknownPublished: PublishedDate = {
	value: null,
	precision: "unknown",
	basis: "unknown",
};
export const unknownDate: StatedDate = { value: null, precision: "unknown", basis: "unknown" };

/** First and last day of a date value as ISO days: `2023-02` is 2023-02-01 to 2023-02-28. */
export type DayRange = { from: string; to: string };

/** Different values are few, and every event and claim of a corpus has one. Bounded; forgets all when full. */
const known = new Map<string, DayRange | null>();
const mostKnown = 10_000;
/** Of an interval between two days; what is longer is no date. */
const longestValue = 21;

/** The days that a value covers, or null where it is no valid date value. */
export function dayRange(value: string): Readonly<DayRange> | null {
	const before = known.get(value);
	if (before !== undefined) return before;
	const range = readRange(value);
	if (value.length > longestValue) return range;
	if (known.size >= mostKnown) known.clear();
	known.set(value, range);
	return range;
}

function readRange(value: string): DayRange | null {
	if (!DateValue.safeParse(value).success) return null;
	const [first = "", last = first] = value.split("/");
	return { from: firstDay(first), to: lastDay(last) };
}

/** Whether two date values share a day; false where either is no valid value. */
export function datesOverlap(a: string, b: string): boolean {
	const left = dayRange(a);
	const right = dayRange(b);
	return left !== null && right !== null && left.from <= right.to && right.from <= left.to;
}

function firstDay(partialDate: string): string {
	return partialDate.length === 4 ? `${partialDate}-01-01` : partialDate.padEnd(10, "-01");
}

function lastDay(partialDate: string): string {
	if (partialDate.length === 4) return `${partialDate}-12-31`;
	if (partialDate.length === 10) return partialDate;
	const [year = 0, month = 1] = partialDate.split("-").map(Number);
	return `${partialDate}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}
