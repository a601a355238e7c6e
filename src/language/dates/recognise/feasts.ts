import { dayNumber, isoDay, partsOf, weekdayOf } from "../calendar.ts";
import type { Feast } from "../date-data.ts";
import { dayOfHijri, hijriOf } from "../hijri.ts";
import type { Match, Reader } from "../match.ts";
import { derived, nearestOf, printed } from "../resolve.ts";
import { isWord, phraseAt } from "../words-of-line.ts";
import { ordinalAt } from "./counts.ts";
import { nthDay } from "./nth-weekdays.ts";
import { leanOf } from "./tense.ts";
import { yearAfter } from "./years/years.ts";

/**
 * عيد الأضحى الماضي, أول أيام عيد الفطر, Christmas 2023: the first day of a feast. Without a year or a step it
 * is a day only behind a word that leads to a time.
 */
export function feastAt(reader: Reader, at: number): Match | null {
	return withWeekend(reader, feastDayAt(reader, at));
}

function feastDayAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const nth = nthDayAt(reader, at, lastOfFeast);
	const start = nth?.end ?? at;
	const lead = nth ? null : phraseAt(text, start, lex.stepBefore);
	const led = lead !== null && text.words[lead.end]?.near === true;
	const feast = phraseAt(text, led ? lead.end : start, lex.feasts);
	if (!feast) return null;
	const year = yearAfter(reader, feast.end);
	const step = year?.step ?? (led ? lead.value : null);
	const fixed =
		year?.year ??
		(year?.yearStep == null || reader.anchor.year === null
			? null
			: reader.anchor.year + year.yearStep);
	const opened = nth !== null || step !== null || fixed !== null || isOpened(reader, at);
	if (!opened) return null;
	const end = year?.end ?? feast.end;
	const piece = {
		kind: "feast" as const,
		first: at,
		end,
		from: nth?.from ?? (led ? lead.from : feast.from),
		to: year?.to ?? feast.to,
	};
	const more = (nth?.value ?? 1) - 1;
	if (fixed !== null) {
		const day = dayOf(feast.value, fixed);
		if (day === null) return null;
		const value = isoDay(day + more);
		return { ...piece, ...(year?.year != null ? printed(value, "day") : derived(value, "day")) };
	}
	const own = reader.anchor.day;
	if (own === null) return { ...piece, ...derived(null, "day") };
	const now = partsOf(own).year;
	const days = [now - 1, now, now + 1].flatMap((y) => {
		const day = dayOf(feast.value, y);
		return day === null ? [] : [{ year: day + more, offset: day + more - own }];
	});
	const sided = days.filter(
		({ offset }) => step === null || step === 0 || (step < 0 ? offset < 0 : offset > 0),
	);
	const lean = step === null ? leanOf(text, at, end, lex) : { to: null, sure: false };
	const byDistance = sided.sort((a, b) => Math.abs(a.offset) - Math.abs(b.offset));
	const day = step === null ? nearestOf(days, lean) : byDistance[0]?.year;
	return { ...piece, ...derived(day == null ? null : isoDay(day), "day") };
}

/** Labor Day weekend: with the Monday or the Friday that the feast is. */
function withWeekend({ text, lex }: Reader, feast: Match | null): Match | null {
	const weekend =
		feast && text.words[feast.end]?.near ? phraseAt(text, feast.end, lex.bareWeekends) : null;
	if (!feast || !weekend) return feast;
	const day = feast.value === null ? null : Date.parse(feast.value) / 86_400_000;
	const days = day === null ? undefined : around[weekdayOf(day)];
	const value = day === null || !days ? null : days.map((step) => isoDay(day + step)).join("/");
	return { ...feast, ...derived(value, "interval"), end: weekend.end, to: weekend.to };
}

/** Days from a feast to both ends of its weekend, by its weekday; one in the middle of a week has none. */
const around: Readonly<Record<number, readonly [number, number]>> = {
	0: [-1, 0],
	1: [-2, 0],
	5: [0, 2],
	6: [0, 1],
};

/** No feast has more days. */
const lastOfFeast = 7;

/** أول أيام, ثاني أيام, اليوم الثالث من, the first day of: before the name of a feast or of a month. */
export function nthDayAt(
	{ text, lex }: Reader,
	at: number,
	last: number,
): { value: number; end: number; from: number } | null {
	const day = phraseAt(text, at, lex.feastDay);
	const start = day?.end ?? at;
	if (day && !text.words[start]?.near) return null;
	const ordinal =
		ordinalAt(text, start, lex) ?? (day ? null : phraseAt(text, at, lex.feastOrdinals));
	if (!ordinal || ordinal.value > last || !text.words[ordinal.end]?.near) return null;
	const from = day?.from ?? ordinal.from;
	if (day)
		return isWord(text, ordinal.end, lex.of) && text.words[ordinal.end + 1]?.near
			? { value: ordinal.value, end: ordinal.end + 1, from }
			: null;
	const days = phraseAt(text, ordinal.end, lex.feastDays);
	return days && { value: ordinal.value, end: days.end, from };
}

function isOpened({ text, lex }: Reader, at: number): boolean {
	if (text.words[at]?.readings.length && /^[بل]/.test(text.words[at]?.text ?? "")) return true;
	const near = text.words[at]?.near === true;
	return (
		near &&
		(isWord(text, at - 1, lex.monthOpeners) ||
			isWord(text, at - 1, lex.dayWords) ||
			lex.on.has(text.words[at - 1]?.text ?? ""))
	);
}

/** The day of the feast in a year: of the Hijri calendar the one that falls into it. */
function dayOf(feast: Feast, year: number): number | null {
	if (feast.easter !== undefined) return easterOf(year) + feast.easter;
	const { month = 1, day = 1 } = feast;
	if (feast.nth !== undefined && feast.weekday !== undefined) {
		const nth = nthDay(year, month, feast.weekday, feast.nth);
		return nth === null ? null : nth + (feast.plus ?? 0);
	}
	if (feast.calendar === "gregorian") return dayNumber(year, month, day);
	if (year > 1300 && year < 1600) return dayOfHijri(year, month, day);
	const first = hijriOf(dayNumber(year, 1, 1)).year;
	for (const hijri of [first, first + 1, first + 2]) {
		const found = dayOfHijri(hijri, month, day);
		if (found !== null && partsOf(found).year === year) return found;
	}
	return null;
}

/** Easter Sunday of the western churches, by the computus of Meeus. */
function easterOf(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d =
		(19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
	const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
	return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}
