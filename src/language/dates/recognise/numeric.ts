import { dayNumber, isDay, isoDay, isoMonth, weekdayOf } from "../calendar.ts";
import { dayOfHijri, isHijriYear } from "../hijri.ts";
import type { Match, Reader } from "../match.ts";
import { type DateParts, derived, nearestCentury, printed, resolveParts } from "../resolve.ts";
import { isWord } from "../words-of-line.ts";
import { isNumberOfPaper } from "./names/things.ts";
import { leanOf } from "./tense.ts";

/** Three numbers and where they end: 27/7/2023, 2023-07-27, 12.3.2024. */
type Triple = { numbers: [string, string, string]; separator: string; end: number; to: number };

/**
 * A date in digits. A value above 12, the weekday printed beside it or the reader's own order say which
 * number is the day; where nothing does, the date is unknown. A year is needed, because 9/11 and 24/7
 * are no dates.
 */
export function numericDateAt(reader: Reader, at: number, weekday: number | null): Match | null {
	const { text, lex } = reader;
	const triple = tripleAt(reader, at);
	if (!triple) return pairAt(reader, at, weekday);
	if (bordersNumber(reader, at, triple)) return null;
	const word = text.words[at];
	if (!word) return null;
	let { end, to } = triple;
	const mark = text.words[end];
	const near = mark?.near === true;
	const isHijriMarked = near && lex.hijriMarks.has(mark.text);
	if (isHijriMarked || (near && mark.text.length === 1 && lex.gregorianMarks.has(mark.text))) {
		end++;
		to = mark?.to ?? to;
	}
	const piece = { first: at, end, from: word.from, to };
	const order = orderOf(reader, triple, weekday);
	if (!order) return null;
	if (order === "unsaid")
		return { ...piece, ...derived(null, "day"), kind: "date", calendar: "gregorian" };
	const { year, month, day } = order;
	if (isHijriYear(year)) {
		const found = isHijriMarked || year < 1500 ? dayOfHijri(year, month, day) : null;
		if (found === null) return null;
		return { ...piece, ...printed(isoDay(found), "day"), kind: "date", calendar: "hijri" };
	}
	if (isHijriMarked || !isDay(year, month, day)) return null;
	const parts: DateParts = { year, yearStep: null, month, day, step: null, weekday };
	const value = isoDay(dayNumber(year, month, day));
	return { ...piece, ...printed(value, "day"), kind: "date", parts, calendar: "gregorian" };
}

