import type { Exported, ExportedArticle } from "../../src/domain/exported.ts";

/** The articles that records stand in, each once, in the order of the records. */
export function* articlesOf(records: Iterable<Exported>): Iterable<ExportedArticle> {
	const told = new Set<string>();
	for (const { article } of records) {
		if (told.has(article.id)) continue;
		told.add(article.id);
		yield article;
	}
}
