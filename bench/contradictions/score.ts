import type { Article, Claim, Contradiction } from "../../src/domain/article.ts";
import type { PairCase, Quoted } from "./cases.ts";

export type Reported = { pair: Contradiction; claims: [Claim, Claim]; isListed: boolean };

export type Outcome = {
	reported: Reported[];
	/** How many of the two quotations no claim overlaps. */
	lost: number;
	/** Whether two claims stand over the two quotations. */
	isListed(a: Claim, b: Claim): boolean;
	/** Whether a claim stands over one of them. */
	touches(claim: Claim): boolean;
};

/** What was reported in a case's articles beside what the case expects. */
export function outcomeOf(of: PairCase, articles: readonly (Article | undefined)[]): Outcome {
	const all = articles.flatMap((article) => article ?? []);
	const claims = new Map(
		all.flatMap((article) =>
			[
				...article.claims,
				...article.contradictions.flatMap(({ told = [] }) => told.map(({ claim }) => claim)),
			].map((c) => [c.id, c]),
		),
	);
	const spots = of.claims.map((quoted) => spotOf(quoted, articles[quoted.article]));
	const overlaps = (claim: Claim, spot: Spot | undefined) =>
		spot?.passage === claim.passage &&
		(claim.source.start ?? 0) < spot.end &&
		(claim.source.end ?? 0) > spot.start &&
		claim.source.line === spot.line;
	const [one, other] = spots;
	const isListed = (a: Claim, b: Claim) =>
		(overlaps(a, one) && overlaps(b, other)) || (overlaps(b, one) && overlaps(a, other));
	const reported = all.flatMap(({ contradictions }) =>
		contradictions.flatMap((pair): Reported[] => {
			const [a, b] = pair.claims.map((id) => claims.get(id));
			if (!a || !b) return [];
			return [{ pair, claims: [a, b], isListed: isListed(a, b) }];
		}),
	);
	const lost = spots.filter((spot) => ![...claims.values()].some((c) => overlaps(c, spot))).length;
	return {
		reported,
		lost,
		isListed,
		touches: (claim) => spots.some((spot) => overlaps(claim, spot)),
	};
}

type Spot = { passage: string; line: number; start: number; end: number };

/** Where a quotation stands in the article as it was read. */
function spotOf({ quote }: Quoted, article: Article | undefined): Spot | undefined {
	for (const { id, text, source } of article?.passages ?? []) {
		const at = text.indexOf(quote);
		if (at < 0 || !article) continue;
		const start = (source.start ?? 0) + at;
		return { passage: id, line: source.line, start, end: start + quote.length };
	}
	return undefined;
}
