import type { Article } from "./article.ts";

/** What articles are filtered by that an index can keep in columns. `article`: its id. */
export const facetNames = ["outlet", "day", "act", "article"] as const;
export type Facet = (typeof facetNames)[number];

/** A condition on one facet: an article passes where one of its values does. */
export type FacetTest = { facet: Facet; test(value: string): boolean };

/** Every value that an article, a claim or an event of it may pass a filter by. */
export function facetsOf(article: Article): Record<Facet, string[]> {
	const { outlet, outletLabel, reprints = [], published, claims, events } = article;
	const outlets = [
		outlet,
		outletLabel?.ar,
		outletLabel?.en,
		...reprints.map((place) => place.outlet),
	];
	const days = [
		published,
		...claims.map(({ saidOn }) => saidOn),
		...events.map(({ date }) => date),
	];
	return {
		outlet: known([...outlets, ...claims.flatMap(({ via }) => via)]),
		day: known(days.map(({ value }) => value)),
		act: known(claims.map(({ act }) => act)),
		article: [article.id],
	};
}

function known(values: readonly (string | null | undefined)[]): string[] {
	return [...new Set(values.filter((value) => value !== null && value !== undefined))];
}
