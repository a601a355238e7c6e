import { addMonths, dayNumber, isoDay, isoMonth, weekOf } from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { derived, printed, type ResolvedDate } from "../resolve.ts";
import { isWord, phraseAt } from "../words-of-line.ts";
import { ordinalAt } from "./counts.ts";
import { monthIn, months, partOfMonth, type YearRef, yearRefAt } from "./periods.ts";
import { speaksOfFuture } from "./tense.ts";
import { relativePeriodAt } from "./years/years.ts";

function resolved(
	value: string | null,
	precision: ResolvedDate["precision"],
	ref: YearRef,
): ResolvedDate {
	if (value === null || ref.year === null) return derived(null, precision);
	return ref.basis === "printed" ? printed(value, precision) : derived(value, precision);
}

/** الربع الأول من 2024, Q1 2024, the third quarter. */
export function quarterAt(reader: Reader, at: number): Match | null {
	const { text, anchor } = reader;
	const found = fractionAt(reader, at, reader.lex.quarter, reader.lex.quarterShort, 4);
	if (!found) return null;
	const { index, end, to, from } = found;
	const ref = yearRefAt(reader, end);
	if (ref) {
		const value = ref.year === null ? null : months(ref.year, index * 3 - 2, 3);
		return {
			...resolved(value, "quarter", ref),
			kind: "quarter",
			first: at,
			end: ref.end,
			from,
			to: ref.to,
		};
	}
	// "The second quarter of the century", "of the game".
	if (text.words[end]?.near && isWord(text, end, reader.lex.of)) return null;
	const { year, month } = anchor;
	const unread = {
		...derived(null, "quarter"),
		kind: "quarter" as const,
		first: at,
		end,
		from,
		to,
	};
	if (year === null || month === null) return unread;
	const now = Math.ceil(month / 3);
	// "The last quarter" is the one before, unless its year follows.
	if (found.isLast) {
		const [y, m] = addMonths(year, (now - 1) * 3 + 1, -3);
		return { ...unread, ...derived(months(y, m, 3), "quarter") };
	}
	const future = speaksOfFuture(text, at, end, reader.lex);
	const shift = future ? (index < now ? 1 : 0) : index > now ? -1 : 0;
	return {
		...derived(months(year + shift, index * 3 - 2, 3), "quarter"),
		kind: "quarter",
		first: at,
		end,
		from,
		to,
	};
}

/** النصف الأول من 2024, the second half of May, H1 2024. */
export function halfAt(
	reader: Reader,
	at: number,
	monthAt: (reader: Reader, at: number) => Match | null,
): Match | null {
	const found = fractionAt(reader, at, reader.lex.half, reader.lex.halfShort, 2);
	if (!found) return null;
	const { index, end, from } = found;
	const month = monthIn(reader, end, monthAt);
	if (month) {
		const value = month.value && partOfMonth(month.value, index === 1 ? [1, 15] : [16, 31]);
		return { ...month, value, precision: "interval", kind: "half", first: at, from };
	}
	const ofMonth = bareMonth(reader, end);
	if (ofMonth) {
		const value = ofMonth.month && partOfMonth(ofMonth.month, index === 1 ? [1, 15] : [16, 31]);
		const piece = { first: at, end: ofMonth.end, from, to: ofMonth.to };
		return { ...piece, ...derived(value, "interval"), kind: "half" };
	}
	const ref = yearRefAt(reader, end);
	if (!ref) return null;
	const value = ref.year === null ? null : months(ref.year, index * 6 - 5, 6);
	return {
		...resolved(value, "interval", ref),
		kind: "half",
		first: at,
		end: ref.end,
		from,
		to: ref.to,
	};
}

/** من الشهر, "of the month": the article's own. */
function bareMonth({ text, lex, anchor }: Reader, at: number) {
	let next = at;
	while (next < at + 2 && isWord(text, next, lex.of) && !phraseAt(text, next, lex.bareMonth))
		next++;
	const bare = next > at && text.words[next]?.near ? phraseAt(text, next, lex.bareMonth) : null;
	if (!bare) return null;
	const { year, month } = anchor;
	const own = year === null || month === null ? null : isoMonth(year, month);
	return { month: own, end: bare.end, to: bare.to };
}

