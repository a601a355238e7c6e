import { isHeading, openingOf } from "../../domain/article.ts";
import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { type Findings, unknownWords } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";

/** What all hits of a question say of each of them; worked out once. */
export type HitContext = {
	findings: Findings;
	unknown: ReadonlySet<string>;
	best: number;
	sixth: number;
	articles: ReadonlyMap<object, ArticleContext>;
};

type ArticleContext = {
	/** In the order of the search. */
	hits: readonly PassageHit[];
	best: number;
	/** How surely its passages hold each word in the mean. */
	mean: readonly number[];
	/** How surely one of them does. */
	most: readonly number[];
	/** How surely its headline or its opening does. */
	headed: readonly number[];
	top: readonly PassageHit[];
};

export function hitContext(findings: Findings): HitContext {
	const { hits } = findings;
	const byArticle = new Map<object, PassageHit[]>();
	for (const hit of hits) {
		const own = byArticle.get(hit.article);
		if (own) own.push(hit);
		else byArticle.set(hit.article, [hit]);
	}
	const articles = new Map(
		[...byArticle].map(([article, own]) => {
			const words = own[0]?.asked ?? [];
			const mean = words.map(
				(_, n) => own.reduce((sum, { asked }) => sum + (asked[n]?.held ?? 0), 0) / own.length,
			);
			const mostOf = (hits: readonly PassageHit[]) =>
				words.map((_, n) => Math.max(0, ...hits.map(({ asked }) => asked[n]?.held ?? 0)));
			const most = mostOf(own);
			const headed = mostOf(
				own.filter((hit) => isHeading(hit.passage) || hit.passage === openingOf(hit.article)),
			);
			const top = own.slice(0, thresholds.contextPassages + 1);
			return [article, { hits: own, best: own[0]?.score ?? 0, mean, most, headed, top }] as const;
		}),
	);
	return {
		findings,
		unknown: new Set(unknownWords(findings)),
		best: hits[0]?.score || 1,
		sixth: hits[5]?.score ?? 0,
		articles,
	};
}

/** The question's words with a part of what the best other passages of the same article hold of them. */
export function inContext(hit: PassageHit, { articles }: HitContext): AskedWord[] {
	const others = (articles.get(hit.article)?.top ?? [])
		.filter(({ passage }) => passage !== hit.passage)
		.slice(0, thresholds.contextPassages)
		.map(({ asked }) => asked);
	return hit.asked.map((asked, n) => {
		const elsewhere = Math.max(0, ...others.map((words) => words[n]?.held ?? 0));
		return { ...asked, held: Math.max(asked.held, thresholds.context * elsewhere) };
	});
}

/** How far the hit's article is ahead of the best passage of another one, 0 to 1 of the best score. */
export function aheadOfOthers(hit: PassageHit, { articles, best }: HitContext): number {
	const own = articles.get(hit.article)?.best ?? 0;
	let other = 0;
	for (const [article, { best: score }] of articles)
		if (article !== hit.article && score > other) other = score;
	return Math.max(0, Math.min(1, (own - other) / best));
}
