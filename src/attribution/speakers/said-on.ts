import type { StatedDate } from "../../domain/dates.ts";
import { unknownDate } from "../../domain/dates.ts";
import { firstFrom } from "../../language/text/first-from.ts";
import type { Statement } from "../statement.ts";

/** A date expression of a line; offsets in UTF-16 units. */
export type DatedSpan = StatedDate & { start: number; end: number };

export type SaidOnContext = {
	/** The day of the same speaker's statement before it in the same passage. */
	carried: StatedDate | undefined;
	/** The article's own day: nothing that it tells was said after it. */
	published: StatedDate;
	/** Where the words that belong to this statement's frame begin and end. */
	from: number;
	sentenceEnd: number;
};

/**
 * The day of a statement: one named in its frame, else that of the speaker's statement before it in
 * the same passage, else none. The day of the story is not taken: on articles that nobody had seen
 * while rules were written, every fifth day taken from it was not in the text. `dates`: of the line,
 * in its order.
 */
export function saidOn(
	statement: Statement,
	dates: readonly DatedSpan[],
	context: SaidOnContext,
): StatedDate {
	const frame = datesNear(dates, statement, context).filter((d) =>
		isFrameDate(d, statement, context),
	);
	const near = frame.find((d) => d.precision === "day") ?? frame[0];
	if (near?.value) return isAhead(near, context.published) ? unknownDate : strip(near);
	if (statement.earlier || !context.carried?.value) return unknownDate;
	return { ...context.carried, basis: "derived" };
}

type Day = Pick<StatedDate, "value" | "precision">;

/** Whether a day lies after the article's own. Only days are told apart: a month or a year holds days on both sides. */
export function isAhead({ value, precision }: Day, published: Day): boolean {
	const days = precision === "day" && published.precision === "day";
	return days && value !== null && published.value !== null && value > published.value;
}

/** How far behind a proposition its day may stand, and inside a bare object. */
const behind = 24;
const inside = 32;

/** The dates of the line that stand near enough; `dates` is in the order of the text. */
function datesNear(
	dates: readonly DatedSpan[],
	s: Statement,
	{ from }: SaidOnContext,
): readonly DatedSpan[] {
	const first = firstFrom(dates, Math.min(from, s.frameStart), startOf);
	const last = firstFrom(dates, Math.max(s.end + behind, s.start + inside) + 1, startOf);
	return dates.slice(first, last);
}

const startOf = (d: DatedSpan) => d.start;

/** Between the frame's beginning and what is said, or right behind a short proposition. */
function isFrameDate(d: DatedSpan, s: Statement, { from, sentenceEnd }: SaidOnContext): boolean {
	if (d.start >= Math.min(from, s.frameStart) && d.end <= s.start) return true;
	// واتهم الغرب، الثلاثاء، بالتصعيد: an aside between the verb's objects.
	if (s.bare && d.precision === "day" && d.start >= s.start && d.start - s.start <= inside)
		return true;
	return d.start >= s.end && d.start - s.end <= behind && d.end <= sentenceEnd;
}

function strip(d: DatedSpan): StatedDate {
	return { value: d.value, precision: d.precision, basis: d.basis };
}
