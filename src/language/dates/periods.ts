import { addMonths, isoDay, isoMonth, weekOf } from "./calendar.ts";
import { cardinalAt, ordinalAt } from "./counts.ts";
import type { Match, Reader } from "./match.ts";
import { isLatin } from "./months.ts";
import { calendarWeek, derived, printed, type Resolved, shifted } from "./resolve.ts";
import { isWord, phraseAt, readings } from "./scan.ts";
import { speaksOfFuture } from "./tense.ts";
import { fourDigitsAt, relativePeriodAt } from "./years.ts";

/** العام الماضي, هذا الأسبوع, next month, last quarter, الصيف الماضي. */
export function periodAt(reader: Reader, at: number): Match | null {
	const found = relativePeriodAt(reader, at);
	if (!found || found.unit === "same") return null;
	const piece = { first: at, end: found.end, from: found.from, to: found.to };
	const latin = isLatin(reader.text.words[at]?.text ?? "");
	return { ...piece, ...valueOfPeriod(reader, found.unit, found.step, latin), kind: "period" };
}

function valueOfPeriod(
	reader: Reader,
	unit: "week" | "month" | "year" | "quarter" | "weekend",
	step: number,
	latin: boolean,
): Resolved {
	const { anchor } = reader;
	if (unit === "month" || unit === "year") return shifted(unit, step, anchor);
	if (unit === "week") return calendarWeek(step, anchor, reader.weekStart);
	if (unit === "quarter") {
		if (anchor.year === null || anchor.month === null) return derived(null, "quarter");
		const index = anchor.year * 4 + Math.floor((anchor.month - 1) / 3) + step;
		return derived(months(Math.floor(index / 4), (index % 4) * 3 + 1, 3), "quarter");
	}
	if (anchor.day === null) return derived(null, "interval");
	// Saturday and Sunday in English; Friday and Saturday in most of the Arab world.
	const [, last] = weekOf(anchor.day + 7 * step, latin ? 1 : 0);
	return derived(`${isoDay(last - 1)}/${isoDay(last)}`, "interval");
}

/** `count` months from the given one, as an interval. */
export function months(year: number, month: number, count: number): string {
	return `${isoMonth(year, month)}/${isoMonth(...addMonths(year, month, count - 1))}`;
}

export type YearRef = {
	year: number | null;
	basis: "printed" | "derived";
	end: number;
	to: number;
};

/** The year that a quarter, a half, a season or "the end of" belongs to: "من عام 2024", "of next year", "2024". */
export function yearRefAt(reader: Reader, at: number): YearRef | null {
	const { text, lex, anchor } = reader;
	const gap = text.words[at]?.gap;
	if (gap !== "" && gap !== "," && gap !== "-" && gap !== "/") return null;
	let next = at;
	for (let skipped = 0; skipped < 4; skipped++) {
		const digits = fourDigitsAt(reader, next);
		if (digits) return { year: digits.year, basis: "printed", end: digits.end, to: digits.to };
		const period = relativePeriodAt(reader, next);
		if (period?.unit === "year") {
			const year = anchor.year === null ? null : anchor.year + period.step;
			return { year, basis: "derived", end: period.end, to: period.to };
		}
		if (!isWord(text, next, lex.of) || !text.words[next + 1]?.near) break;
		next++;
	}
	return bareYear(reader, at);
}

/** "of the year", من العام: the article's own. */
function bareYear(reader: Reader, at: number): YearRef | null {
	const { text, lex, anchor } = reader;
	let next = at;
	while (next < at + 2 && isWord(text, next, lex.of) && !phraseAt(text, next, lex.bareYear)) next++;
	const bare = phraseAt(text, next, lex.bareYear);
	if (!bare || text.words[bare.end]?.number != null) return null;
	return { year: anchor.year, basis: "derived", end: bare.end, to: bare.to };
}

