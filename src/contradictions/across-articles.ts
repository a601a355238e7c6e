import type { Article, Contradiction } from "../domain/article.ts";
import { type ArticleView, relationOf } from "./article-view.ts";
import { type ContradictionParts, contradictionsBetween } from "./find-contradictions.ts";

/**
 * Contradictions of a whole collection, by the article that holds each: the later one by date, then
 * by id, so that it does not matter in which order articles were read.
 */
export function relateArticles(
	parts: ContradictionParts,
	viewOf: (article: Article) => ArticleView,
	articles: readonly Article[],
): Map<string, Contradiction[]> {
	const sorted = articles
		.filter((article) => article.rendering === "verbatim")
		.sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id));
	const held = new Map(sorted.map((article) => [article.id, ownPairs(article)]));
	const views = sorted.map(viewOf);
	for (const [i, later] of views.entries()) {
		for (const earlier of views.slice(0, i)) {
			const relation = relationOf(earlier, later);
			if (!relation) continue;
			held.get(later.id)?.push(...contradictionsBetween(parts, earlier, later, relation));
		}
	}
	return held;
}

/** Those between two claims of the article itself. */
function ownPairs({ claims, contradictions }: Article): Contradiction[] {
	const own = new Set(claims.map((claim) => claim.id));
	return contradictions.filter((pair) => pair.claims.every((id) => own.has(id)));
}

/** Unknown days come last. */
function dayOf({ published }: Article): string {
	return published.value ?? "9999";
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
