import { isoDay } from "../calendar.ts";
import { dayOfHijri, hijriRange, isHijriYear, latestHijriYear } from "../hijri.ts";
import type { Match, Reader } from "../match.ts";
import { derived, printed, type Resolved } from "../resolve.ts";
import { isWord, phraseAt } from "../words-of-line.ts";
import { ordinalAt } from "./counts.ts";

/**
 * ١٥ رمضان ١٤٤٥هـ, رمضان 1445, عام 1445هـ. The month names are also names of people and seasons, so a day
 * or a Hijri year must stand beside one.
 */
export function hijriDateAt(reader: Reader, at: number): Match | null {
	return withDay(reader, at) ?? monthAndYear(reader, at) ?? yearAlone(reader, at);
}

function withDay(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const word = text.words[at];
	const ordinal = ordinalAt(text, at, lex);
	const day = ordinal ? ordinal.value : word && /^\d{1,2}$/.test(word.text) ? Number(word.text) : 0;
	if (!word || day < 1 || day > 30) return null;
	let next = ordinal ? ordinal.end : at + 1;
	for (let skipped = 0; skipped < 2 && isWord(text, next, lex.of); skipped++) next++;
	if (!text.words[next]?.near && text.words[next]?.gap !== "-") return null;
	const month = phraseAt(text, next, lex.hijri);
	if (!month) return null;
	const year = hijriYearAt(reader, month.end);
	const from = ordinal?.from ?? word.from;
	const resolved = resolveDay(reader, month.value, day, year?.year ?? null);
	if (!resolved) return null;
	return {
		...resolved,
		kind: "date",
		calendar: "hijri",
		first: at,
		end: year?.end ?? month.end,
		from,
		to: year?.to ?? month.to,
	};
}

function resolveDay(
	reader: Reader,
	month: number,
	day: number,
	year: number | null,
): Resolved | null {
	if (year !== null) {
		const found = dayOfHijri(year, month, day);
		return found === null ? null : printed(isoDay(found), "day");
	}
	const { anchor } = reader;
	if (anchor.day === null) return derived(null, "day");
	const latest = latestHijriYear(anchor.day, month);
	// A day a few weeks ahead is meant rather than the one almost a year back.
	for (const candidate of [latest + 1, latest, latest - 1]) {
		const found = dayOfHijri(candidate, month, day);
		if (found !== null && found <= anchor.day + 31) return derived(isoDay(found), "day");
	}
	return derived(null, "day");
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
