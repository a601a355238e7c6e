import type { Precision, PublishedDate, StatedDate } from "../../src/domain/dates.ts";
import { dayText } from "../../src/domain/day-text.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";

/** A date as a reader is told it, with how sure it is: "March 2023 (derived)", "day unknown". */
export function dateText(date: StatedDate | PublishedDate, language: Language, say: Say): string {
	if (date.value === null) return say(language, "date.unknown");
	const text = daysText(date.value, language, say);
	if (date.basis === "derived" || date.basis === "inferred")
		return say(language, `date.${date.basis}`, { date: text });
	return text;
}

/**
 * The date of an event, with how exactly it is known as well: "2023 (year only, derived)". A year in a
 * list of days would be read as its first day.
 */
export function eventDateText(date: StatedDate, language: Language, say: Say): string {
	if (date.value === null || !marked.has(date.precision)) return dateText(date, language, say);
	const text = daysText(date.value, language, say);
	const precision = say(language, `date.precision.${date.precision}`);
	const key = date.basis === "derived" ? "date.marked_derived" : "date.marked";
	return say(language, key, { date: text, precision });
}

/** A day needs no mark, and of an interval both ends are shown. */
const marked: ReadonlySet<Precision> = new Set(["week", "month", "quarter", "season", "year"]);

function daysText(value: string, language: Language, say: Say): string {
	const [from = "", to] = value.split("/");
	if (to === undefined) return dayText(from, language);
	return say(language, "date.range", {
		from: dayText(from, language),
		to: dayText(to, language),
	});
}
