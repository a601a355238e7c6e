import { isYear } from "./calendar.ts";
import type { Match, Reader } from "./match.ts";
import { derived, printed } from "./resolve.ts";
import { isWord, phraseAt, wordBefore } from "./scan.ts";

export type YearFound = {
	year: number | null;
	yearStep: number | null;
	step: number | null;
	end: number;
	to: number;
};

/** The year in four digits at the word, its mark (2023م, 2023 AD) included. */
export function fourDigitsAt(
	reader: Reader,
	at: number,
): { year: number; end: number; to: number; from: number } | null {
	const { text, lex } = reader;
	const word = text.words[at];
	if (!word || !/^\d{4}$/.test(word.text) || !isYear(Number(word.text))) return null;
	const mark = text.words[at + 1];
	const marked = mark?.near === true && lex.gregorianMarks.has(mark.text);
	// A lone م after a space is also an initial: only directly after the number, or the whole word.
	if (marked && (mark.attached || mark.text.length > 1)) {
		return { year: Number(word.text), end: at + 2, to: mark.to, from: word.from };
	}
	return { year: Number(word.text), end: at + 1, to: word.to, from: word.from };
}

/** What follows a month and fixes its year: 2023, من عام 2023, of last year, الماضي. */
export function yearAfter(reader: Reader, at: number): YearFound | null {
	const { text, lex } = reader;
	const word = text.words[at];
	if (!word) return null;
	const gap = word.gap;
	const near = word.near || gap === ")";
	const plain = near || gap === "," || gap === "،" || gap === "/" || gap === "-" || gap === ".";
	if (!plain || (gap === "." && word.sentence !== text.words[at - 1]?.sentence)) return null;
	const digits = fourDigitsAt(reader, at);
	if (digits) return { ...digits, yearStep: null, step: null };
	if (!near && gap !== "," && gap !== "،") return null;
	let next = at;
	for (let skipped = 0; skipped < 3 && isWord(text, next, lex.of); skipped++) {
		if (!text.words[next + 1]?.near) break;
		next++;
		const year = fourDigitsAt(reader, next);
		if (year) return { ...year, yearStep: null, step: null };
		const relative = relativeYearAt(reader, next);
		if (relative) return relative;
	}
	const relative = relativeYearAt(reader, at);
	if (relative) return relative;
	const step = phraseAt(text, at, lex.stepAfter);
	if (!step || step.from !== word.from) return null;
	return { year: null, yearStep: null, step: step.value, end: step.end, to: step.to };
}

function relativeYearAt(reader: Reader, at: number): YearFound | null {
	const period = relativePeriodAt(reader, at);
	if (period?.unit === "same" && reader.last?.value) {
		const year = Number(reader.last.value.slice(0, 4));
		return { year, yearStep: null, step: null, end: period.end, to: period.to };
	}
	if (period?.unit !== "year") return null;
	return { year: null, yearStep: period.step, step: null, end: period.end, to: period.to };
}

export type PeriodFound = {
	unit: "week" | "month" | "year" | "quarter" | "weekend" | "same";
	step: number;
	end: number;
	from: number;
	to: number;
};

/** العام الماضي, هذا الأسبوع, next month: a unit and how far it is from the article's. */
export function relativePeriodAt(reader: Reader, at: number): PeriodFound | null {
	const { text, lex } = reader;
	const before = phraseAt(text, at, lex.stepBefore);
	if (before && text.words[before.end]?.near) {
		const unit = phraseAt(text, before.end, lex.periods);
		if (unit && unit.from === text.words[before.end]?.from) {
			return {
				unit: unit.value,
				step: before.value,
				end: unit.end,
				from: before.from,
				to: unit.to,
			};
		}
	}
	const same = phraseAt(text, at, lex.sameBefore);
	const of = same && text.words[same.end]?.near ? phraseAt(text, same.end, lex.periods) : null;
	if (same && of?.value === "year") {
		return { unit: "same", step: 0, end: of.end, from: same.from, to: of.to };
	}
	const unit = phraseAt(text, at, lex.periods);
	if (!unit) return null;
	const next = text.words[unit.end];
	if (!next?.near) return null;
	if (unit.value === "year" && lex.same.has(next.text)) {
		return { unit: "same", step: 0, end: unit.end + 1, from: unit.from, to: next.to };
	}
	const step = phraseAt(text, unit.end, lex.stepAfter);
	if (!step || step.from !== next.from) return null;
	// الأمين العام الحالي is a person, not a year.
	const head = wordBefore(text, at);
	if (unit.value === "year" && head !== null && lex.generalBefore.has(head)) return null;
	return { unit: unit.value, step: step.value, end: step.end, from: unit.from, to: step.to };
}

/** عام 2023, in 2023, 2019-2021, بين عامي 2019 و2021. */
export function yearAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const heading = phraseAt(text, at, lex.yearWords);
	const start = heading && text.words[heading.end]?.near ? heading.end : at;
	const year = fourDigitsAt(reader, start);
	if (!year) return null;
	const from = heading && start !== at ? heading.from : year.from;
	const headed = start !== at;
	const range = yearRange(reader, year, headed, at);
	if (range) {
		const value = `${year.year}/${range.year}`;
		return piece(at, range.end, from, range.to, value, "interval", "range");
	}
	if (!headed && !isBareYear(reader, at, year.end)) return null;
	return piece(at, year.end, from, year.to, String(year.year), "year", "year");
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

/** A four-digit number after "in" or "since" is a year unless a unit or a percentage follows. */
function isBareYear(reader: Reader, at: number, end: number): boolean {
	const { text, lex } = reader;
	const word = text.words[at];
	if (!word || !(word.near || word.gap === "-") || !isWord(text, at - 1, lex.yearOpeners))
		return false;
	const year = Number(word.text);
	if (year < 1900 || year % 100 === 0) return false;
	return !isQuantity(reader, end);
}

export function isQuantity(reader: Reader, end: number): boolean {
	const { text, lex } = reader;
	const after = text.n.text[text.words[end - 1]?.to ?? 0];
	if (after === "%" || after === "٪" || after === "$" || after === "€") return true;
	return text.words[end]?.near === true && phraseAt(text, end, lex.quantities) !== null;
}

/** The period as a date; weeks, weekends and quarters are intervals. */
export function yearOfPeriod(reader: Reader, step: number) {
	const { year } = reader.anchor;
	return derived(year === null ? null : String(year + step), "year");
}
