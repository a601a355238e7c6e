import type { Anchor } from "../anchor.ts";
import { addMonths, dayNumber, isDay, isoDate } from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { type DateParts, derived, resolveParts } from "../resolve.ts";
import { isLatin, isWord } from "../words-of-line.ts";
import { cardinalAt, ordinalAt } from "./counts.ts";
import { type MonthFound, monthAt } from "./months.ts";
import { leanOf } from "./tense.ts";
import { yearBefore, yearOfSameMonth } from "./years/year-before.ts";
import { inWords, isQuantity, relativePeriodAt, yearAfter } from "./years/years.ts";

/** أول مايو needs no link; الأول من مايو and "the first of May" do. */
function isIndefinite(word: string): boolean {
	return !isLatin(word) && !word.includes("ال");
}

/** الخامس من الشهر الجاري, the 5th of this month. */
function dayOfRelativeMonth(reader: Reader, at: number, from: number, days: Days): Match | null {
	const { text, lex, anchor } = reader;
	let next = days.end;
	while (next < days.end + 2 && isWord(text, next, lex.of) && text.words[next]?.near) next++;
	const linked = next > days.end || (days.last !== null && text.words[next]?.near === true);
	const period = linked ? relativePeriodAt(reader, next) : null;
	if (period?.unit !== "month") return null;
	const { year, month } = anchor;
	const known = year !== null && month !== null;
	const [y, m] = known ? addMonths(year, month, period.step) : [0, 0];
	const of = (day: number) => (known && isDay(y, m, day) ? isoDate(y, m, day) : null);
	const [first, last] = [of(days.day), days.last === null ? null : of(days.last)];
	if (days.last !== null) {
		const piece = { first: at, end: period.end, from, to: period.to, kind: "range" as const };
		return { ...piece, ...derived(first && last && `${first}/${last}`, "interval") };
	}
	const value = first;
	return {
		...derived(value, "day"),
		kind: "date",
		first: at,
		end: period.end,
		from,
		to: period.to,
	};
}

type Days = { day: number; last: number | null; end: number };

/** 27 July 2023, 16-17 مايو, الرابع والعشرين من فبراير/شباط 2022, من 3 إلى 5 أيار. */
export function dayMonthAt(reader: Reader, at: number, weekday: number | null): Match | null {
	const { text } = reader;
	const word = text.words[at];
	const ordinal = ordinalAt(text, at, reader.lex);
	const inFigures = daysAt(reader, at);
	const days = inFigures ?? daySpelled(reader, at);
	if (!word || !days || isMoney(text, word.from)) return null;
	if (/[./\-\d:]/.test(text.n.text[word.from - 1] ?? " ") && word.number !== null && !word.near)
		return null;
	const linked = inFigures !== null && word.number === null && !isIndefinite(word.text);
	const month = monthOfDay(reader, days.end, linked);
	if (!month) return dayOfRelativeMonth(reader, at, ordinal?.from ?? word.from, days);
	return build(reader, at, ordinal?.from ?? word.from, month, days, weekday);
}

/** Fifteen August two thousand and three: a cardinal is a day only where the year follows. */
function daySpelled(reader: Reader, at: number): Days | null {
	const day = dayInWords(reader, at);
	if (!day || !isLatin(reader.text.words[at]?.text ?? "")) return null;
	const month = reader.text.words[day.end]?.near ? monthAt(reader, day.end) : null;
	return month && yearAfter(reader, month.end, true)?.year != null ? { ...day, last: null } : null;
}

/** "$ 12 December 27": the sum stands before the date. */
function isMoney({ n }: Reader["text"], from: number): boolean {
	return /[$€£]\s?$/.test(n.text.slice(Math.max(0, from - 2), from));
}

function daysAt(reader: Reader, at: number): Days | null {
	const { text, lex } = reader;
	const first = dayAt(reader, at);
	if (!first) return null;
	const join = text.words[first.end];
	if (!join) return null;
	if (join.gap === "-" || join.gap === "–" || join.gap === "/") {
		const last = dayAt(reader, first.end);
		return last && last.day > first.day
			? { day: first.day, last: last.day, end: last.end }
			: { ...first, last: null };
	}
	const joined = isWord(text, first.end, lex.to) || isWord(text, first.end, lex.and);
	if (join.near && joined) {
		const last = dayAt(reader, first.end + 1);
		if (last && last.day > first.day) return { day: first.day, last: last.day, end: last.end };
	}
	return { ...first, last: null };
}

