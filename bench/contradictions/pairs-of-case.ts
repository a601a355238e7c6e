import type { ContradictionEngine } from "../../src/app/load/contradictions.ts";
import {
	type ArticleView,
	relationOf,
	withinArticle,
} from "../../src/contradictions/articles/article-view.ts";
import { type Weighed, weighed } from "../../src/contradictions/find-contradictions.ts";

/** All that is weighed between the articles of a case. */
export function weighedIn(engine: ContradictionEngine, views: readonly ArticleView[]): Weighed[] {
	return views.flatMap((one, i) =>
		views.slice(i).flatMap((other) => weighedBetween(engine, one, other)),
	);
}

export function weighedBetween(
	engine: ContradictionEngine,
	one: ArticleView,
	other: ArticleView,
): Weighed[] {
	const relation = one === other ? withinArticle : relationOf(one, other);
	return relation ? [...weighed(engine, one, other, relation)].flatMap((w) => w ?? []) : [];
}
