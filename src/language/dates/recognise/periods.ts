import { dayRange } from "../../../domain/dates.ts";
import { addMonths, isoDay, isoMonth, weekOf } from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { calendarWeek, derived, printed, type ResolvedDate, shifted } from "../resolve.ts";
import { isLatin, isWord, phraseAt } from "../words-of-line.ts";
import { cardinalAt } from "./counts.ts";
import { leanOf } from "./tense.ts";
import { fourDigitsAt, inWords, relativePeriodAt } from "./years/years.ts";

/** العام الماضي, هذا الأسبوع, next month, last quarter, الصيف الماضي. */
export function periodAt(reader: Reader, at: number): Match | null {
	const found = relativePeriodAt(reader, at) ?? bareWeekend(reader, at);
	if (!found || found.unit === "same") return null;
	const piece = { first: at, end: found.end, from: found.from, to: found.to };
	// "That weekend" is one that was told of.
	if (found.unit === "weekend" && isWord(reader.text, at - 1, reader.lex.sameBefore))
		return { ...piece, ...derived(null, "interval"), kind: "period" };
	const day = found.unit === "week" ? dayOfWeek(reader, found.end, found.step) : null;
	if (day) return { ...day, first: at, from: found.from };
	const latin = isLatin(reader.text.words[at]?.text ?? "");
	return { ...piece, ...valueOfPeriod(reader, found.unit, found.step, latin), kind: "period" };
}

/** الأسبوع القادم يوم الأحد, last week Sunday. */
function dayOfWeek(reader: Reader, at: number, step: number): Match | null {
	const { text, lex, anchor } = reader;
	if (!text.words[at]?.near || anchor.day === null) return null;
	const on = lex.on.has(text.words[at]?.text ?? "") ? at + 1 : at;
	const heading = phraseAt(text, on, lex.dayWords);
	const named = phraseAt(text, heading?.end ?? on, lex.weekdays);
	if (!named) return null;
	const [first] = weekOf(anchor.day + 7 * step, reader.weekStart);
	const day = first + ((named.value - reader.weekStart + 7) % 7);
	return {
		...derived(isoDay(day), "day"),
		kind: "weekday",
		first: at,
		end: named.end,
		from: named.from,
		to: named.to,
	};
}

/** بقية الأسبوع, the rest of the month: from the article's day on. */
export function restAt(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	const rest = phraseAt(text, at, lex.rest);
	if (!rest || !text.words[rest.end]?.near) return null;
	const skip = lex.definite.has(text.words[rest.end]?.text ?? "") ? 1 : 0;
	const period = relativePeriodAt(reader, rest.end + skip);
	if (period && period.step !== 0) return null;
	const unit = period ?? phraseAt(text, rest.end + skip, lex.periods);
	const name = period ? period.unit : unit && "value" in unit ? unit.value : null;
	if (!unit || !name || name === "same") return null;
	const piece = {
		first: at,
		end: unit.end,
		from: rest.from,
		to: unit.to,
		kind: "stretch" as const,
	};
	const whole = valueOfPeriod(reader, name, 0, true).value;
	const end = whole === null ? null : dayRange(whole)?.to;
	if (!end || anchor.day === null) return { ...piece, ...derived(null, "interval") };
	return { ...piece, ...derived(`${isoDay(anchor.day)}/${end}`, "interval"), future: true };
}

/** Week of 16 September, أسبوع 16 سبتمبر. */
export function weekOfDayAt(reader: Reader, at: number, dateAt: DateReader): Match | null {
	const { text, lex } = reader;
	const week = phraseAt(text, at, lex.weekNames);
	if (!week || !text.words[week.end]?.near) return null;
	let next = week.end;
	while (next < week.end + 2 && isWord(text, next, lex.of)) next++;
	if (next === week.end && isLatin(text.words[at]?.text ?? "")) return null;
	const date = dateAt(reader, next);
	if (date?.precision !== "day") return null;
	const day = date.value === null ? null : Date.parse(date.value) / 86_400_000;
	const days = day === null ? null : weekOf(day, reader.weekStart).map((d) => isoDay(d));
	return {
		...derived(days === null ? null : days.join("/"), "week"),
		kind: "part",
		first: at,
		end: date.end,
		from: week.from,
		to: date.to,
	};
}

type DateReader = (reader: Reader, at: number) => Match | null;

/** "The weekend" without a step: the last one where the text looks back, else the one to come or running. */
function bareWeekend(reader: Reader, at: number) {
	const { text, lex } = reader;
	const found = phraseAt(text, at, lex.bareWeekends);
	if (!found) return null;
	const the = lex.definite.has(text.words[at - 1]?.text ?? "") ? 1 : 0;
	const over = lex.over.has(text.words[at - 1 - the]?.text ?? "");
	const isBehind = over || leanOf(text, at, found.end, lex).to === "behind";
	return {
		unit: "weekend" as const,
		step: isBehind ? -1 : 0,
		end: found.end,
		from: found.from,
		to: found.to,
	};
}

function valueOfPeriod(
	reader: Reader,
	unit: "week" | "month" | "year" | "quarter" | "weekend",
	step: number,
	latin: boolean,
): ResolvedDate {
	const { anchor } = reader;
	if (unit === "month" || unit === "year") return shifted(unit, step, anchor);
	if (unit === "week") return calendarWeek(step, anchor, reader.weekStart);
	if (unit === "quarter") {
		if (anchor.year === null || anchor.month === null) return derived(null, "quarter");
		const index = anchor.year * 4 + Math.floor((anchor.month - 1) / 3) + step;
		return derived(months(Math.floor(index / 4), (index % 4) * 3 + 1, 3), "quarter");
	}
	if (anchor.day === null) return derived(null, "interval");
	// Saturday and Sunday in English and where the week begins on Monday; else Friday and Saturday.
	const [, last] = weekOf(anchor.day + 7 * step, latin || reader.weekStart === 1 ? 1 : 0);
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
		const digits = fourDigitsAt(reader, next) ?? (next > at ? inWords(reader, next) : null);
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
		(suffix?.attached || (suffix?.near && !text.words[at + 2]?.near)) &&
		lex.decadeSuffix.has(suffix.text)
	) {
		return decade(at, at + 2, word.from, suffix.to, digits.value);
	}
	const definite = phraseAt(text, at, lex.definiteDecades);
	if (definite) return decade(at, definite.end, definite.from, definite.to, 1900 + definite.value);
	const named = phraseAt(text, at, lex.decades);
	const led = text.words[at]?.near === true && isWord(text, at - 1, lex.yearOpeners);
	const ends = named && (!text.words[named.end]?.near || isWord(text, named.end, lex.and));
	if (named && led && ends) return decade(at, named.end, named.from, named.to, 1900 + named.value);
	const tail =
		named && text.words[named.end]?.near ? phraseAt(text, named.end, lex.centuryTail) : null;
	return named && tail ? decade(at, tail.end, named.from, tail.to, 1900 + named.value) : null;
}

function decade(first: number, end: number, from: number, to: number, year: number): Match {
	return { ...printed(`${year}/${year + 9}`, "interval"), kind: "decade", first, end, from, to };
}
