import { addMonths, daysInMonth, isoDate, isoMonth } from "../calendar.ts";
import type { PartWord } from "../date-words.ts";
import type { Match, Reader } from "../match.ts";
import { derived, type ResolvedDate } from "../resolve.ts";
import { type Found, isWord, phraseAt, wordBefore } from "../words-of-line.ts";
import { quarterAt } from "./fractions.ts";
import { monthIn, months, partOfMonth, yearRefAt } from "./periods.ts";
import { relativePeriodAt } from "./years/years.ts";

const daysOf: Record<PartWord, readonly [number, number]> = {
	early: [1, 10],
	start: [1, 10],
	mid: [11, 20],
	late: [21, 31],
	end: [21, 31],
};
/** First month and how many: early is a quarter, mid the four months in the middle. */
const monthsOf: Record<PartWord, readonly [number, number]> = {
	early: [1, 3],
	start: [1, 1],
	mid: [5, 4],
	late: [10, 3],
	end: [12, 1],
};

/** أوائل عام 2022, منتصف مايو, late 2023, نهاية العام, بحلول نهاية الشهر الجاري, mid-July. */
export function partAt(
	reader: Reader,
	at: number,
	monthAt: (reader: Reader, at: number) => Match | null,
): Match | null {
	const { text, lex } = reader;
	const yearEnd = phraseAt(text, at, lex.yearEnd);
	const part = yearEnd ? null : phraseAt(text, at, lex.parts);
	if (yearEnd) {
		const value = yearPart(reader.anchor.year, "end", isLimit(reader, at));
		return {
			...value,
			kind: "part",
			first: at,
			end: yearEnd.end,
			from: yearEnd.from,
			to: yearEnd.to,
		};
	}
	// بداية من 2020 is "from 2020 on".
	if (!part || lex.notPart.has(text.words[part.end]?.text ?? "")) return null;
	const limit = part.value === "end" && isLimit(reader, at);
	const month = monthIn(reader, part.end, monthAt) ?? relativeMonth(reader, part.end);
	if (month) {
		const value = month.value === null ? null : monthPart(month.value, part.value, limit);
		const precision = limit ? "day" : "interval";
		return { ...month, value, precision, kind: "part", first: at, from: part.from };
	}
	const quarter = partOfQuarter(reader, at, part, limit);
	if (quarter) return quarter;
	const ref = yearRefAt(reader, part.end);
	if (!ref) return null;
	const resolved = yearPart(ref.year, part.value, limit);
	if (ref.basis === "printed") resolved.basis = "printed";
	return { ...resolved, kind: "part", first: at, end: ref.end, from: part.from, to: ref.to };
}

/** نهاية الربع الأول, the start of the third quarter: its first month, the one in the middle or its last. */
function partOfQuarter(
	reader: Reader,
	at: number,
	part: Found<PartWord>,
	limit: boolean,
): Match | null {
	const { text, lex } = reader;
	let next = part.end;
	while (next < part.end + 2 && isWord(text, next, lex.of) && text.words[next]?.near) next++;
	const quarter = text.words[next]?.near ? quarterAt(reader, next) : null;
	if (!quarter) return null;
	const [first = "", last = first] = quarter.value?.split("/") ?? [];
	const piece = { ...quarter, first: at, from: part.from, kind: "part" as const };
	if (quarter.value === null) return { ...piece, precision: "month" };
	if (limit) return { ...piece, value: monthPart(last, "end", true), precision: "day" };
	const [year = 0, month = 1] = first.split("-").map(Number);
	const step = part.value === "mid" ? 1 : part.value === "late" || part.value === "end" ? 2 : 0;
	return { ...piece, value: isoMonth(...addMonths(year, month, step)), precision: "month" };
}

/** "By", "until", "before" the end: the limit's own day is meant. */
function isLimit(reader: Reader, at: number): boolean {
	const { text, lex } = reader;
	if (isWord(text, at - 1, lex.limits)) return true;
	const before = wordBefore(text, at);
	return before !== null && lex.definite.has(before) && isWord(text, at - 2, lex.limits);
}

function monthPart(month: string, part: PartWord, limit: boolean): string {
	if (!limit) return partOfMonth(month, daysOf[part]);
	const [year = 0, number = 1] = month.split("-").map(Number);
	return isoDate(year, number, daysInMonth(year, number));
}

function yearPart(year: number | null, part: PartWord, limit: boolean): ResolvedDate {
	if (limit) return derived(year === null ? null : `${year}-12-31`, "day");
	const [first, count] = monthsOf[part];
	if (year === null) return derived(null, count === 1 ? "month" : "interval");
	if (count === 1) return derived(isoMonth(year, first), "month");
	return derived(months(year, first, count), "interval");
}

/** نهاية الشهر الجاري, the end of next month, نهاية الشهر. */
export function relativeMonth(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	let next = at;
	if (isWord(text, next, lex.of) && !phraseAt(text, next, lex.bareMonth)) next++;
	const period = relativePeriodAt(reader, next);
	const bare = period ? null : phraseAt(text, next, lex.bareMonth);
	const found = period?.unit === "month" ? period : bare;
	if (!found || !text.words[at]?.near) return null;
	const step = period?.step ?? 0;
	const { year, month } = anchor;
	const known = year !== null && month !== null;
	const index = known ? year * 12 + month - 1 + step : 0;
	const value = known ? isoMonth(Math.floor(index / 12), (index % 12) + 1) : null;
	const piece = { first: at, end: found.end, from: found.from, to: found.to };
	return { ...piece, ...derived(value, "month"), kind: "month" };
}
