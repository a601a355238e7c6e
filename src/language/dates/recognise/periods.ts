import { addMonths, isoDay, isoMonth, weekOf } from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { calendarWeek, derived, printed, type Resolved, shifted } from "../resolve.ts";
import { isWord, phraseAt } from "../words-of-line.ts";
import { cardinalAt } from "./counts.ts";
import { isLatin } from "./months.ts";
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
