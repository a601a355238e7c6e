import { rmSync } from "node:fs";
import type { Article } from "../../domain/article.ts";
import { ArticleShelf } from "../../domain/article-shelf.ts";
import { openArticleRows } from "../../storage/articles/open.ts";
import type { ArticlesPlace } from "../../storage/articles/sqlite-articles.ts";

type Known = { articles: Article[]; digests: Map<string, string>; stamps: Map<string, string> };

/**
 * The shelf over the rows of a file, and what they hold; rows that cannot be read are made anew.
 * Errors: those of `openArticleRows`.
 */
export function openShelf(
	place: ArticlesPlace,
	madeBy: string,
): { shelf: ArticleShelf; known: Known } {
	const opened = tryOpen(place, madeBy);
	if (opened) return opened;
	rmSync(place.path, { force: true });
	return (
		tryOpen(place, madeBy) ?? {
			shelf: new ArticleShelf(openArticleRows(place, madeBy)),
			known: nothing(),
		}
	);
}

function tryOpen(place: ArticlesPlace, madeBy: string) {
	const rows = openArticleRows(place, madeBy);
	const shelf = new ArticleShelf(rows);
	const known = nothing();
	try {
		for (const { article, file } of shelf.all()) {
			known.articles.push(article);
			known.digests.set(article.id, file.digest);
			if (file.stamp !== null) known.stamps.set(article.id, file.stamp);
		}
		return { shelf, known };
	} catch {
		void rows.close();
		return null;
	}
}

function nothing(): Known {
	return { articles: [], digests: new Map(), stamps: new Map() };
}