/** الأسبوع الأول من مايو, the last week of July: seven days of a month. */
export function weekOfMonthAt(
	reader: Reader,
	at: number,
	monthAt: (reader: Reader, at: number) => Match | null,
): Match | null {
	const found = fractionAt(reader, at, reader.lex.weeks, noShorts, 5);
	if (!found) return null;
	const month = monthIn(reader, found.end, monthAt) ?? relativeMonthAt(reader, found.end);
	const piece = { first: at, from: found.from, kind: "part" as const, precision: "week" as const };
	if (month) {
		const value = month.value && weekOfStretch(`${month.value}-01`, 1, found, reader.weekStart);
		return { ...month, ...piece, value };
	}
	const year = yearRefAt(reader, found.end);
	if (!year) return null;
	const value =
		year.year === null ? null : weekOfStretch(`${year.year}-01-01`, 12, found, reader.weekStart);
	const resolvedWeek = resolved(value, "week", year);
	return { ...resolvedWeek, ...piece, end: year.end, to: year.to };
}

/** من هذا الشهر, of next month. */
function relativeMonthAt(reader: Reader, at: number): Match | null {
	const start = isWord(reader.text, at, reader.lex.of) ? at + 1 : at;
	const { anchor } = reader;
	const period = relativePeriodAt(reader, start);
	if (period?.unit !== "month" || start === at) return null;
	const known = anchor.year !== null && anchor.month !== null;
	const value = known
		? isoMonth(...addMonths(anchor.year ?? 0, anchor.month ?? 1, period.step))
		: null;
	const piece = { first: at, end: period.end, from: period.from, to: period.to };
	return { ...piece, ...derived(value, "month"), kind: "month" };
}

/** The nth week of so many months from a day on, or their last: one belongs to where most of its days are. */
function weekOfStretch(
	first: string,
	count: number,
	{ index, isLast }: Fraction,
	weekStart: number,
): string {
	const [year = 0, month = 1] = first.split("-").map(Number);
	const next = addMonths(year, month, count);
	const day = isLast
		? dayNumber(next[0], next[1], 1) - 4
		: dayNumber(year, month, 4) + 7 * (index - 1);
	return weekOf(day, weekStart)
		.map((one) => isoDay(one))
		.join("/");
}

const noShorts: ReadonlySet<string> = new Set();

type Fraction = { index: number; isLast: boolean; end: number; from: number; to: number };

function fractionAt(
	reader: Reader,
	at: number,
	names: Parameters<typeof phraseAt>[2],
	shorts: ReadonlySet<string>,
	most: number,
): Fraction | null {
	const { text, lex } = reader;
	const word = text.words[at];
	const second = text.words[at + 1];
	if (!word || !second) return null;
	const short = word.readings.some((reading) => shorts.has(reading.text));
	if (short && second.attached && second.number !== null) {
		return fits(second.number, most, at + 2, word.from, second.to);
	}
	const head = phraseAt(text, at, names);
	if (head && second.near) {
		if (phraseAt(text, head.end, lex.last))
			return fits(most, most, head.end + 1, head.from, second.to, true);
		const nth = ordinalAt(text, head.end, lex);
		return nth && fits(nth.value, most, nth.end, head.from, nth.to);
	}
	const nth = ordinalAt(text, at, lex);
	const final = nth ? null : phraseAt(text, at, lex.last);
	const lead = nth ?? final;
	const gap = lead && text.words[lead.end]?.gap;
	if (!lead || !(gap === "" || gap === "-")) return null;
	const name = phraseAt(text, lead.end, names);
	return name && fits(nth ? nth.value : most, most, name.end, lead.from, name.to, !nth);
}

function fits(
	index: number,
	most: number,
	end: number,
	from: number,
	to: number,
	isLast = false,
): Fraction | null {
	return index >= 1 && index <= most ? { index, isLast, end, from, to } : null;
}
