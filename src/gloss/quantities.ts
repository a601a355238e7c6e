import type { DateFinder, FoundDate } from "../language/dates/find-dates.ts";
import { fold } from "../language/text/normalise.ts";
import { wordsOf } from "../language/text/tokens.ts";
import { plain } from "./amount-line.ts";
import type { Amount, AmountWords } from "./amount-words.ts";
import { type Amounts, readAmounts } from "./read-amounts.ts";

/** What numbers and dates of both languages are read by. */
export type QuantityReaders = {
	dates: DateFinder;
	amounts: { en: AmountWords; ar: AmountWords };
};

/** "Saturday" is a day only beside some day: the same one for both texts. */
const anyDay = { value: "2024-06-12", precision: "day", basis: "given" } as const;

/** What a text says of numbers and days, as values that both languages write. */
export type Quantities = {
	amounts: Amounts;
	/** `year 2023`, `month 5`, `day 27`: each only where the text itself has it. */
	calendar: Set<string>;
	/** From Sunday, 0. */
	weekdays: Set<number>;
	/** Yesterday, tomorrow. */
	offsets: Set<number>;
	/** The last week of a month. */
	spans: Set<string>;
	/** The beginning or the end of a time. */
	parts: Set<number>;
	/** `year -1`: last year. */
	periods: Set<string>;
	/** Months that a word may name, or a month is told by another one: the month before. */
	perhapsMonths: Set<number>;
	hasMonthWord: boolean;
	/** A whole date stands there, which may leave its weekday unsaid. */
	hasDate: boolean;
};

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

/** 1348–50 */
const shortRange = /(?<!\p{Nd})(1\d|20)(\d\d)( ?[–-] ?)(\d\d)(?!\p{Nd}|[.,]\p{Nd})/gu;

export function quantitiesOf(
	written: string,
	known: AmountWords,
	{ dates }: QuantityReaders,
): Quantities {
	const text = known.rewritten.reduce(
		(all, [from, to]) => all.replace(from, to),
		written.replaceAll(shortRange, "$1$2$3$1$4"),
	);
	const found = dates.find(text, { published: anyDay });
	const calendar = found.filter(isCalendar);
	const words = wordsOf(text);
	const amounts = readAmounts(without(text, calendar), known);
	const told = new Set([
		...calendar.flatMap(calendarOf),
		// Where one text's words make a year of it, the other's may not.
		...amounts.all.filter(isYear).map(({ value }) => `year ${value}`),
	]);
	const years = [...told].flatMap((part) => part.match(/^year (\d+)$/)?.[1] ?? []).map(Number);
	return {
		amounts: {
			...amounts,
			all: amounts.all.filter((amount) => !isYear(amount)),
			may: [...amounts.may, ...[...years, ...romanIn(text)].map(plain)],
		},
		calendar: told,
		weekdays: valuesOf(words, known.days),
		offsets: offsetsOf(words, known),
		spans: new Set(
			calendar.flatMap(({ kind, value }) =>
				// Which year's it is taken for hangs on how a verb is read.
				kind === "part" && value?.includes("/") ? [value.replaceAll(/\d{4}-/g, "")] : [],
			),
		),
		parts: valuesOf(words, known.parts),
		periods: new Set(found.flatMap((date) => (date.kind === "period" ? periodOf(date) : []))),
		perhapsMonths: new Set([...valuesOf(words, known.perhapsMonths), ...monthsOfParts(calendar)]),
		hasMonthWord: words.some((word) => known.monthWords.has(word)),
		hasDate: found.some(({ kind }) => kind === "date"),
	};
}

const roman = [
	["X", 10],
	["IX", 9],
	["V", 5],
	["IV", 4],
	["I", 1],
] as const;

/** Of kings, popes and finals. */
function romanIn(text: string): number[] {
	const written =
		text.match(/(?<!\p{L})(?=[XVI]{1,7}(?!\p{L}))X{0,3}(?:IX|IV|V?I{0,3})(?!\p{L})/gu) ?? [];
	return written.map((all) => {
		let [rest, value] = [all, 0];
		for (const [sign, worth] of roman)
			for (; rest.startsWith(sign); rest = rest.slice(sign.length)) value += worth;
		return value;
	});
}

function without(text: string, calendar: readonly FoundDate[]): string {
	let out = "";
	let at = 0;
	for (const { start, end } of calendar) {
		if (start < at) continue;
		out += `${text.slice(at, start)} ; `;
		at = end;
	}
	return fold(out + text.slice(at));
}

function isYear({ value, measure }: Amount): boolean {
	return !measure && Number.isInteger(value) && value >= 1900 && value < 2100;
}

function isCalendar({ kind }: FoundDate): boolean {
	return (
		kind === "date" || kind === "month" || kind === "year" || kind === "part" || kind === "range"
	);
}

function calendarOf(date: FoundDate): string[] {
	const { value, kind, expression } = date;
	if (!value) return [];
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

/** Early January is in January. */
function monthsOfParts(calendar: readonly FoundDate[]): number[] {
	return calendar.flatMap(({ kind, value }) => {
		const [from, to] = (value ?? "").split("/").map((end) => end.split("-")[1]);
		return kind === "part" && from && from === to ? [Number(from)] : [];
	});
}

function offsetsOf(words: readonly string[], { offsets }: AmountWords): Set<number> {
	const said = ` ${words.join(" ")} `;
	const [phrase] = [...offsets].filter(
		([word]) => word.includes(" ") && said.includes(` ${word} `),
	);
	return phrase ? new Set([phrase[1]]) : valuesOf(words, offsets);
}

/** With و, ف or ب at their head too, and no ل: لامس is no أمس. */
function valuesOf(words: readonly string[], known: ReadonlyMap<string, number>): Set<number> {
	const forms = words.flatMap((word) => [
		word,
		word.replace(/^[وفب]/u, ""),
		word.replace(/'s$/, ""),
	]);
	return new Set(forms.flatMap((word) => known.get(word) ?? []));
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
