import type { Article } from "../domain/article.ts";
import { outlineOf } from "../domain/article-outline.ts";
import type { Identity } from "./identity.ts";
import type { IdentityTable } from "./identity-table.ts";

/**
 * The names and days that questions are read with: who speaks in the articles, who printed or relayed
 * them, and of which days they tell.
 */
export function factsOf(
	{ identities }: Pick<IdentityTable, "identities">,
	articles: readonly Article[] = [],
): CorpusFacts {
	return {
		speakers: identities.filter(({ claims }) => claims > 0).map(seen),
		outlets: identities.filter(({ relayed }) => relayed > 0).map(seen),
		days: daysIn(articles),
	};
}

function daysIn(articles: readonly Article[]): string[] {
	const out = new Set<string>();
	for (const article of articles) for (const day of outlineOf(article).facets.day) out.add(day);
	return [...out].sort();
}

function seen({ name, spellings, taught = [] }: Identity): string[] {
	const [first = ""] = spellings;
	const all = [first, name.en ?? "", name.ar ?? "", ...spellings, ...taught];
	return [...new Set(all)].filter(Boolean);
}

/**
 * Names that the articles know, each entry the spellings of one, the one to show first; and the days,
 * months and years of which they tell, ISO, in order.
 */
export type CorpusFacts = {
	speakers: readonly (readonly string[])[];
	outlets: readonly (readonly string[])[];
	days?: readonly string[];
};
