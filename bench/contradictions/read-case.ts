import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Extraction } from "../../src/app/load/extraction.ts";
import { ingest } from "../../src/corpus/index.ts";
import { Article } from "../../src/domain/article.ts";
import type { PairCase } from "./cases.ts";

/** The articles of a case as `ingest` reads them, in the order of the case; undefined for one that was refused. */
export async function readCase(
	engine: Extraction,
	{ articles }: PairCase,
): Promise<(Article | undefined)[]> {
	const folder = mkdtempSync(join(tmpdir(), "isnad-pairs-"));
	try {
		const pages = join(folder, "pages");
		mkdirSync(pages);
		const meta: Record<string, unknown> = {};
		for (const [i, { title, outlet, published, text }] of articles.entries()) {
			writeFileSync(join(pages, fileOf(i)), `${text}\n`);
			meta[fileOf(i)] = { title, outlet, published };
		}
		writeFileSync(join(pages, "meta.json"), JSON.stringify(meta));
		const read = await ingestedFrom(engine, pages, join(folder, "corpus"));
		return articles.map((_, i) => read.find(({ source }) => source.file === fileOf(i)));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function fileOf(i: number): string {
	return `article-${i}.txt`;
}

/** Reads the articles of a folder into a corpus folder. */
export async function ingestedFrom(
	{ rules, extract, relate }: Extraction,
	pages: string,
	corpusDir: string,
): Promise<Article[]> {
	await ingest({ paths: [pages], corpusDir, rules, extract, relate });
	const folder = join(corpusDir, "articles");
	return readdirSync(folder)
		.sort()
		.map((name) => Article.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
}
