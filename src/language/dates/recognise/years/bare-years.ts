import type { Match, Reader } from "../../match.ts";
import { printed } from "../../resolve.ts";
import { isWord, phraseAt } from "../../words-of-line.ts";
import { fourDigitsAt, inWords, isQuantity } from "./years.ts";

/** عام 2023, in 2023, 2019-2021, بين عامي 2019 و2021. */
export function yearAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const heading = phraseAt(text, at, lex.yearWords);
	const start = heading && text.words[heading.end]?.near ? heading.end : at;
	const year =
		fourDigitsAt(reader, start) ?? (start === at ? ledInWords(reader, at) : inWords(reader, start));
	if (!year) return null;
	const from = heading && start !== at ? heading.from : year.from;
	const headed = start !== at;
	const range = yearRange(reader, year, headed, at);
	if (range) {
		const value = `${year.year}/${range.year}`;
		return piece(at, range.end, from, range.to, value, "interval", "range");
	}
	if (!headed && year.end - at < 2 && !isBareYear(reader, at, year.end)) return null;
	return piece(at, year.end, from, year.to, String(year.year), "year", "year");
}

/** في ألف وسبعمائة وتسعة وثمانين: behind a preposition, of three words and more, and nothing counted. */
function ledInWords(reader: Reader, at: number) {
	const { text, lex } = reader;
	if (!text.words[at]?.near || !isWord(text, at - 1, lex.yearOpeners)) return null;
	const year = inWords(reader, at);
	return year && year.end - at >= 3 && !text.words[year.end]?.near ? year : null;
}

function piece(
	first: number,
	end: number,
	from: number,
	to: number,
	value: string,
	precision: "year" | "interval",
	kind: "year" | "range",
): Match {
	return { first, end, from, to, kind, ...printed(value, precision) };
}

function yearRange(
	reader: Reader,
	first: { year: number; end: number },
	headed: boolean,
	at: number,
): { year: number; end: number; to: number } | null {
	const { text, lex } = reader;
	const join = text.words[first.end];
	if (!join) return null;
	const dash = join.gap === "-" || join.gap === "–" || join.gap === "—" || join.gap === "/";
	const opened = headed || isWord(text, at - 1, lex.rangeOpeners);
	let next = first.end;
	if (!dash) {
		const to = isWord(text, next, lex.to);
		const and = isWord(text, next, lex.and);
		if (!join.near || !opened || !(to || and)) return null;
		next++;
		if (phraseAt(text, next, lex.yearWords) && text.words[next]?.near) next++;
		if (and && !isPaired(reader, at)) return null;
	}
	const last = fourDigitsAt(reader, next) ?? shortYear(reader, next, first.year, join.gap ?? "");
	if (!last || last.year <= first.year || last.year - first.year > 200) return null;
	// 2023/2024 is a season or a school year; a longer span is not written with a slash.
	if (join.gap === "/" && last.year !== first.year + 1) return null;
	if (!headed && !areBareYears(reader, at, first.year, last)) return null;
	return last;
}

/** Two numbers without the word for year: years unless they are round, old, counted or part of a longer run. */
function areBareYears(
	reader: Reader,
	at: number,
	first: number,
	last: { year: number; end: number; to: number },
): boolean {
	if (first < 1900 || (first % 100 === 0 && last.year % 50 === 0)) return false;
	return !borders(reader, at, last.to) && !isQuantity(reader, last.end);
}

/** عامي 2022 و2023, between 2019 and 2021: "and" joins two years only after such a word. */
function isPaired(reader: Reader, at: number): boolean {
	return (
		isWord(reader.text, at, reader.lex.rangeOpeners) ||
		isWord(reader.text, at - 1, reader.lex.rangeOpeners)
	);
}

/** The second year of 2019-20. */
function shortYear(
	reader: Reader,
	at: number,
	first: number,
	gap: string,
): { year: number; end: number; to: number } | null {
	const word = reader.text.words[at];
	if (gap === "" || !word || !/^\d{2}$/.test(word.text)) return null;
	const year = Math.floor(first / 100) * 100 + Number(word.text);
	return year === first + 1 ? { year, end: at + 1, to: word.to } : null;
}

function borders(reader: Reader, at: number, to: number): boolean {
	const { n, words } = reader.text;
	const before = n.text[(words[at]?.from ?? 0) - 1] ?? " ";
	return /[-+/\d#]/.test(before) || /[-/\d]/.test(n.text[to] ?? " ");
}

/** In 2022 and 2023, عامي 2022 و2023: the year before was one, too. */
function goesOnFromYear({ text, lex, last }: Reader, at: number): boolean {
	const and = isWord(text, at - 1, lex.and) || text.words[at - 1]?.text === "و";
	return last?.kind === "year" && and && last.end === at - 1;
}

/** A four-digit number after "in" or "since" is a year unless a unit or a percentage follows. */
function isBareYear(reader: Reader, at: number, end: number): boolean {
	const { text, lex } = reader;
	const word = text.words[at];
	if (!word || !(word.near || word.gap === "-" || word.attached)) return false;
	if (!isWord(text, at - 1, lex.yearOpeners) && !goesOnFromYear(reader, at)) return false;
	const year = Number(word.text);
	if (year < 1900 || year % 100 === 0) return false;
	return !isQuantity(reader, end);
}
