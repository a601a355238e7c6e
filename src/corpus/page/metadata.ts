import { DateValue, type PublishedDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { languageOf } from "../../language/text/tokens.ts";
import { type ClassifiedPage, classifyPage } from "./classify.ts";
import { outletOf } from "./outlet-of.ts";
import type { PageRules } from "./page-rules.ts";
import { publishedOf } from "./published.ts";

export type Metadata = {
	title: string | null;
	outlet: string | null;
	published: PublishedDate;
	language: Language;
};

/** What a page's own lines state of its title, publisher and day; null or unknown where unsure. */
export function detectMetadata(page: readonly string[], rules: PageRules): Metadata {
	return metadataOf(classifyPage(page, rules), rules);
}

export function metadataOf(classified: ClassifiedPage, rules: PageRules): Metadata {
	const { lines, title, kinds } = classified;
	// A sample is enough to tell the language.
	const sample = [...kinds.keys()].slice(0, 40).map((index) => lines[index]?.text.slice(0, 2_000));
	const language = languageOf(sample.join(" "));
	const line = title && lines[title.index];
	return {
		language,
		title: title && line ? line.text.slice(title.from, title.to) : null,
		outlet: outletOf(classified, rules, language === "ar"),
		published: publishedOf(classified, rules),
	};
}

/**
 * A date as an operator or a page's head writes it: ISO, whole or partial (a time after it is
 * dropped), or what a printed date line reads. Null where it is neither.
 */
export function statedDate(
	text: string,
	rules: PageRules,
): { value: string; precision: PublishedDate["precision"] } | null {
	const iso = /^\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=$|[T\s])/.exec(text)?.[1];
	const value = iso ?? text.trim();
	if (DateValue.safeParse(value).success && isCalendarDay(value))
		return { value, precision: precisionOf(value) };
	return rules.dates.parseDateLine(text.slice(0, 200));
}

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
