/**
 * Speed of the passage search beside plain MiniSearch, on generated corpora.
 *   node --expose-gc bench/search.ts [--sizes 1000,10000,50000] [--questions 500]
 */
import { parseArgs } from "node:util";
import MiniSearch from "minisearch";
import { loadSearchData } from "../src/app/load/search-data.ts";
import type { Article } from "../src/domain/article.ts";
import { createPassageSearch } from "../src/search/passage-search.ts";
import { generateArticles, generateQuestions } from "./corpus.ts";

/** Runs `work` while a timer watches for how long the event loop was held up. */
async function watched<T>(
	work: () => Promise<T>,
): Promise<{ value: T; ms: number; blockedMs: number }> {
	let blockedMs = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		blockedMs = Math.max(blockedMs, now - last);
		last = now;
	}, 1);
	const start = performance.now();
	last = start;
	const value = await work();
	const end = performance.now();
	blockedMs = Math.max(blockedMs, end - last);
	clearInterval(timer);
	return { value, ms: end - start, blockedMs };
}

async function timed(asked: readonly string[], ask: (text: string) => unknown): Promise<number[]> {
	const out: number[] = [];
	for (const text of asked) {
		const start = performance.now();
		await ask(text);
		out.push(performance.now() - start);
	}
	return out.sort((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): string {
	return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

function usedMb(): number {
	globalThis.gc?.();
	globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
}

async function plain(articles: readonly Article[]): Promise<MiniSearch> {
	const index = new MiniSearch({ fields: ["text"], storeFields: [] });
	await index.addAllAsync(
		articles.flatMap((article) => article.passages),
		{ chunkSize: 50 },
	);
	return index;
}

const { values } = parseArgs({
	options: {
		sizes: { type: "string", default: "1000,10000,50000" },
		questions: { type: "string", default: "500" },
	},
});
const data = await loadSearchData("index-data");
console.log(
	"| passages | search | built ms | longest block ms | memory MB | ar p50 / p99 ms | en p50 / p99 ms |",
);
console.log("|---|---|---|---|---|---|---|");
for (const size of values.sizes.split(",").map(Number)) {
	const articles = generateArticles(data.lexicon, size);
	const questions = generateQuestions(articles, data.lexicon, Number(values.questions));
	const row = (
		name: string,
		run: { ms: number; blockedMs: number },
		mb: number,
		ar: number[],
		en: number[],
	) =>
		console.log(
			`| ${size} | ${name} | ${run.ms.toFixed(0)} | ${run.blockedMs.toFixed(0)} | ${mb.toFixed(0)} | ${at(ar, 0.5)} / ${at(ar, 0.99)} | ${at(en, 0.5)} / ${at(en, 0.99)} |`,
		);
	const before = usedMb();
	const built = await watched(() => createPassageSearch(articles, data, { corpusHash: "bench" }));
	const ask = (language: "ar" | "en") => (text: string) =>
		built.value.search({ text, language, limit: 10 });
	await timed(questions.ar.slice(0, 50), ask("ar"));
	const ar = await timed(questions.ar, ask("ar"));
	const en = await timed(questions.en, ask("en"));
	row("Isnad", built, usedMb() - before, ar, en);
	const snapshot = await built.value.snapshot("bench");
	const loaded = await watched(() =>
		createPassageSearch(articles, data, { corpusHash: "bench", snapshot }),
	);
	row(`Isnad, snapshot of ${(snapshot.length / 1e6).toFixed(1)} MB`, loaded, 0, ar, en);
	const middle = usedMb();
	const mini = await watched(() => plain(articles));
	await timed(questions.ar.slice(0, 50), (text) => mini.value.search(text));
	const miniAr = await timed(questions.ar, (text) => mini.value.search(text));
	const miniEn = await timed(questions.en, (text) => mini.value.search(text));
	row("MiniSearch as it comes", mini, usedMb() - middle, miniAr, miniEn);
}