function dayAt(reader: Reader, at: number): { day: number; end: number } | null {
	const ordinal = ordinalAt(reader.text, at, reader.lex);
	const word = reader.text.words[at];
	if (ordinal)
		return ordinal.value >= 1 && ordinal.value <= 31
			? { day: ordinal.value, end: ordinal.end }
			: null;
	const plain = word !== undefined && /^\d{1,2}$/.test(word.text);
	const day = Number(word?.text);
	return plain && day >= 1 && day <= 31 ? { day, end: at + 1 } : null;
}

/** The month after a day, past "of" or من; a day in words needs that link in Arabic. */
function monthOfDay(reader: Reader, at: number, inWords: boolean): MonthFound | null {
	const { text, lex } = reader;
	const word = text.words[at];
	if (!word) return null;
	// "16. November 2016" only with its year: a number and a stop begin the items of a list.
	const dotted = word.gap === "." && word.sentence === text.words[at - 1]?.sentence;
	if (!(word.near || word.gap === "-" || word.gap === "/" || dotted)) return null;
	const direct = monthAt(reader, at);
	if (dotted && (!direct || yearAfter(reader, direct.end, true)?.year == null)) return null;
	if (direct && !inWords) return direct;
	let next = at;
	for (let skipped = 0; skipped < 2 && isWord(text, next, lex.of); skipped++) {
		if (!text.words[next + 1]?.near) return null;
		next++;
		const month = monthAt(reader, next);
		if (month) return month;
	}
	return null;
}

/** July 27, 2023; May 16-17; in Arabic only with the year, where it is a date beyond doubt. */
export function monthDayAt(reader: Reader, at: number, weekday: number | null): Match | null {
	const { text } = reader;
	const month = monthAt(reader, at);
	if (!month) return null;
	const word = text.words[month.end];
	const slashed = word?.gap === "/" && !isLatin(text.words[month.first]?.text ?? "");
	if (!word || !(word.near || word.gap === "." || slashed)) return null;
	const english = isLatin(text.words[month.first]?.text ?? "");
	const the = english && reader.lex.definite.has(word.text) ? 1 : 0;
	const inDigits = dayAt(reader, month.end + the);
	// August nineteen hundred ninety-three.
	const isYear = the === 0 && inWords(reader, month.end) !== null;
	const spelled = isYear ? null : dayInWords(reader, month.end + the);
	// "Twenty" begins the ordinal and the cardinal: the longer reading is the day.
	const day = spelled && spelled.end > (inDigits?.end ?? 0) ? spelled : inDigits;
	// A year in words begins like a quantity: يناير 21 ألفان وثمانية عشر.
	if (!day || (isQuantity(reader, day.end) && inWords(reader, day.end) === null)) return null;
	// يناير الحادي والعشرين only with the year behind it.
	const bySpelling = !english && word.number === null && day !== spelled;
	if (bySpelling && yearAfter(reader, day.end, true)?.year == null) return null;
	let days: Days = { ...day, last: null };
	const join = text.words[day.end];
	if (join && (join.gap === "-" || join.gap === "–")) {
		const last = dayAt(reader, day.end);
		if (last && last.day > day.day && !monthAt(reader, last.end))
			days = { day: day.day, last: last.day, end: last.end };
	}
	const through = english && text.words[day.end]?.near && isWord(text, day.end, reader.lex.to);
	if (through) {
		const skip = reader.lex.definite.has(text.words[day.end + 1]?.text ?? "") ? 2 : 1;
		const last = ordinalAt(text, day.end + skip, reader.lex) ? dayAt(reader, day.end + skip) : null;
		const ofMonth = last && monthOfDay(reader, last.end, false);
		if (last && last.day > day.day && !ofMonth)
			days = { day: day.day, last: last.day, end: last.end };
	}
	if (!english) {
		const year = yearAfter(reader, days.end, true);
		if (year?.year == null && !(month.value.certainty === "sure" && endsClause(reader, days.end)))
			return null;
	}
	return build(
		reader,
		at,
		month.from,
		{ ...month, end: days.end, to: text.words[days.end - 1]?.to ?? month.to },
		days,
		weekday,
	);
}

