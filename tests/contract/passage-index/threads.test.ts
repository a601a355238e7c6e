import { afterEach } from "vitest";
import { SearchThread } from "../../../src/app/load/segments/search-thread.ts";
import { HeldArticles } from "../../../src/search/segments/article-shelf.ts";
import { SegmentedIndex } from "../../../src/search/segments/segmented-index.ts";
import { passageIndexSuite } from "./suite.ts";
import { threadSettings } from "./thread-settings.ts";

const indexes: SegmentedIndex[] = [];
afterEach(async () => {
	for (const index of indexes.splice(0)) await index.close();
});

passageIndexSuite("segments in threads of their own, in a folder", async (articles) => {
	const settings = threadSettings();
	const onProblem = (code: string, message: string) => {
		throw new Error(`${code} ${message}`);
	};
	const open = () => new SearchThread({ settings, onProblem });
	const shelf = new HeldArticles();
	for (const article of articles) shelf.put(article);
	const index = new SegmentedIndex({ open }, shelf);
	indexes.push(index);
	await index.fit(
		articles.map(({ id }) => id),
		"h",
	);
	return index;
});
