import type { DayNumber } from "./calendar.ts";

// Umm al-Qura, the calendar that Saudi and most Gulf newspapers print; Node carries its tables.
const format = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
	timeZone: "UTC",
	year: "numeric",
	month: "numeric",
	day: "numeric",
});

export function isHijriYear(year: number): boolean {
	return Number.isInteger(year) && year >= 1300 && year <= 1600;
}

/** The Hijri date of a day. */
export function hijriOf(day: DayNumber): { year: number; month: number; day: number } {
	const out = { year: 0, month: 0, day: 0 };
	for (const part of format.formatToParts(day * 86_400_000)) {
		if (part.type === "year" || part.type === "month" || part.type === "day") {
			out[part.type] = Number(part.value);
		}
	}
	return out;
}

/** The day of a Hijri date, or null where the month has no such day. */
export function dayOfHijri(year: number, month: number, day: number): DayNumber | null {
	if (!isHijriYear(year) || month < 1 || month > 12 || day < 1 || day > 30) return null;
	// The tabular calendar is at most a few days off; the true day is looked for around it.
	const tabular =
		Math.floor((11 * year + 3) / 30) + 354 * year + 30 * month - Math.floor((month - 1) / 2);
	const guess = tabular + day + 1_948_440 - 385 - 2_440_588;
	for (let off = 0; off <= 4; off++) {
		for (const candidate of off === 0 ? [guess] : [guess - off, guess + off]) {
			const got = hijriOf(candidate);
			if (got.year === year && got.month === month && got.day === day) return candidate;
		}
	}
	return null;
}

/** First and last day of a Hijri month, or of the whole year where `month` is null. */
export function hijriRange(year: number, month: number | null): [DayNumber, DayNumber] | null {
	const first = dayOfHijri(year, month ?? 1, 1);
	const nextYear = month === null || month === 12 ? year + 1 : year;
	const next = dayOfHijri(nextYear, month === null || month === 12 ? 1 : month + 1, 1);
	return first === null || next === null ? null : [first, next - 1];
}
