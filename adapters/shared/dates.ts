import type { Precision, PublishedDate, StatedDate } from "../../src/domain/dates.ts";
import type { Say } from "../../src/domain/messages.ts";
import { type Language, languages } from "../../src/domain/sets/languages.ts";

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
	if (to === undefined) return partText(from, language);
	return say(language, "date.range", {
		from: partText(from, language),
		to: partText(to, language),
	});
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** 2023, 2023-03 or 2023-03-05 in words. Latin digits in both languages, as most Arabic news has them. */
function partText(value: string, language: Language): string {
	if (value.length === 4) return value;
	const day = value.length === 10;
	const key = `${language}${day}`;
	let format = formats.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat(languages[language].locale, {
			timeZone: "UTC",
			year: "numeric",
			month: "long",
			...(day ? { day: "numeric" } : {}),
		});
		formats.set(key, format);
	}
	return format.format(new Date(`${day ? value : `${value}-01`}T00:00:00Z`));
}
