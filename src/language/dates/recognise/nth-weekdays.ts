import {
	addMonths,
	type DayNumber,
	dayNumber,
	daysInMonth,
	isoDay,
	weekdayOf,
} from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { derived, printed } from "../resolve.ts";
import { type Found, isWord, phraseAt } from "../words-of-line.ts";
import { ordinalAt } from "./counts.ts";
import { monthIn } from "./periods.ts";
import { relativePeriodAt } from "./years/years.ts";

/** Counted from the end of the month. */
const last = -1;
type MonthReader = (reader: Reader, at: number) => Match | null;

/** أول يوم جمعة من يوليو, الأربعاء الثانية من أكتوبر, the first Sunday of September, the last Monday in May. */
export function nthWeekdayAt(reader: Reader, at: number, monthAt: MonthReader): Match | null {
	const { text } = reader;
	const head = nthThenDay(reader, at) ?? dayThenNth(reader, at);
	if (!head) return null;
	const { nth, weekday, end, from } = head;
	const month = monthIn(reader, end, monthAt) ?? relativeMonth(reader, end);
	// "The first Sunday" of what? It is read as no day, and no other day is read out of it.
	if (!month) {
		const to = text.words[end - 1]?.to ?? 0;
		return { ...derived(null, "day"), kind: "weekday", first: at, end, from, to };
	}
	const piece = { first: at, end: month.end, from, to: month.to, kind: "date" as const };
	const [year = 0, number = 1] = month.value?.split("-").map(Number) ?? [];
	const day = month.value === null ? null : nthDay(year, number, weekday, nth);
	if (day === null) return { ...piece, ...derived(null, "day") };
	const value = isoDay(day);
	return {
		...piece,
		...(month.basis === "printed" ? printed(value, "day") : derived(value, "day")),
	};
}

type Head = { nth: number; weekday: number; end: number; from: number };

function nthThenDay(reader: Reader, at: number): Head | null {
	const { text, lex } = reader;
	const ordinal = ordinalAt(text, at, lex);
	const final = ordinal ? null : phraseAt(text, at, lex.last);
	const lead = ordinal ?? final;
	if (!lead || !text.words[lead.end]?.near) return null;
	const day = weekdayNamed(reader, lead.end);
	// "Last Monday" is a day of last week unless a month follows.
	if (!day || (final && !isWord(text, day.end, lex.of))) return null;
	return { nth: ordinal?.value ?? last, weekday: day.value, end: day.end, from: lead.from };
}

function dayThenNth(reader: Reader, at: number): Head | null {
	const { text, lex } = reader;
	const day = weekdayNamed(reader, at);
	if (!day || !text.words[day.end]?.near) return null;
	const ordinal = ordinalAt(text, day.end, lex);
	const final = ordinal ? null : phraseAt(text, day.end, lex.last);
	const tail = ordinal ?? final;
	// الأحد العشرين is the twentieth; «الأحد الأخير» is the last one that was.
	if (!tail || (ordinal && ordinal.value > 5) || (final && !isWord(text, tail.end, lex.of)))
		return null;
	if (text.words[day.end]?.number !== null) return null;
	return { nth: ordinal?.value ?? last, weekday: day.value, end: tail.end, from: day.from };
}

function weekdayNamed({ text, lex }: Reader, at: number): Found<number> | null {
	const heading = phraseAt(text, at, lex.dayWords);
	const start = heading && text.words[heading.end]?.near ? heading.end : at;
	const named =
		phraseAt(text, start, lex.weekdays) ??
		(start === at ? null : phraseAt(text, start, lex.bareWeekdays));
	return (
		named && { ...named, first: at, from: heading && start !== at ? heading.from : named.from }
	);
}

/** "Of this month", من الشهر المقبل. */
function relativeMonth(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	const start = isWord(text, at, lex.of) && text.words[at + 1]?.near ? at + 1 : at;
	const period = text.words[start]?.near ? relativePeriodAt(reader, start) : null;
	if (period?.unit !== "month") return null;
	const { year, month } = anchor;
	const known = year !== null && month !== null;
	const [y, m] = known ? addMonths(year, month, period.step) : [0, 0];
	const value = known ? `${y}-${String(m).padStart(2, "0")}` : null;
	return {
		...derived(value, "month"),
		kind: "month",
		first: at,
		end: period.end,
		from: period.from,
		to: period.to,
	};
}

/** The nth such weekday of a month (-1: the last), or null where it has none. */
export function nthDay(
	year: number,
	month: number,
	weekday: number,
	nth: number,
): DayNumber | null {
	const length = daysInMonth(year, month);
	const first = dayNumber(year, month, 1);
	const offset = (weekday - weekdayOf(first) + 7) % 7;
	const inMonth =
		nth === last ? offset + 7 * Math.floor((length - 1 - offset) / 7) : offset + 7 * (nth - 1);
	return inMonth < length ? first + inMonth : null;
}
