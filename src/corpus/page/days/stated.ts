import { DateValue, type PublishedDate } from "../../../domain/dates.ts";
import type { PageRules } from "../page-rules.ts";
import type { DayCandidate, StatedDay } from "./places.ts";

type Stated = { value: string; precision: PublishedDate["precision"] };

/**
 * A date as an operator or a page's head writes it: ISO, whole or partial, with or without marks
 * between its parts (a time after it is dropped), the form of e-mail, or what a printed date line
 * reads. Null where it is none of them.
 */
export function statedDate(
	text: string,
	rules: PageRules,
	dayFirst: boolean | null = null,
): Stated | null {
	const value = isoOf(text.trim());
	if (DateValue.safeParse(value).success && isCalendarDay(value))
		return { value, precision: precisionOf(value) };
	return mailDate(text) ?? rules.dates.parseDateLine(text.slice(0, 200), dayFirst);
}

function isoOf(text: string): string {
	const plain = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=$|[T\s])/.exec(text)?.[1];
	if (plain) return plain;
	const compact = /^(\d{4})(\d{2})(\d{2})(?=$|[T\s]|\d{4}(?:\d{2})?$)/.exec(text);
	return compact ? compact.slice(1, 4).join("-") : text;
}

const mailMonths = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** "Tue, 05 Mar 2024 22:10:00 +0300" and "Tue Mar 05 2024 22:10:00 GMT+0300". */
function mailDate(text: string): Stated | null {
	const found =
		/^\s*(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})[\s-](?<month>[a-z]{3})[a-z]{0,6}[\s-](?<year>\d{4})\b/i.exec(
			text,
		) ??
		/^\s*[a-z]{3,9},?\s+(?<month>[a-z]{3})[a-z]{0,6}\.?\s+(?<day>\d{1,2}),?\s+(?:[\d:]{5,8}\s+(?:[a-z]{2,4}\s+)?)?(?<year>\d{4})\b/i.exec(
			text,
		);
	const { day = "", month = "", year = "" } = found?.groups ?? {};
	const number = mailMonths.indexOf(month.toLowerCase()) + 1;
	const value = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
	return number > 0 && isCalendarDay(value) ? { value, precision: "day" } : null;
}

/**
 * The candidates of what a page's markup states: of each place the first that is a day, because those
 * behind it are of whatever else the page lists.
 */
export function statedCandidates(
	stated: readonly StatedDay[],
	rules: PageRules,
	dayFirst: boolean | null,
): DayCandidate[] {
	const seen = new Set<string>();
	const bare = new Set<string>();
	const out = stated.flatMap(({ text, place }): DayCandidate[] => {
		const zone = utcZone.exec(text)?.[1];
		const key = `${place} ${zone !== undefined}`;
		if (place !== "bare" && seen.has(key)) return [];
		const date = statedDate(text, rules, dayFirst);
		if (date?.precision !== "day" || date.value < firstDay || date.value === clockZero) return [];
		if (place === "bare") bare.add(date.value);
		if (seen.has(key)) return [];
		seen.add(key);
		return [{ day: date.value, place, ...(zone === undefined ? {} : { utcHour: Number(zone) }) }];
	});
	// Where all dates that the markup shows are one, it is the page's own; a list of articles has many.
	if (bare.size > 1) return out;
	return out.map((one) => (one.place === "bare" ? { ...one, place: "time" } : one));
}

/** Templates that have no day print the first of their calendar. */
const firstDay = "1850";
/** And programs that have none the first of their clock. */
const clockZero = "1970-01-01";
/** The hour of a stamp in UTC. */
const utcZone =
	/[T\s](\d{2}):\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s{0,3}(?:Z|[+-]00:?00|UTC|GMT)\s{0,3}$/i;

function precisionOf(value: string): PublishedDate["precision"] {
	if (value.includes("/")) return "interval";
	return value.length === 10 ? "day" : value.length === 7 ? "month" : "year";
}

/** The schema allows a 31st of any month. */
function isCalendarDay(value: string): boolean {
	return value.split("/").every((part) => {
		if (part.length < 10) return true;
		const date = new Date(`${part}T00:00:00Z`);
		return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(part);
	});
}
