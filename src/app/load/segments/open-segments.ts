import type { Article } from "../../../domain/article.ts";
import type { ErrorCode, IsnadError } from "../../../domain/errors.ts";
import type { Logger } from "../../../domain/ports.ts";
import { HeldArticles } from "../../../search/segments/article-shelf.ts";
import { SegmentedIndex } from "../../../search/segments/segmented-index.ts";
import { indexDataFolder } from "../../paths.ts";
import { SearchThread, type SearchThreadParts } from "./search-thread.ts";

export type SegmentsPlace = {
	folder: string;
	/** Lines of the operator's own lexicon. */
	ownLexicon?: readonly string[];
};

export type SegmentsWatch = {
	log: Logger;
	/** Told each time that the search thread ended by itself. */
	onEnd: () => void;
	/** Starts the thread; Node's own where absent. */
	start?: SearchThreadParts["start"];
};

/**
 * The segments of a corpus in their folder: what is there already is read, what is not is added.
 * Errors: those of the data that is read, `search_unavailable`; no thread runs on then.
 */
export async function openSegments(
	{ articles, hash }: { articles: readonly Article[]; hash: string },
	{ folder, ownLexicon = [] }: SegmentsPlace,
	{ log, onEnd, start }: SegmentsWatch,
): Promise<SegmentedIndex> {
	const settings = { folder, indexData: indexDataFolder, ownLexicon };
	const onProblem = (code: ErrorCode, message: string) =>
		log("warn", `The search segments in ${folder} have a problem: ${message}`, { code });
	const open = () => new SearchThread({ settings, onProblem, ...(start && { start }) });
	const shelf = new HeldArticles();
	for (const article of articles) shelf.put(article);
	const lasting = {
		open,
		onEnd({ code, message }: IsnadError) {
			log("error", message, { code });
			onEnd();
		},
	};
	const index = new SegmentedIndex(lasting, shelf);
	try {
		await index.fit(
			articles.map(({ id }) => id),
			hash,
		);
	} catch (error) {
		// Why it cannot be opened says more than why it cannot be closed.
		await index.close().catch(() => undefined);
		throw error;
	}
	return index;
}
