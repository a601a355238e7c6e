import type { DateFinder, FoundDate } from "../language/dates/find-dates.ts";
import type { FigureExtractor } from "../language/figures/figures.ts";
import { wordsOf } from "../language/text/tokens.ts";

/** What figures and dates of both languages are read by. */
export type QuantityReaders = { dates: DateFinder; figures: FigureExtractor };

/** "Saturday" is a day only beside some day: the same one for both texts. */
const anyDay = { value: "2024-06-12", precision: "day", basis: "given" } as const;

/** What a text says of numbers and days, as values that both languages write. */
type Quantities = {
	/** Without one and two in words: Arabic has them in the form of the noun. */
	figures: Set<string>;
	/** `year 2023`, `month 5`, `day 27`, `offset -1`: each only where the text itself has it. */
	calendar: Set<string>;
	weekdays: Set<string>;
	/** `year -1`: last year. */
	periods: Set<string>;
	/** A whole date stands there, which may leave its weekday unsaid. */
	hasDate: boolean;
};

/** Whether two texts name the same numbers, days, months and years. */
export function haveSameQuantities(one: string, other: string, readers: QuantityReaders): boolean {
	const a = quantitiesOf(one, readers);
	const b = quantitiesOf(other, readers);
	return (
		areSame(a.figures, b.figures) &&
		areSame(a.calendar, b.calendar) &&
		weekdaysFit(a, b) &&
		// Which of these are written at all differs between good translations.
		(a.periods.size === 0 || b.periods.size === 0 || areSame(a.periods, b.periods))
	);
}

/** Whether two texts have a number in digits in common, where both have any: one may write it in words. */
export function shareDigits(one: string, other: string): boolean {
	const [a, b] = [digitsOf(one), digitsOf(other)];
	return a.length === 0 || b.length === 0 || a.some((number) => b.includes(number));
}

function digitsOf(text: string): string[] {
	return wordsOf(text)
		.filter((word) => /^\p{Nd}/u.test(word))
		.map((word) => word.replaceAll(/[.,]/g, ""));
}

function quantitiesOf(text: string, { dates, figures }: QuantityReaders): Quantities {
	const found = dates.find(text, { published: anyDay });
	const isIn = (at: number) => found.some((d) => isCalendar(d) && at >= d.start && at < d.end);
	return {
		figures: new Set(
			figures.findAll(text).flatMap(({ value, start, quote }) => {
				if (value === null || isIn(start)) return [];
				return value <= 2 && !/\p{Nd}/u.test(quote) ? [] : [String(Number(value.toPrecision(12)))];
			}),
		),
		calendar: new Set(found.flatMap(calendarOf)),
		weekdays: new Set(found.flatMap((date) => (date.kind === "weekday" ? weekdayOf(date) : []))),
		periods: new Set(found.flatMap((date) => (date.kind === "period" ? periodOf(date) : []))),
		hasDate: found.some(({ kind }) => kind === "date"),
	};
}

function isCalendar({ kind }: FoundDate): boolean {
	return (
		kind === "date" || kind === "month" || kind === "year" || kind === "part" || kind === "range"
	);
}

function calendarOf(date: FoundDate): string[] {
	const { value, kind, offset, expression } = date;
	// "Today" is said of these times, and left out.
	if (kind === "day_word") return offset ? [`offset ${offset}`] : [];
	if (!value || !isCalendar(date)) return [];
	const years = expression.match(/\p{Nd}{4}/gu) ? (value.match(/\d{4}(?=-|$|\/)/g) ?? []) : [];
	const out = years.map((year) => `year ${year}`);
	if (kind !== "date" && kind !== "month") return out;
	for (const end of value.split("/")) {
		const [, month, day] = end.split("-");
		if (month) out.push(`month ${Number(month)}`);
		if (day && kind === "date") out.push(`day ${Number(day)}`);
	}
	return out;
}

function weekdayOf({ value }: FoundDate): string[] {
	return value ? [String(new Date(value).getUTCDay())] : [];
}

/** Weeks begin on other days in the two languages, so that only their side of the day is compared. */
function periodOf({ value }: FoundDate): string[] {
	const [from, to = from] = value?.split("/") ?? [];
	if (!from || !to) return [];
	const parts = from.split("-").length;
	const side =
		to < anyDay.value.slice(0, to.length) ? -1 : from > anyDay.value.slice(0, from.length) ? 1 : 0;
	return [`${parts} ${side}`];
}

function weekdaysFit(a: Quantities, b: Quantities): boolean {
	if (areSame(a.weekdays, b.weekdays)) return true;
	const isTold = a.hasDate && b.hasDate;
	return isTold && (a.weekdays.size === 0 || b.weekdays.size === 0);
}

function areSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return one.size === other.size && [...one].every((value) => other.has(value));
}