/** May twenty-nine: a cardinal in words. */
function dayInWords({ text, lex }: Reader, at: number): { day: number; end: number } | null {
	const count = cardinalAt(text, at, lex);
	const plain = count && text.words[at]?.number === null && count.value >= 1 && count.value <= 31;
	return plain ? { day: count.value, end: count.end } : null;
}

/** أكتوبر 14 is a day where nothing follows that could be counted. */
function endsClause({ text }: Reader, at: number): boolean {
	const next = text.words[at];
	// The hour behind a day counts nothing.
	const isHour = next?.number != null && text.n.text[next.to] === ":";
	return next === undefined || !next.near || isHour;
}

function build(
	reader: Reader,
	at: number,
	from: number,
	month: MonthFound,
	days: Days,
	weekday: number | null,
): Match | null {
	const year = yearAfter(reader, month.end, true);
	const context =
		year === null
			? (yearBefore(reader, at) ?? yearOfSameMonth(reader, at, month.value.month))
			: null;
	const parts: DateParts = {
		year:
			year?.year ??
			context ??
			namedYear(reader, at, year?.end ?? month.end, month.value.month, days.day),
		yearStep: year?.yearStep ?? null,
		month: month.value.month,
		day: days.day,
		step: year?.step ?? null,
		weekday,
	};
	const end = year?.end ?? month.end;
	const to = year?.to ?? month.to;
	const lean = leanOf(reader.text, at, end, reader.lex);
	const resolved = resolveParts(parts, reader.anchor, lean);
	const piece = { first: at, end, from, to, calendar: "gregorian" as const };
	if (year?.year == null && parts.year !== null) resolved.basis = "derived";
	if (days.last === null) {
		if (!isRealDay(parts, resolved.value)) return null;
		return { ...piece, ...resolved, kind: "date", parts };
	}
	const last = resolveParts(
		{ ...parts, day: days.last, year: yearOf(resolved.value) },
		reader.anchor,
		lean,
	);
	const value = resolved.value && last.value ? `${resolved.value}/${last.value}` : null;
	return { ...piece, value, precision: "interval", basis: resolved.basis, kind: "range" };
}

function yearOf(value: string | null): number | null {
	return value === null ? null : Number(value.slice(0, 4));
}

/** 31 June is a misprint or no date at all; resolving clips it, which this undoes. */
function isRealDay(parts: DateParts, value: string | null): boolean {
	if (parts.day === null) return true;
	if (value === null)
		return parts.day <= (parts.month === 2 ? 29 : [4, 6, 9, 11].includes(parts.month) ? 30 : 31);
	return Number(value.slice(8, 10)) === parts.day;
}

/** The year of a day that is the name of an event (أحداث 11 سبتمبر), where the article is later. */
function namedYear(
	reader: Reader,
	at: number,
	end: number,
	month: number,
	day: number,
): number | null {
	const { text, lex, anchor } = reader;
	const around = [text.words[at - 1], text.words[end], text.words[end + 1]];
	for (const named of lex.namedDays) {
		if (named.month !== month || named.day !== day) continue;
		if (isAfter(named, anchor)) continue;
		if (around.some((word) => word !== undefined && named.heads.has(bare(word.text))))
			return named.year;
	}
	return null;
}

function isAfter(named: { year: number; month: number; day: number }, anchor: Anchor): boolean {
	if (anchor.day !== null) return dayNumber(named.year, named.month, named.day) > anchor.day;
	return anchor.year !== null && named.year > anchor.year;
}

/** Without article and proclitic: بهجمات, الثورة. */
function bare(word: string): string {
	return word.replace(/^[وفبلك]?(?:ال)?(?=.{3})/, "");
}