function tripleAt(reader: Reader, at: number): Triple | null {
	const { words } = reader.text;
	const first = words[at];
	if (!first || !/^\d/.test(first.text)) return null;
	if (first.text.includes(".")) {
		const parts = first.text.split(".");
		if (parts.length !== 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
		const [a = "", b = "", c = ""] = parts;
		return { numbers: [a, b, c], separator: ".", end: at + 1, to: first.to };
	}
	const second = words[at + 1];
	const third = words[at + 2];
	if (!second || !third || second.gap !== third.gap) return null;
	const separator = second.gap ?? "";
	if (!["/", "-", "\\", "‑", "–", "."].includes(separator)) return null;
	const numbers: [string, string, string] = [first.text, second.text, third.text];
	if (numbers.some((number) => !/^\d{1,4}$/.test(number))) return null;
	return { numbers, separator, end: at + 3, to: third.to };
}

/**
 * Two numbers: 2015/3 and 12-2015 are months. في 22/4 is a day only behind such a word or a weekday, and where
 * its order is beyond doubt.
 */
function pairAt(reader: Reader, at: number, weekday: number | null): Match | null {
	const { text, lex } = reader;
	const [first, second] = [text.words[at], text.words[at + 1]];
	const gap = second?.gap;
	if (!first || !second || (gap !== "/" && gap !== "-")) return null;
	if (!/^\d{1,4}$/.test(first.text) || !/^\d{1,4}$/.test(second.text)) return null;
	const piece = { first: at, end: at + 2, from: first.from, to: second.to };
	if (
		bordersNumber(reader, at, piece) ||
		/[:.,%]?\d/.test(text.n.text.slice(piece.to, piece.to + 2).trim())
	)
		return null;
	const [x, y] = [Number(first.text), Number(second.text)];
	const [year, month] = first.text.length === 4 ? [x, y] : [y, x];
	if ((first.text.length === 4) !== (second.text.length === 4)) {
		if (isNumberOfPaper(reader, at)) return null;
		if (month < 1 || month > 12 || year < 1900 || year > 2100) return null;
		return {
			...piece,
			...printed(isoMonth(year, month), "month"),
			kind: "month",
			calendar: "gregorian",
		};
	}
	const opened = weekday !== null || (first.near && isWord(text, at - 1, lex.numericOpeners));
	// A month with its nought is no fraction: 22/04.
	const whole = second.text.length === 2 && second.text.startsWith("0") && x > 12 && gap === "/";
	const dashed = gap === "-" && !(x > 12 && y <= 12 && first.near);
	if (
		!(opened || (whole && reader.dayFirst === true)) ||
		dashed ||
		x > 31 ||
		y > 31 ||
		x < 1 ||
		y < 1
	)
		return null;
	const dayFirst = x > 12 ? true : y > 12 ? false : weekday === null ? null : reader.dayFirst;
	if (dayFirst === null || (x > 12 && y > 12)) return null;
	const [day, number] = dayFirst ? [x, y] : [y, x];
	const parts: DateParts = { year: null, yearStep: null, month: number, day, step: null, weekday };
	const resolved = resolveParts(parts, reader.anchor, leanOf(text, at, piece.end, lex));
	if (day > 28 && resolved.value !== null && Number(resolved.value.slice(8)) !== day) return null;
	return { ...piece, ...resolved, kind: "date", parts, calendar: "gregorian" };
}

/** Part of a longer run of numbers (a telephone number, an address, a version) is no date. */
function bordersNumber(reader: Reader, at: number, triple: { to: number }): boolean {
	const { n, words } = reader.text;
	const start = words[at]?.from ?? 0;
	const before = n.text[start - 1] ?? " ";
	// «الأربعاء-2020-08-05»: the dash behind a weekday belongs to no number.
	if (before === "-" && words[at]?.gap === "-" && isWord(reader.text, at - 1, reader.lex.weekdays))
		return false;
	if (/[/\-.\\+#@_=&\da-z]/.test(before)) return true;
	const after = n.text[triple.to] ?? " ";
	if (after === "-" || after === "/" || after === "\\") {
		return /[\da-z]/.test(n.text[triple.to + 1] ?? " ");
	}
	return false;
}

type Order = { year: number; month: number; day: number };

function orderOf(
	reader: Reader,
	{ numbers: [a, b, c], separator }: Triple,
	weekday: number | null,
): Order | "unsaid" | null {
	const [x, y, z] = [Number(a), Number(b), Number(c)];
	if (a.length === 4) return { year: x, month: y, day: z };
	if (a.length > 2 || b.length > 2) return null;
	// A two-digit year only with slashes: 10-12-14 is a list or a score.
	if (c.length !== 4 && !(c.length === 2 && separator === "/" && b.length <= 2)) return null;
	const year = c.length === 2 ? nearestCentury(z, reader.anchor) : z;
	const dayFirst: Order = { year, month: y, day: x };
	const monthFirst: Order = { year, month: x, day: y };
	if (x > 12 || x === y || isHijriYear(year) || separator === ".") return dayFirst;
	if (y > 12) return monthFirst;
	if (weekday !== null && isDay(year, x, y) && isDay(year, y, x)) {
		const fits = (order: Order) =>
			weekdayOf(dayNumber(order.year, order.month, order.day)) === weekday;
		if (fits(dayFirst) !== fits(monthFirst)) return fits(dayFirst) ? dayFirst : monthFirst;
	}
	if (reader.dayFirst === null) return "unsaid";
	return reader.dayFirst ? dayFirst : monthFirst;
}
