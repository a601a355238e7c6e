import { isYear } from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { type DateParts, derived, printed, resolveParts } from "../resolve.ts";
import { isWord, phraseAt } from "../words-of-line.ts";
import { hijriDateAt } from "./hijri-dates.ts";
import { dayMonthAt, monthDayAt } from "./month-days.ts";
import { isEndOfRange, isMonthByContext, monthAt } from "./months.ts";
import { isGivenNameOfMonth } from "./names/persons.ts";
import { numericDateAt } from "./numeric.ts";
import { leanOf } from "./tense.ts";
import { yearBefore } from "./years/year-before.ts";
import { yearAfter } from "./years/years.ts";

/** A calendar date or month, in words or digits, with its equivalent in the other calendar. */
export function calendarDateAt(
	reader: Reader,
	at: number,
	weekday: number | null = null,
): Match | null {
	const first = oneCalendarAt(reader, at, weekday);
	return first && withEquivalent(reader, first, weekday);
}

function oneCalendarAt(reader: Reader, at: number, weekday: number | null): Match | null {
	return (
		numericDateAt(reader, at, weekday) ??
		dayMonthAt(reader, at, weekday) ??
		hijriDateAt(reader, at) ??
		monthDayAt(reader, at, weekday) ??
		monthAlone(reader, at)
	);
}

/** "(25 مارس 2024)" or "الموافق …" after a Hijri date, and the other way round: one date, the Gregorian value. */
function withEquivalent(reader: Reader, first: Match, weekday: number | null): Match {
	const { text, lex } = reader;
	const gap = text.words[first.end]?.gap;
	if (gap === undefined || gap === null || !/^[(،,/=\-–]?$/.test(gap)) return first;
	const link = phraseAt(text, first.end, lex.corresponding);
	const start = link ? link.end : first.end;
	const other = oneCalendarAt(reader, start, weekday);
	if (!other?.calendar || !first.calendar || other.calendar === first.calendar) return first;
	if (other.precision !== first.precision && first.calendar === "gregorian") return first;
	const best = first.calendar === "gregorian" ? first : other;
	const to = gap === "(" && text.n.text[other.to] === ")" ? other.to + 1 : other.to;
	return { ...best, first: first.first, from: first.from, end: other.end, to };
}

/** July 2023, فبراير/شباط 2022, مارس الماضي, last March, تموز. */
function monthAlone(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const lead = phraseAt(text, at, lex.stepBefore);
	const start = lead && text.words[lead.end]?.near ? lead.end : at;
	const month = monthAt(reader, start);
	if (!month || (start === at && isPerson(reader, at))) return null;
	const year = yearAfter(reader, month.end);
	const fixed = year !== null && (year.year === null || isYear(year.year));
	const led = start !== at && lead !== null;
	if (month.value.certainty === "short") {
		if (year?.year == null && !isEndOfRange(reader, month)) return null;
	} else if (
		!fixed &&
		!(led && month.value.certainty === "sure") &&
		!isMonthByContext(reader, month) &&
		!isEndOfRange(reader, month)
	) {
		return null;
	}
	const parts: DateParts = {
		year: year?.year ?? (year === null ? yearBefore(reader, at) : null),
		yearStep: year?.yearStep ?? null,
		month: month.value.month,
		day: null,
		step: year?.step ?? (led ? lead.value : null),
		weekday: null,
	};
	const end = year?.end ?? month.end;
	const lean = leanOf(text, at, end, lex);
	if (year === null && parts.year === null && isOfUnreadYear(reader, month.end)) {
		const piece = { first: at, end, from: led ? lead.from : month.from, to: month.to };
		return { ...piece, ...derived(null, "month"), kind: "month", calendar: "gregorian" };
	}
	const resolved =
		parts.year === null ? resolveParts(parts, reader.anchor, lean) : monthOf(parts, year !== null);
	const from = led ? lead.from : month.from;
	return {
		first: at,
		end,
		from,
		to: year?.to ?? month.to,
		kind: "month",
		parts,
		calendar: "gregorian",
		...resolved,
	};
}

/** "June Aldridge died": nothing before it leads to a month. */
function isPerson({ text, lex }: Reader, at: number): boolean {
	if (!isWord(text, at, lex.givenMonths)) return false;
	const before = text.words[at]?.near ? (text.words[at - 1]?.text ?? "") : "";
	if (lex.definite.has(before) || lex.articles.hasWord(before)) return false;
	return !lex.monthOpeners.hasWord(before) && isGivenNameOfMonth(text, at);
}

/** يونيو من عام الفيل, "June of that year", من العام نفسه: a year that was not read is not the article's. */
function isOfUnreadYear({ text, lex }: Reader, at: number): boolean {
	let next = at;
	while (
		next < at + 2 &&
		text.words[next]?.near &&
		isWord(text, next, lex.of) &&
		!phraseAt(text, next, lex.yearWords)
	)
		next++;
	const same = next > at ? phraseAt(text, next, lex.sameBefore) : null;
	const year = phraseAt(text, same?.end ?? next, lex.yearWords);
	if (!year || next === at || !text.words[next]?.near) return false;
	const after = text.words[year.end];
	// "Of the year" is the article's.
	const named = lex.namedYears.has(text.words[year.first]?.text ?? "");
	if (same !== null) return true;
	return after?.near === true && (named || lex.same.has(after.text));
}

function monthOf(parts: DateParts, isPrinted: boolean) {
	const value = `${parts.year}-${String(parts.month).padStart(2, "0")}`;
	return isPrinted ? printed(value, "month") : derived(value, "month");
}
