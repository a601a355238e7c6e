import type { Language } from "../../domain/sets/languages.ts";
import type { Outlet } from "../../identity/outlets.ts";

/** Countries whose newspapers write the month before the day. */
const monthFirstCountries = new Set(["US", "PH"]);

/**
 * Whether 4/5/2024 on this page is the fourth of May: the page's language or its outlet's country says
 * so, or another of its dates that leaves no doubt. Null where nothing does.
 */
export function dayFirstOf(
	page: readonly string[],
	language: Language,
	outlet: Outlet | null,
): boolean | null {
	if (language === "ar") return true;
	if (outlet) return !monthFirstCountries.has(outlet.country);
	let order: boolean | null = null;
	for (const line of page)
		for (const [, a, b] of line.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{2,4}(?![\d/])/g)) {
			if (Number(a) > 12 === Number(b) > 12) continue;
			const dayFirst = Number(a) > 12;
			if (order !== null && order !== dayFirst) return null;
			order = dayFirst;
		}
	return order;
}
