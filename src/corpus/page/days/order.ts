import { unknownPublished } from "../../../domain/dates.ts";
import type { Language } from "../../../domain/sets/languages.ts";
import { dayFirstIn } from "../../../language/dates/day-first.ts";
import type { PageRules } from "../page-rules.ts";

/**
 * Whether 4/5/2024 on this page is the fourth of May: the page's language or its outlet's country says
 * so, another of its dates that leaves no doubt, or how it writes dates in words. Null where nothing does: what a story
 * is about, and in whose money, tells of no page whose it is.
 */
export function dayFirstOf(
	page: readonly string[],
	language: Language,
	publisher: string | null,
	rules: PageRules,
): boolean | null {
	if (language === "ar") return true;
	const { outlets, furniture } = rules;
	const outlet = publisher === null ? null : outlets.byName(publisher);
	if (outlet) return !furniture.monthFirstCountries.has(outlet.country);
	return dayFirstIn(page) ?? (wordsDayFirst(page, rules) ? true : null);
}

/** What is looked through for worded dates, in lines with a number and in UTF-16 units of each: some tell, as all would. */
const mostLines = 40;
const longestLine = 500;

/**
 * Worded dates have the day first, "Saturday, 1 July", and none the month: nobody writes so where numbers have the month
 * first. "July 1" tells nothing, for British newspapers write so too.
 */
function wordsDayFirst(page: readonly string[], { dates }: PageRules): boolean {
	const numbered = page
		.map((line) => line.slice(0, longestLine))
		.filter((line) => /\p{Nd}/u.test(line));
	const worded = numbered.slice(0, mostLines).flatMap((line) =>
		dates
			.find(line, { published: unknownPublished })
			.filter(({ kind, precision }) => kind === "date" && precision === "day")
			.map(({ start, end }) => line.slice(start, end))
			.filter((date) => /\p{L}/u.test(date)),
	);
	return worded.length > 0 && worded.every((date) => /\p{Nd}\p{L}{0,2}\s+\p{L}/u.test(date));
}
