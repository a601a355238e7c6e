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
	weekdayOf,
	weekOf,
} from "./calendar.ts";
import type { Lean } from "./lean.ts";

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
export function resolveParts(parts: DateParts, anchor: Anchor, lean: Lean): ResolvedDate {
	const precision = parts.day === null ? "month" : "day";
	if (parts.year !== null) return printed(isoOf(parts, parts.year), precision);
	const year = inferYear(parts, anchor, lean);
	return derived(year === null ? null : isoOf(parts, year), precision);
}

function isoOf(parts: DateParts, year: number): string {
	return parts.day === null
		? isoMonth(year, parts.month)
		: isoDate(year, parts.month, Math.min(parts.day, daysInMonth(year, parts.month)));
}

function inferYear(parts: DateParts, anchor: Anchor, lean: Lean): number | null {
	const { year, month, day } = anchor;
	if (year === null) return null;
	if (parts.yearStep !== null) return year + parts.yearStep;
	if (parts.step === 0) return year;
	if (month === null) return null;
	const known = parts.day !== null && day !== null;
	const offset = (candidate: number) =>
		known
			? dayIn(parts, candidate) - day
			: ((candidate - year) * 12 + parts.month - month) * daysOfMonth;
	if (parts.step !== null) {
		// «أغسطس الماضي» in August is last year's; nobody calls one a year off "next August" in August.
		const strict = !known && parts.step === -1;
		const fits = (at: number) =>
			parts.step === 1 ? at > 0 || (at === 0 && !strict) : at < 0 || (at === 0 && !strict);
		return [year, year + (parts.step === 1 ? 1 : -1)].find((c) => fits(offset(c))) ?? year;
	}
	const near = [year, year - 1, year + 1];
	const agreeing = near.filter((candidate) => isOnWeekday(parts, candidate));
	const years = agreeing.length > 0 ? agreeing : near;
	return nearestOf(
		years.map((candidate) => ({ year: candidate, offset: offset(candidate) })),
		lean,
	);
}

const daysOfMonth = 30.4;

/** Further off than this, both the last and the next such day can be meant; reports look back further. */
const nearAhead = 120;
const nearBehind = 150;
/** A limit further ahead than this is more likely one that has passed. */
const furthestLimit = 245;
/** A day that a future verb leads to may be almost a year off. */
const furthestPlan = 330;
/** The end or the start of what holds now may be a year off, but for a report that comes some days late. */
const furthestTerm = 358;
/** A report may be dated the day before it appears. */
const dayOfReport = 1;

type Candidate = { year: number; offset: number };

/**
 * The year of the day nearest to the article's. What "until" leads to is ahead and what "since" leads to
 * is behind; beyond some four months the tense decides, and a report that says nothing looks back.
 */
export function nearestOf(candidates: readonly Candidate[], lean: Lean): number | null {
	const byDistance = [...candidates].sort((a, b) => Math.abs(a.offset) - Math.abs(b.offset));
	const [nearest] = byDistance;
	if (!nearest) return null;
	const ahead = byDistance.find(({ offset }) => offset >= 0);
	const behind = byDistance.find(({ offset }) => offset <= dayOfReport);
	if (lean.sure && lean.to === "behind" && behind) return behind.year;
	const furthest =
		lean.by === "term" ? furthestTerm : lean.by === "verb" ? furthestPlan : furthestLimit;
	if (lean.sure && ahead && ahead.offset <= furthest) return ahead.year;
	if (nearest.offset <= nearAhead && nearest.offset >= -nearBehind) return nearest.year;
	return ((lean.to === "ahead" ? ahead : behind) ?? nearest).year;
}

function dayIn({ month, day }: DateParts, year: number): number {
	return dayNumber(year, month, Math.min(day ?? 1, daysInMonth(year, month)));
}

/** Whether the weekday printed beside a date is that of the year. */
function isOnWeekday({ weekday, month, day }: DateParts, year: number): boolean {
	if (weekday === null || day === null || !isDay(year, month, day)) return false;
	return weekdayOf(dayNumber(year, month, day)) === weekday;
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
	// "Before last" and "after next" are a week beyond.
	if (step !== null && Math.abs(step) === 2) {
		const near = resolveWeekday(weekday, anchor, Math.sign(step), future);
		const day = near.value === null ? null : Date.parse(near.value) / 86_400_000;
		return derived(day === null ? null : isoDay(day + 7 * Math.sign(step)), "day");
	}
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
