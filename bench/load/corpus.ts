import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadExtraction } from "../../src/app/load/extraction.ts";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import { ingest } from "../../src/corpus/index.ts";
import { generateArticles } from "../corpus.ts";
import { htmlOf, type MadePage, makePages, type PageShape } from "../live/pages.ts";

/**
 * With its title thirteen passages a page on average, which hold as much as those of the articles in
 * tests/fixtures and somewhat more: 1.2 claims and 0.6 events a passage there.
 */
const shape: PageShape = { paragraphs: [9, 15], sentences: [1, 2] };
/** Words of the lexicon in an Arabic paragraph. */
const added = 12;

/**
 * A corpus of as many articles as a desk has after some years, read by the program's own ingest:
 * news pages whose claims, events and figures are found, with a stretch of the lexicon's words in
 * every Arabic paragraph so that the vocabulary is that of a language.
 */
export async function makeCorpus(folder: string, articles: number): Promise<void> {
	if (existsSync(join(folder, "corpus.json"))) return;
	const pages = mkdtempSync(join(tmpdir(), "isnad-pages-"));
	try {
		mkdirSync(folder, { recursive: true });
		for (const page of await richPages(articles))
			writeFileSync(join(pages, page.path.replaceAll("/", "-").slice(1)), htmlOf(page));
		const { rules, extract, relate } = await loadExtraction(indexDataFolder);
		const given = { paths: [pages], corpusDir: folder, rules, extract, relate };
		const result = await ingest(given);
		if (result.articles < articles * 0.99)
			throw new Error(`Of ${articles} pages ${result.articles} became articles.`);
	} finally {
		rmSync(pages, { recursive: true, force: true });
	}
}

async function richPages(count: number): Promise<MadePage[]> {
	const pages = makePages(count, 5, shape);
	const { lexicon } = await loadSearchData(indexDataFolder);
	const needed = pages.reduce((sum, page) => sum + page.paragraphs.length, 0);
	const filler = generateArticles(lexicon, needed).flatMap(({ passages }) => passages);
	let next = 0;
	return pages.map((page) => {
		if (page.language !== "ar") return page;
		const rich = page.paragraphs.map((text) => {
			const words = (filler[next++]?.text ?? "").split(" ").slice(0, added);
			return `${text} ${words.join(" ")}.`;
		});
		return { ...page, paragraphs: rich };
	});
}
