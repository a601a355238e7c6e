import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach } from "vitest";
import { SearchThread } from "../../../src/app/load/segments/search-thread.ts";
import { HeldArticles } from "../../../src/search/segments/article-shelf.ts";
import { SegmentedIndex } from "../../../src/search/segments/segmented-index.ts";
import { passageIndexSuite } from "./suite.ts";

const folder = mkdtempSync(join(tmpdir(), "isnad-segments-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const joints = { english: ["and"], arabic: ["و"] };
const noNames = { states: [], numbers: [], people: [], joints, endings: [] };
/** A few words of language data, so that a thread starts at once. */
const indexData = join(folder, "index-data");
for (const [name, text] of [
	["lexicon/some.tsv", "n\tharbour\tميناء\n"],
	["lexicon/stop.txt", "the of to\n"],
	["thesaurus/some.tsv", ""],
	["names.json", JSON.stringify(noNames)],
] as const) {
	mkdirSync(join(indexData, name, ".."), { recursive: true });
	writeFileSync(join(indexData, name), text);
}

let opened = 0;
const indexes: SegmentedIndex[] = [];
afterEach(async () => {
	for (const index of indexes.splice(0)) await index.close();
});

passageIndexSuite("segments in threads of their own, in a folder", async (articles) => {
	const settings = { folder: join(folder, String(++opened)), indexData, ownLexicon: [] };
	const thread = new SearchThread(settings, (code, message) => {
		throw new Error(`${code} ${message}`);
	});
	const shelf = new HeldArticles();
	for (const article of articles) shelf.put(article);
	const index = new SegmentedIndex(thread, shelf);
	indexes.push(index);
	await index.fit(
		articles.map(({ id }) => id),
		"h",
	);
	return index;
});
