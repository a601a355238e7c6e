import { isYear } from "../../calendar.ts";
import type { Reader } from "../../match.ts";
import { nearestCentury } from "../../resolve.ts";
import { isWord, phraseAt, wordBefore } from "../../words-of-line.ts";
import { wordYearAt } from "./word-years.ts";

type YearFound = {
	year: number | null;
	yearStep: number | null;
	step: number | null;
	end: number;
	to: number;
};

type Digits = { year: number; end: number; to: number; from: number };

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

/**
 * What follows a month and fixes its year: 2023, من عام 2023, of last year, الماضي. Behind a day and its
 * month (`behindDay`) a number of four digits is a year, whatever follows: "20 March 2003 troops".
 */
export function yearAfter(reader: Reader, at: number, behindDay = false): YearFound | null {
	const { text, lex } = reader;
	const word = text.words[at];
	if (!word) return null;
	const gap = word.gap;
	const near = word.near || gap === ")";
	const closed = gap === ")," || gap === ")،";
	const plain =
		near || closed || gap === "," || gap === "،" || gap === "/" || gap === "-" || gap === ".";
	if (!plain || (gap === "." && word.sentence !== text.words[at - 1]?.sentence)) return null;
	const digits =
		fourDigitsAt(reader, at) ??
		(behindDay ? yearBehindClock(reader, at) : null) ??
		inWords(reader, at) ??
		(behindDay ? shortYearAt(reader, at) : null);
	if (digits && (behindDay || !isQuantity(reader, digits.end))) {
		return { ...digits, yearStep: null, step: null };
	}
	if (!near && !closed && gap !== "," && gap !== "،") return null;
	let next = at;
	for (let skipped = 0; skipped < 3 && isWord(text, next, lex.of); skipped++) {
		if (!text.words[next + 1]?.near) break;
		next++;
		const year =
			fourDigitsAt(reader, next) ??
			inWords(reader, next) ??
			(behindDay ? shortYearAt(reader, next) : null);
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

/** Wed Oct 26 15:50:06 2016, as mails and machines write it. */
function yearBehindClock(reader: Reader, at: number): Digits | null {
	const { words } = reader.text;
	if (!/^\d{1,2}$/.test(words[at]?.text ?? "")) return null;
	let next = at + 1;
	while (next < at + 3 && words[next]?.gap === ":" && /^\d\d$/.test(words[next]?.text ?? ""))
		next++;
	return next > at + 1 && words[next]?.near ? fourDigitsAt(reader, next) : null;
}

/** ألفين وستة, nineteen ninety-six. */
export function inWords({ text, lex }: Reader, at: number): Digits | null {
	const found = wordYearAt(text, at, lex);
	return found && { year: found.value, end: found.end, to: found.to, from: found.from };
}

/** A year of two digits behind a day and its month: '87, of 87; smaller numbers may be anything. */
function shortYearAt({ text, anchor }: Reader, at: number): Digits | null {
	const word = text.words[at];
	if (!word || !/^\d\d$/.test(word.text)) return null;
	const marked = text.n.text[word.from - 1] === "'";
	if (
		!marked &&
		(Number(word.text) <= 31 || /^(?:[:%\d]|\.\d)/.test(text.n.text.slice(word.to, word.to + 2)))
	)
		return null;
	const year = nearestCentury(Number(word.text), anchor);
	return { year, end: at + 1, to: word.to, from: word.from };
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

type PeriodFound = {
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

export function isQuantity(reader: Reader, end: number): boolean {
	const { text, lex } = reader;
	const after = text.n.text[text.words[end - 1]?.to ?? 0];
	if (after === "%" || after === "٪" || after === "$" || after === "€") return true;
	return text.words[end]?.near === true && phraseAt(text, end, lex.quantities) !== null;
}
