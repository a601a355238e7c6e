/** One measurement in a process of its own: started by main.ts, prints one line of JSON. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { setImmediate as breath } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Article } from "../../src/domain/article.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import type { Engine, Index } from "./engine.ts";
import { engineNamed } from "./engines.ts";
import { quantile, watch } from "./watch.ts";

export type Questions = Record<Language, string[]>;
export type Latency = {
	asked: number;
	p50: number;
	p99: number;
	/** Of the processor time of the main thread: what is left where nothing else runs beside it. */
	busyP99: number;
	blockedMs: number;
};
type Asked = { times: number[]; busy: number[]; blockedMs: number };
export type Measured = {
	/** Both the language data and the like, and the index, from nothing. */
	prepareMs: number;
	prepareBlockedMs: number;
	/** Of building or of loading. */
	ms: number;
	blockedMs: number;
	/** What the index added to the process (and holds elsewhere), after some questions: bytes. */
	heap: number;
	rss: number;
	/** The whole process. */
	peakRss: number;
	/** Only after building. */
	latency?: Record<Language | "all", Latency>;
	/** Answers to the first questions: the loaded index must give the same as the built one. */
	answers: number[][];
};

const warmUp = 50;
const sampled = 20;
const limit = 10;
/** Nobody waits for an engine longer than this in one language. */
const patienceMs = 10_000;

/** First line: the questions; every other line: an article. */
async function readCorpus(path: string): Promise<{ questions: Questions; articles: Article[] }> {
	let questions: Questions | undefined;
	const articles: Article[] = [];
	// Line by line, so that the process does not start with a heap full of waste to grow into.
	for await (const line of createInterface({ input: createReadStream(path) })) {
		if (questions) articles.push(JSON.parse(line));
		else questions = JSON.parse(line);
	}
	if (!questions) throw new Error(`${path} is empty.`);
	return { questions, articles };
}

function memory(): { heap: number; rss: number } {
	globalThis.gc?.();
	const { heapUsed, external, rss } = process.memoryUsage();
	return { heap: heapUsed + external, rss };
}

async function ask(
	index: Index,
	texts: readonly string[],
	language: Language,
): Promise<number[][]> {
	const out: number[][] = [];
	for (const text of texts) out.push(await index.search(text, language, limit));
	return out;
}

async function timed(index: Index, texts: readonly string[], language: Language): Promise<Asked> {
	const times: number[] = [];
	const busy: number[] = [];
	const end = performance.now() + patienceMs;
	const { blockedMs } = await watch(async () => {
		for (const text of texts) {
			const before = process.threadCpuUsage();
			const start = performance.now();
			await index.search(text, language, limit);
			times.push(performance.now() - start);
			const { user, system } = process.threadCpuUsage(before);
			busy.push((user + system) / 1000);
			if (start > end) break;
			await breath();
		}
	});
	return { times, busy, blockedMs };
}

function latencyOf(runs: readonly Asked[]): Latency {
	const times = runs.flatMap((run) => run.times).sort((a, b) => a - b);
	const busy = runs.flatMap((run) => run.busy).sort((a, b) => a - b);
	return {
		asked: times.length,
		p50: quantile(times, 0.5),
		p99: quantile(times, 0.99),
		busyP99: quantile(busy, 0.99),
		blockedMs: Math.max(...runs.map((run) => run.blockedMs)),
	};
}

async function measure(
	engine: Engine,
	mode: "build" | "load",
	corpus: string,
	folder: string,
): Promise<Measured> {
	const { questions, articles } = await readCorpus(corpus);
	const before = memory();
	const prepared = await watch(() => engine.prepare?.());
	const opened = await watch(() =>
		mode === "build" ? engine.build(articles, folder) : engine.load(folder, articles),
	);
	const index = opened.value;
	const answers = await ask(index, questions.ar.slice(0, sampled), "ar");
	await ask(index, questions.ar.slice(0, warmUp), "ar");
	await ask(index, questions.en.slice(0, warmUp), "en");
	const after = memory();
	const outside = index.outside?.() ?? 0;
	const result: Measured = {
		prepareMs: prepared.ms,
		prepareBlockedMs: prepared.blockedMs,
		ms: opened.ms,
		blockedMs: opened.blockedMs,
		heap: after.heap - before.heap + outside,
		rss: after.rss - before.rss + outside,
		peakRss: process.resourceUsage().maxRSS * 1024,
		answers,
	};
	if (mode === "build") {
		const ar = await timed(index, questions.ar, "ar");
		const en = await timed(index, questions.en, "en");
		result.latency = { ar: latencyOf([ar]), en: latencyOf([en]), all: latencyOf([ar, en]) };
		await index.save(folder);
	}
	await index.close?.();
	return result;
}

const { values } = parseArgs({
	options: {
		engine: { type: "string", default: "" },
		mode: { type: "string", default: "build" },
		corpus: { type: "string", default: "" },
		folder: { type: "string", default: "" },
	},
});
const mode = values.mode === "load" ? "load" : "build";
console.log(
	JSON.stringify(await measure(engineNamed(values.engine), mode, values.corpus, values.folder)),
);
