import type { Article } from "../../../domain/article.ts";
import type { Logger } from "../../../domain/ports.ts";
import { HeldArticles } from "../../../search/segments/article-shelf.ts";
import { SegmentedIndex } from "../../../search/segments/segmented-index.ts";
import { indexDataFolder } from "../../paths.ts";
import { SearchThread } from "./search-thread.ts";

/** The segments of a corpus in their folder: what is there already is read, what is not is added. */
export async function openSegments(
	{ articles, hash }: { articles: readonly Article[]; hash: string },
	{ folder, ownLexicon = [] }: { folder: string; ownLexicon?: readonly string[] },
	log: Logger,
): Promise<SegmentedIndex> {
	const settings = { folder, indexData: indexDataFolder, ownLexicon };
	const thread = new SearchThread(settings, (code, message) => {
		log("warn", `The search segments in ${folder} have a problem: ${message}`, { code });
	});
	const shelf = new HeldArticles();
	for (const article of articles) shelf.put(article);
	const index = new SegmentedIndex(thread, shelf);
	await index.fit(
		articles.map(({ id }) => id),
		hash,
	);
	return index;
}
