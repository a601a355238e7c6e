/** A day as the count of days since 1970-01-01. All arithmetic is on these: no time zone can move a day. */
export type DayNumber = number;

const dayMs = 86_400_000;

export function dayNumber(year: number, month: number, day: number): DayNumber {
	return Math.round(Date.UTC(year, month - 1, day) / dayMs);
}

export function isoDay(day: DayNumber): string {
	return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function partsOf(day: DayNumber): { year: number; month: number; day: number } {
	const date = new Date(day * dayMs);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday. */
export function weekdayOf(day: DayNumber): number {
	return (((day + 4) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isDay(year: number, month: number, day: number): boolean {
	return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Years that a text may name. The Hijri years of living memory are left out: an unmarked 1445 is no
 * year of the Gregorian calendar in a newspaper.
 */
export function isYear(year: number): boolean {
	return Number.isInteger(year) && year >= 1000 && year <= 2100 && !(year >= 1400 && year <= 1450);
}

export function isoMonth(year: number, month: number): string {
	return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

export function isoDate(year: number, month: number, day: number): string {
	return `${isoMonth(year, month)}-${String(day).padStart(2, "0")}`;
}

/** The month `step` months from the given one. */
export function addMonths(year: number, month: number, step: number): [number, number] {
	const index = year * 12 + (month - 1) + step;
	return [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
}

/** The week that holds the day, as its first and last day; `weekStart` 0 is Sunday, 6 Saturday. */
export function weekOf(day: DayNumber, weekStart: number): [DayNumber, DayNumber] {
	const first = day - ((((weekdayOf(day) - weekStart) % 7) + 7) % 7);
	return [first, first + 6];
}

/** The day so many months off; the last of a shorter month where it has no such day. */
export function addMonthsToDay(day: DayNumber, step: number): DayNumber {
	const parts = partsOf(day);
	const [year, month] = addMonths(parts.year, parts.month, step);
	return dayNumber(year, month, Math.min(parts.day, daysInMonth(year, month)));
}
