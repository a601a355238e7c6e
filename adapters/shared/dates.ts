import type { PublishedDate, StatedDate } from "../../src/domain/dates.ts";
import type { Say } from "../../src/domain/messages.ts";
import { type Language, languages } from "../../src/domain/sets/languages.ts";

/** A date as a reader is told it, with how sure it is: "March 2023 (derived)", "day unknown". */
export function dateText(date: StatedDate | PublishedDate, language: Language, say: Say): string {
	if (date.value === null) return say(language, "date.unknown");
	const [from = "", to] = date.value.split("/");
	const text = to
		? say(language, "date.range", { from: partText(from, language), to: partText(to, language) })
		: partText(from, language);
	if (date.basis === "derived" || date.basis === "inferred")
		return say(language, `date.${date.basis}`, { date: text });
	return text;
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
