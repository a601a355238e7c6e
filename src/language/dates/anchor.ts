import type { PublishedDate } from "../../domain/dates.ts";
import { type DayNumber, dayNumber, isDay, isYear } from "./calendar.ts";

/** What is known of the day that relative dates count from; finer parts are null where unknown. */
export type Anchor = { day: DayNumber | null; month: number | null; year: number | null };

const noAnchor: Anchor = { day: null, month: null, year: null };

/** An interval fixes what both of its ends share. */
export function anchorOf(published: PublishedDate): Anchor {
	if (published.value === null) return noAnchor;
	const [first = "", last = first] = published.value.split("/");
	const a = first.split("-").map(Number);
	const b = last.split("-").map(Number);
	const year = a[0] !== undefined && a[0] === b[0] && isYear(a[0]) ? a[0] : null;
	if (year === null) return noAnchor;
	const month = a[1] !== undefined && a[1] === b[1] ? a[1] : null;
	if (month === null) return { day: null, month: null, year };
	const day = a[2] !== undefined && a[2] === b[2] && isDay(year, month, a[2]) ? a[2] : null;
	return { day: day === null ? null : dayNumber(year, month, day), month, year };
}
