/**
 * How well questions find their passages, in process: every non-empty line of every .txt file in a
 * folder is a passage, a questions file says which lines answer what.
 *   node bench/search-quality.ts [--articles DIR] [--questions FILE] [--misses N] [--index segments]
 */
import { deepStrictEqual } from "node:assert";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadSearchData } from "../src/app/load/search-data.ts";
import { openSearch } from "../src/app/load/search-index.ts";
import type { Article } from "../src/domain/article.ts";
import { unknownPublished } from "../src/domain/dates.ts";
import type { PassageSearch } from "../src/domain/passage-search.ts";
import { languageOf } from "../src/language/text/tokens.ts";
import { createPassageSearch, type LocalPassageSearch } from "../src/search/passage-search.ts";
import type { SearchData } from "../src/search/search-data.ts";

export type Question = {
	id: string;
	lang: "ar" | "en";
	text: string;
	relevant: { file: string; line: number; grade?: number }[];
};

/** Folder of .txt files → articles whose passages are the lines. */
export function linesAsArticles(folder: string): Article[] {
	const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
	return files.sort().map((file, n): Article => {
		const text = readFileSync(join(folder, file), "utf8");
		const id = `a${n}`;
		const passages = text.split("\n").flatMap((line, at) => {
			if (!line.trim()) return [];
			const source = { line: at + 1, start: 0, end: line.length };
			return [{ id: `${id}-p${at + 1}`, kind: "body" as const, text: line, source }];
		});
		return {
			id,
			language: languageOf(text),
			title: null,
			outlet: null,
			url: null,
			source: { file, sha256: "0".repeat(64) },
			published: unknownPublished,
			rendering: "verbatim",
			passages,
			claims: [],
			events: [],
			figures: [],
			contradictions: [],
		};
	});
}

export type Quality = {
	questions: number;
	ndcg10: number;
	recall5: number;
	recall10: number;
	top1: number;
};

/** Mean figures of one language's questions, and what each question scored. */
export async function measure(
	search: PassageSearch,
	questions: readonly Question[],
): Promise<Quality & { each: Map<string, number> }> {
	const sum = { ndcg10: 0, recall5: 0, recall10: 0, top1: 0 };
	const each = new Map<string, number>();
	for (const question of questions) {
		const { hits } = await search.search({
			text: question.text,
			language: question.lang,
			limit: 10,
		});
		const grades = new Map(question.relevant.map((r) => [`${r.file}:${r.line}`, r.grade ?? 2]));
		const got = hits.map(
			(hit) => grades.get(`${hit.article.source.file}:${hit.passage.source.line}`) ?? 0,
		);
		const best = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
		const ndcg = gain(got) / gain(best);
		each.set(question.id, ndcg);
		const want = best[0] === 2 ? 2 : 1;
		const strong = [...grades.values()].filter((grade) => grade >= want).length;
		sum.ndcg10 += ndcg;
		sum.recall5 += got.slice(0, 5).filter((grade) => grade >= want).length / Math.min(5, strong);
		sum.recall10 += got.filter((grade) => grade >= want).length / Math.min(10, strong);
		sum.top1 += (got[0] ?? 0) > 0 ? 1 : 0;
	}
	const n = questions.length || 1;
	return {
		questions: questions.length,
		ndcg10: sum.ndcg10 / n,
		recall5: sum.recall5 / n,
		recall10: sum.recall10 / n,
		top1: sum.top1 / n,
		each,
	};
}

function gain(grades: readonly number[]): number {
	return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}

/** The search over segments, which throws where a hit is another one than that of the index in memory. */
async function besideMemory(
	articles: readonly Article[],
	data: SearchData,
	inMemory: LocalPassageSearch,
): Promise<PassageSearch> {
	const folder = mkdtempSync(join(tmpdir(), "isnad-quality-"));
	const place = { corpus: "quality", data: folder, searchIndex: "segments" as const };
	const segments = await openSearch({ articles, hash: "quality" }, data, place, () => {});
	rmSync(folder, { recursive: true });
	return {
		size: segments.size,
		async search(query) {
			const found = await segments.search(query);
			deepStrictEqual(found, await inMemory.search(query));
			return found;
		},
	};
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			articles: { type: "string", default: "../shared/bench/xquad/articles" },
			questions: { type: "string", default: "../shared/bench/xquad/questions.json" },
			misses: { type: "string", default: "0" },
			index: { type: "string", default: "memory" },
		},
	});
	if (!existsSync(values.articles))
		throw new Error(`No folder ${values.articles}: name one with --articles.`);
	const all = JSON.parse(readFileSync(values.questions, "utf8")).queries as Question[];
	const answerable = all.filter((question) => question.relevant.length > 0);
	const data = await loadSearchData("index-data");
	const articles = linesAsArticles(values.articles);
	const inMemory = await createPassageSearch(articles, data);
	const search =
		values.index === "segments" ? await besideMemory(articles, data, inMemory) : inMemory;
	console.log(`${search.size} passages, ${data.lexicon.size} lexicon entries`);
	console.log("| questions | nDCG@10 | recall@5 | recall@10 | top 1 |");
	console.log("|---|---|---|---|---|");
	for (const language of ["ar", "en"] as const) {
		const asked = answerable.filter((question) => question.lang === language);
		const q = await measure(search, asked);
		const row = [q.ndcg10, q.recall5, q.recall10, q.top1].map((x) => (100 * x).toFixed(1));
		console.log(`| ${asked.length} ${language} | ${row.join(" | ")} |`);
		const worst = asked.filter((question) => (q.each.get(question.id) ?? 0) < 0.4);
		for (const question of worst.slice(0, Number(values.misses))) {
			console.log(`  ${question.id} ${(q.each.get(question.id) ?? 0).toFixed(2)} ${question.text}`);
		}
	}
}

if (import.meta.main) await main();
