import type { PublishedDate, StatedDate } from "../../src/domain/dates.ts";
import { dayText } from "../../src/domain/day-text.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";

/** A date as a reader is told it, with how sure it is: "March 2023 (derived)", "day unknown". */
export function dateText(date: StatedDate | PublishedDate, language: Language, say: Say): string {
	if (date.value === null) return say(language, "date.unknown");
	const [from = "", to] = date.value.split("/");
	const text = to
		? say(language, "date.range", { from: dayText(from, language), to: dayText(to, language) })
		: dayText(from, language);
	if (date.basis === "derived" || date.basis === "inferred")
		return say(language, `date.${date.basis}`, { date: text });
	return text;
}
