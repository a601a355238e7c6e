import { isoDay } from "../calendar.ts";
import { dayOfHijri, hijriOf, hijriRange, isHijriYear } from "../hijri.ts";
import type { Lean } from "../lean.ts";
import type { Match, Reader } from "../match.ts";
import { derived, nearestOf, printed, type ResolvedDate } from "../resolve.ts";
import { isWord, phraseAt } from "../words-of-line.ts";
import { ordinalAt } from "./counts.ts";
import { nthDayAt } from "./feasts.ts";
import { leanOf } from "./tense.ts";

/** Safar. */
const nilMonth = 2;
const longestMonth = 30;

/**
 * ١٥ رمضان ١٤٤٥هـ, رمضان 1445, عام 1445هـ. The month names are also names of people and seasons, so a day
 * or a Hijri year must stand beside one.
 */
export function hijriDateAt(reader: Reader, at: number): Match | null {
	return (
		withDay(reader, at) ??
		monthAndYear(reader, at) ??
		yearAlone(reader, at) ??
		monthAlone(reader, at)
	);
}

function withDay(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const word = text.words[at];
	const ordinal = nthDayAt(reader, at, longestMonth) ?? ordinalAt(text, at, lex);
	const day = ordinal ? ordinal.value : word && /^\d{1,2}$/.test(word.text) ? Number(word.text) : 0;
	if (!word || day < 1 || day > longestMonth) return null;
	let next = ordinal ? ordinal.end : at + 1;
	for (let skipped = 0; skipped < 2 && isWord(text, next, lex.of); skipped++) next++;
	if (!text.words[next]?.near && text.words[next]?.gap !== "-") return null;
	const month = phraseAt(text, next, lex.hijri);
	if (!month) return null;
	const year = hijriYearAt(reader, month.end);
	if (!year && isScore(reader, at, month)) return null;
	const from = ordinal?.from ?? word.from;
	const after =
		year || !text.words[month.end]?.near ? null : phraseAt(text, month.end, lex.stepAfter);
	const tail = year ?? after ?? month;
	const lean = leanOf(text, at, tail.end, lex);
	const resolved = resolveDay(
		reader,
		month.value,
		day,
		year?.year ?? null,
		after?.value ?? null,
		lean,
	);
	if (!resolved) return null;
	return {
		...resolved,
		kind: "date",
		calendar: "hijri",
		first: at,
		end: tail.end,
		from,
		to: tail.to,
	};
}

/** «2 - صفر»: the name of the second month is also the word for nil, and a dash leads to it in a score. */
function isScore({ text }: Reader, at: number, month: { first: number; value: number }): boolean {
	if (month.value !== nilMonth || text.words[at]?.number == null) return false;
	// Folding drops the long dash of Arabic type, so the line itself is asked.
	const between = text.line.slice(text.words[at]?.end ?? 0, text.words[month.first]?.start ?? 0);
	return /[-–—ـ−:]/u.test(between);
}

function resolveDay(
	reader: Reader,
	month: number,
	day: number,
	year: number | null,
	step: number | null,
	lean: Lean,
): ResolvedDate | null {
	if (year !== null) {
		const found = dayOfHijri(year, month, day);
		return found === null ? null : printed(isoDay(found), "day");
	}
	const { anchor } = reader;
	if (anchor.day === null) return derived(null, "day");
	const own = anchor.day;
	const now = hijriOf(own).year;
	const days = [now - 1, now, now + 1].flatMap((candidate) => {
		const found = dayOfHijri(candidate, month, day);
		return found === null ? [] : [{ year: found, offset: found - own }];
	});
	const sided = days.filter(({ offset }) => step === null || (step < 0 ? offset < 0 : offset > 0));
	const nearest = nearestOf(sided.length > 0 ? sided : days, lean);
	return derived(nearest === null ? null : isoDay(nearest), "day");
}

