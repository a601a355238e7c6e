import type { MentionBasis, Precision } from "../../domain/dates.ts";
import type { Anchor } from "./anchor.ts";
import {
	addMonths,
	dayNumber,
	daysInMonth,
	isDay,
	isoDate,
	isoDay,
	isoMonth,
	partsOf,
	weekdayOf,
	weekOf,
} from "./calendar.ts";

export type ResolvedDate = { value: string | null; precision: Precision; basis: MentionBasis };

export function printed(value: string, precision: Precision): ResolvedDate {
	return { value, precision, basis: "printed" };
}

export function derived(value: string | null, precision: Precision): ResolvedDate {
	return value === null
		? { value: null, precision, basis: "unknown" }
		: { value, precision, basis: "derived" };
}

/** A calendar date as far as the text gives it; `step` is -1 for last, 0 for this, 1 for next. */
export type DateParts = {
	year: number | null;
	/** From "of last year", "this year": years from the article's. */
	yearStep: number | null;
	month: number;
	day: number | null;
	step: number | null;
	weekday: number | null;
};

/** A year of two digits: the one nearest to the article's, or of this age where that is unknown. */
export function nearestCentury(year: number, { year: own }: Anchor): number {
	if (own === null) return year > 69 ? 1900 + year : 2000 + year;
	const century = own - (own % 100) + year;
	// What is told is behind more often than ahead.
	return century - own > 15 ? century - 100 : own - century > 84 ? century + 100 : century;
}

/** The value of a date that may lack its year. */
export function resolveParts(parts: DateParts, anchor: Anchor, future: boolean): ResolvedDate {
	const precision = parts.day === null ? "month" : "day";
	if (parts.year !== null) return printed(isoOf(parts, parts.year), precision);
	const year = inferYear(parts, anchor, future);
	return derived(year === null ? null : isoOf(parts, year), precision);
}

function isoOf(parts: DateParts, year: number): string {
	return parts.day === null
		? isoMonth(year, parts.month)
		: isoDate(year, parts.month, Math.min(parts.day, daysInMonth(year, parts.month)));
}

/** A date this near ahead is meant rather than the one almost a year back. */
const nearAheadDays = 31;

function inferYear(parts: DateParts, anchor: Anchor, future: boolean): number | null {
	const { year, month, day } = anchor;
	if (year === null) return null;
	if (parts.yearStep !== null) return year + parts.yearStep;
	if (parts.step === 0) return year;
	if (month === null) return null;
	const now = parts.day !== null && day !== null ? partsOf(day).day : null;
	const order = parts.month - month || (now === null ? 0 : (parts.day ?? now) - now);
	const ahead = parts.step === 1 || (parts.step === null && future);
	const strict = parts.step !== null && now === null;
	let found = year;
	if (ahead && (order < 0 || (order === 0 && strict))) found = year + 1;
	if (!ahead && (order > 0 || (order === 0 && strict))) found = year - 1;
	if (parts.day !== null && day !== null && parts.step === null) {
		if (!ahead && found < year && distance(parts, year, day) <= nearAheadDays) found = year;
		found = agreeing(parts, found, year);
	}
	return found;
}

function distance(parts: DateParts, year: number, day: number): number {
	return Math.abs(dayNumber(year, parts.month, parts.day ?? 1) - day);
}

/** The weekday printed beside a date settles its year, where only one near year agrees with it. */
function agreeing(parts: DateParts, found: number, year: number): number {
	if (parts.weekday === null || parts.day === null) return found;
	for (const candidate of [found, year, year - 1, year + 1]) {
		if (!isDay(candidate, parts.month, parts.day)) continue;
		if (weekdayOf(dayNumber(candidate, parts.month, parts.day)) === parts.weekday) return candidate;
	}
	return found;
}

/** A weekday alone: the latest on or before the article's day, or the next one where it lies ahead. */
export function resolveWeekday(
	weekday: number,
	anchor: Anchor,
	step: number | null,
	future: boolean,
): ResolvedDate {
	if (anchor.day === null) return derived(null, "day");
	const today = weekdayOf(anchor.day);
	let back = (today - weekday + 7) % 7;
	if (step === -1 && back === 0) back = 7;
	if (step === 1 || step === 0 || (step === null && future)) {
		back = -((weekday - today + 7) % 7);
		if (step === 1 && back === 0) back = -7;
	}
	return derived(isoDay(anchor.day - back), "day");
}

/** The article's day, week, month or year moved by a whole number of units. */
export function shifted(
	unit: "day" | "week" | "month" | "year",
	by: number,
	anchor: Anchor,
): ResolvedDate {
	const { day, month, year } = anchor;
	if (unit === "day") return derived(day === null ? null : isoDay(day + by), "day");
	// The day a week off, known to the week only: narrower than any calendar week's convention.
	if (unit === "week") return derived(day === null ? null : isoDay(day + 7 * by), "week");
	if (unit === "month") {
		if (year === null || month === null) return derived(null, "month");
		return derived(isoMonth(...addMonths(year, month, by)), "month");
	}
	return derived(year === null ? null : String(year + by), "year");
}

/** The calendar week `step` weeks from the article's, as an interval. */
export function calendarWeek(step: number, anchor: Anchor, weekStart: number): ResolvedDate {
	if (anchor.day === null) return derived(null, "week");
	const [first, last] = weekOf(anchor.day + 7 * step, weekStart);
	return derived(`${isoDay(first)}/${isoDay(last)}`, "week");
}