function resolved(value: string | null, precision: Resolved["precision"], ref: YearRef): Resolved {
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
	if (isWord(text, end, reader.lex.of)) return null;
	const { year, month } = anchor;
	if (year === null || month === null) {
		return { ...derived(null, "quarter"), kind: "quarter", first: at, end, from, to };
	}
	const now = Math.ceil(month / 3);
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

/** الأسبوع الأول من مايو, the last week of July: seven days of a month. */
export function weekOfMonthAt(
	reader: Reader,
	at: number,
	monthAt: (reader: Reader, at: number) => Match | null,
): Match | null {
	const found = fractionAt(reader, at, reader.lex.weeks, noShorts, 5);
	const month = found && monthIn(reader, found.end, monthAt);
	if (!found || !month) return null;
	const last = found.index === 5;
	const days: [number, number] = last ? [25, 31] : [found.index * 7 - 6, found.index * 7];
	const value = month.value && partOfMonth(month.value, days);
	return { ...month, value, precision: "week", kind: "part", first: at, from: found.from };
}

const noShorts: ReadonlySet<string> = new Set();

type Fraction = { index: number; end: number; from: number; to: number };

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
	const short = readings(word.text).some((reading) => shorts.has(reading.text));
	if (short && second.attached && second.number !== null) {
		return fits(second.number, most, at + 2, word.from, second.to);
	}
	const head = phraseAt(text, at, names);
	if (head && second.near) {
		if (phraseAt(text, head.end, lex.last))
			return fits(most, most, head.end + 1, head.from, second.to);
		const nth = ordinalAt(text, head.end, lex);
		return nth && fits(nth.value, most, nth.end, head.from, nth.to);
	}
	const nth = ordinalAt(text, at, lex);
	const final = nth ? null : phraseAt(text, at, lex.last);
	const lead = nth ?? final;
	const gap = lead && text.words[lead.end]?.gap;
	if (!lead || !(gap === "" || gap === "-")) return null;
	const name = phraseAt(text, lead.end, names);
	return name && fits(nth ? nth.value : most, most, name.end, lead.from, name.to);
}

function fits(index: number, most: number, end: number, from: number, to: number): Fraction | null {
	return index >= 1 && index <= most ? { index, end, from, to } : null;
}

export function monthIn(
	reader: Reader,
	at: number,
	monthAt: (reader: Reader, at: number) => Match | null,
): Match | null {
	const { text, lex } = reader;
	let next = at;
	for (let skipped = 0; skipped < 3; skipped++) {
		const gap = text.words[next]?.gap;
		if (gap !== "" && gap !== "-") return null;
		const month = monthAt(reader, next);
		if (month?.precision === "month") return month;
		if (!isWord(text, next, lex.of)) return null;
		next++;
	}
	return null;
}

/** Some days of a month, clipped to its length. */
export function partOfMonth(month: string, [first, last]: readonly [number, number]): string {
	const [year = 0, number = 1] = month.split("-").map(Number);
	const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
	const day = (d: number) => `${month}-${String(Math.min(d, length)).padStart(2, "0")}`;
	return `${day(first)}/${day(last)}`;
}

/** تسعينيات القرن الماضي, the 1990s. */
export function decadeAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const digits = cardinalAt(text, at, lex);
	const suffix = text.words[at + 1];
	const word = text.words[at];
	if (
		word &&
		digits &&
		/^(?:1[89]|20)\d0$/.test(word.text) &&
		suffix?.attached &&
		lex.decadeSuffix.has(suffix.text)
	) {
		return decade(at, at + 2, word.from, suffix.to, digits.value);
	}
	const named = phraseAt(text, at, lex.decades);
	const tail =
		named && text.words[named.end]?.near ? phraseAt(text, named.end, lex.centuryTail) : null;
	return named && tail ? decade(at, tail.end, named.from, tail.to, 1900 + named.value) : null;
}

function decade(first: number, end: number, from: number, to: number, year: number): Match {
	return { ...printed(`${year}/${year + 9}`, "interval"), kind: "decade", first, end, from, to };
}
