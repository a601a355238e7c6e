import type { DayRange } from "../../src/domain/dates.ts";
import type { DateCase } from "./cases.ts";

/** What a reader of dates found in a text: days, and where they stand. */
export type Reading = { start: number; end: number; days: DayRange };

/** `coarser`: it holds the right days and more ("2024" for a month of it). */
export const verdicts = ["right", "coarser", "missed", "false"] as const;
export type Verdict = (typeof verdicts)[number];

/** The verdict on one case by what was read where its expression stands; the best of several. */
export function verdictOf(one: DateCase, found: readonly Reading[]): Verdict {
	const here = found.filter(({ start, end }) => start < one.end && end > one.start);
	if (here.length === 0) return "missed";
	if (here.some(({ days }) => one.expect.some((right) => isSame(days, right)))) return "right";
	if (here.some(({ days }) => one.expect.some((right) => holds(days, right)))) return "coarser";
	return "false";
}

function isSame(a: DayRange, b: DayRange): boolean {
	return a.from === b.from && a.to === b.to;
}

function holds(a: DayRange, b: DayRange): boolean {
	return a.from <= b.from && a.to >= b.to;
}