function monthAndYear(reader: Reader, at: number): Match | null {
	const month = phraseAt(reader.text, at, reader.lex.hijri);
	if (!month) return null;
	const year = hijriYearAt(reader, month.end);
	const range = year && hijriRange(year.year, month.value);
	if (!year || !range) return null;
	const value = `${isoDay(range[0])}/${isoDay(range[1])}`;
	const piece = { first: at, end: year.end, from: month.from, to: year.to };
	return { ...piece, ...printed(value, "interval"), kind: "month", calendar: "hijri" };
}

/** Months that nobody is named after, so that a preposition is enough; the others need the word for month. */
const unmistakable: ReadonlySet<number> = new Set([3, 4, 5, 6, 9, 10, 11, 12]);

/** رمضان الماضي, شهر شوال, في رمضان: of the year nearest to the article's day; حتى حلول رمضان is its first day. */
function monthAlone(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	const heading = phraseAt(text, at, lex.monthWords);
	const start = heading && text.words[heading.end]?.near ? heading.end : at;
	const month = phraseAt(text, start, lex.hijri);
	if (!month) return null;
	const after = text.words[month.end]?.near ? phraseAt(text, month.end, lex.stepAfter) : null;
	const opened = text.words[at]?.near === true && isWord(text, at - 1, lex.monthOpeners);
	if (start === at && !after && !(opened && unmistakable.has(month.value))) return null;
	const end = after?.end ?? month.end;
	const from = (start === at ? null : heading?.from) ?? month.from;
	const piece = {
		first: at,
		end,
		from,
		to: after?.to ?? month.to,
		kind: "month" as const,
		calendar: "hijri" as const,
	};
	if (anchor.day === null) return { ...piece, ...derived(null, "interval") };
	const own = anchor.day;
	const now = hijriOf(own).year;
	const months = [now - 1, now, now + 1].flatMap((year) => {
		const days = hijriRange(year, month.value);
		if (!days) return [];
		const offset = days[0] > own ? days[0] - own : days[1] < own ? days[1] - own : 0;
		return [{ year, offset, days }];
	});
	const step = after?.value ?? null;
	const sided = months.filter(
		({ offset }) =>
			step === null || (step === 0 ? offset === 0 : step < 0 ? offset < 0 : offset > 0),
	);
	const lean = leanOf(text, at, end, lex);
	// It comes again in a year less eleven days: a limit may be that far off.
	const year =
		step === null
			? nearestOf(months, { ...lean, by: "verb" })
			: (sided.sort((a, b) => Math.abs(a.offset) - Math.abs(b.offset))[0]?.year ?? null);
	const days = months.find((one) => one.year === year)?.days;
	if (!days) return { ...piece, ...derived(null, "interval") };
	if (lean.sure && lean.to === "ahead" && step === null)
		return { ...piece, ...derived(isoDay(days[0]), "day"), future: true };
	return { ...piece, ...derived(`${isoDay(days[0])}/${isoDay(days[1])}`, "interval") };
}

function yearAlone(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const heading = phraseAt(text, at, lex.yearWords);
	const start = heading ? heading.end : at;
	const year = hijriYearAt(reader, start);
	if (!year?.marked || (!text.words[start]?.near && start !== at)) return null;
	const range = hijriRange(year.year, null);
	if (!range) return null;
	const from = heading?.from ?? text.words[start]?.from ?? 0;
	const value = `${isoDay(range[0])}/${isoDay(range[1])}`;
	const piece = { first: at, end: year.end, from, to: year.to };
	return { ...piece, ...printed(value, "interval"), kind: "year", calendar: "hijri" };
}

function hijriYearAt(
	reader: Reader,
	at: number,
): { year: number; marked: boolean; end: number; to: number } | null {
	const { text, lex } = reader;
	let start = at;
	if (phraseAt(text, at, lex.yearWords)) start = at + 1;
	const word = text.words[start];
	const gap = word?.gap;
	if (!word || !(gap === "" || gap === "," || gap === "،" || gap === "-")) return null;
	if (!/^1[3-5]\d\d$/.test(word.text) || !isHijriYear(Number(word.text))) return null;
	const mark = text.words[start + 1];
	const marked = mark?.near === true && lex.hijriMarks.has(mark.text);
	const last = marked ? mark : word;
	return { year: Number(word.text), marked, end: start + (marked ? 2 : 1), to: last.to };
}
