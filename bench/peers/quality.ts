import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../../src/domain/article.ts";
import type { PassageHit, PassageSearch } from "../../src/domain/passage-search.ts";
import { linesAsArticles, measure, type Quality, type Question } from "../search-quality.ts";
import type { Engine, Index } from "./engine.ts";

export type BothLanguages = { ar: Quality; en: Quality };

/** The engine behind the port of our own search, so that one function measures them all. */
function asPort(index: Index, articles: readonly Article[]): PassageSearch {
	const hits = articles.flatMap((article) =>
		article.passages.map((passage): PassageHit => {
			return { article, passage, score: 0, coverage: 0, matched: new Set(), asked: [] };
		}),
	);
	return {
		size: hits.length,
		async search({ text, language, limit }) {
			const numbers = await index.search(text, language, limit);
			return {
				hits: numbers.flatMap((number) => hits[number] ?? []),
				unknownWords: [],
				expansions: [],
			};
		},
	};
}

/** nDCG@10 and the like over the folder's passages, for questions that have an answer in them. */
export async function qualityOf(engine: Engine, bench: string): Promise<BothLanguages> {
	const articles = linesAsArticles(join(bench, "articles"));
	const file = readFileSync(join(bench, "questions.json"), "utf8");
	const questions = (JSON.parse(file).queries as Question[]).filter(
		({ relevant }) => relevant.length > 0,
	);
	const folder = mkdtempSync(join(tmpdir(), "isnad-peers-"));
	let index: Index | undefined;
	try {
		await engine.prepare?.();
		index = await engine.build(articles, folder);
		const port = asPort(index, articles);
		const of = (lang: string) =>
			measure(
				port,
				questions.filter((question) => question.lang === lang),
			);
		return { ar: await of("ar"), en: await of("en") };
	} finally {
		await index?.close?.();
		rmSync(folder, { recursive: true, force: true });
	}
}
