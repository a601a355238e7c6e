import type { Article } from "../domain/article.ts";
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

/** Kept from one state of the corpus to the next: most articles stay. */
const daysByArticle = new WeakMap<Article, ReadonlySet<string>>();

function daysIn(articles: readonly Article[]): string[] {
	const out = new Set<string>();
	for (const article of articles) for (const day of daysOf(article)) out.add(day);
	return [...out].sort();
}

function daysOf(article: Article): ReadonlySet<string> {
	const known = daysByArticle.get(article);
	if (known) return known;
	const { published, claims, events } = article;
	const dates = [
		published,
		...claims.map(({ saidOn }) => saidOn),
		...events.map(({ date }) => date),
	];
	const days = new Set(dates.flatMap(({ value }) => value ?? []));
	daysByArticle.set(article, days);
	return days;
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
