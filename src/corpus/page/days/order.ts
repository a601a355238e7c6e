import type { Language } from "../../../domain/sets/languages.ts";
import { dayFirstIn } from "../../../language/dates/day-first.ts";
import type { PageRules } from "../page-rules.ts";

/**
 * Whether 4/5/2024 on this page is the fourth of May: the page's language or its outlet's country says
 * so, another of its dates that leaves no doubt, or the money that it counts in. Null where nothing does.
 */
export function dayFirstOf(
	page: readonly string[],
	language: Language,
	publisher: string | null,
	{ outlets, furniture }: PageRules,
): boolean | null {
	if (language === "ar") return true;
	const outlet = publisher === null ? null : outlets.byName(publisher);
	if (outlet) return !furniture.monthFirstCountries.has(outlet.country);
	return dayFirstIn(page) ?? (countsElsewhere(page) ? true : null);
}

/** Sums of money in pounds, euros, rupees or naira and none in dollars: no page of where the month comes first. */
function countsElsewhere(page: readonly string[]): boolean {
	return (
		page.some((line) => /[£€₹₦₵]\s?\p{Nd}/u.test(line)) &&
		!page.some((line) => /\$\s?\p{Nd}/u.test(line))
	);
}
