import type { Article } from "../../../domain/article.ts";
import { countsOf } from "../../../domain/article-outline.ts";
import type { Clock } from "../../../domain/ports.ts";
import type { SourceStore } from "../../../domain/sources.ts";
import { inTime, type Watched } from "../readiness.ts";
import type { Standing } from "./prometheus.ts";

/** What is as it is now; the claims are counted once for each state of the corpus. */
export function standingOf(watched: Watched, now: Clock): () => Promise<Standing> {
	let counted: { of: readonly Article[]; claims: number } | undefined;
	const claimsIn = (articles: readonly Article[]) => {
		if (counted?.of !== articles)
			counted = { of: articles, claims: articles.reduce((sum, a) => sum + countsOf(a).claims, 0) };
		return counted.claims;
	};
	return async () => {
		const { app, platforms, store } = watched;
		const names = platforms?.names ?? [];
		const articles = app?.corpus.articles ?? [];
		return {
			corpus: app
				? {
						articles: articles.length,
						passages: app.answerer.size,
						claims: claimsIn(articles),
						version: app.answerer.version,
					}
				: null,
			platforms: Object.fromEntries(
				names.map((name) => [name, platforms?.isConnected(name) ?? false]),
			),
			// The rest is told also where the store fails or does not answer.
			sources: store
				? await inTime(
						sourcesIn(store.sources, now).catch(() => null),
						null,
					)
				: null,
		};
	};
}

async function sourcesIn(store: SourceStore, now: Clock): Promise<Standing["sources"]> {
	const all = await store.list();
	const oldest = Math.max(
		0,
		...all.map(({ lastSuccessAt, addedAt }) => now() - (lastSuccessAt ?? addedAt)),
	);
	return {
		followed: all.length,
		failing: all.filter(({ lastProblem }) => lastProblem !== null).length,
		oldest: oldest / 1_000,
	};
}
