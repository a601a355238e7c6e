import { join } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { openSegments } from "../../../../src/app/load/segments/open-segments.ts";
import { SearchThread } from "../../../../src/app/load/segments/search-thread.ts";
import type { Article } from "../../../../src/domain/article.ts";
import type { PassageJudge } from "../../../../src/domain/passage-search.ts";
import { HeldArticles } from "../../../../src/search/segments/article-shelf.ts";
import { SegmentedIndex } from "../../../../src/search/segments/segmented-index.ts";
import { threadSettings } from "../../../contract/passage-index/thread-settings.ts";
import { article } from "../../answers/doubles.ts";

const corpus = Array.from({ length: 12 }, (_, n) =>
	article(`a${n}`, [`The harbour strike of day ${n}.`, `Grain number ${n % 4}.`]),
);
const query = { text: "harbour strike", language: "en", limit: 20 } as const;

/** An index over real threads, and what the test needs to end them. */
async function opened(firstOptions: WorkerOptions = {}) {
	const settings = threadSettings();
	const threads: Worker[] = [];
	const ends: string[] = [];
	const start = (file: URL, options: WorkerOptions) => {
		const more = threads.length === 0 ? firstOptions : {};
		const thread = new Worker(file, { ...options, ...more });
		threads.push(thread);
		return thread;
	};
	const onProblem = (code: string, message: string) => {
		throw new Error(`${code} ${message}`);
	};
	const shelf = new HeldArticles();
	for (const one of corpus) shelf.put(one);
	const index = new SegmentedIndex(
		{
			open: () => new SearchThread({ settings, onProblem, start }),
			onEnd: ({ code, message }) => ends.push(`${code} ${message}`),
		},
		shelf,
	);
	onTestFinished(() => index.close());
	await index.fit(
		corpus.map(({ id }) => id),
		"h",
	);
	return { index, threads, ends, thread: () => threads.at(-1) as Worker };
}

const found = async (index: SegmentedIndex) =>
	(await index.search(query)).hits.map(({ passage, score }) => [passage.id, score]);

/** Each takes a thread really away. */
const deaths: Record<string, (thread: Worker) => void> = {
	killed: (thread) => void thread.terminate(),
	"ended by an error that nobody catches": (thread) => thread.postMessage(null),
};

it("goes on with all that it served, however its thread ends", async () => {
	const { index, threads, ends, thread } = await opened();
	await index.add(article("new", ["A harbour strike again."]));
	await index.remove("a3");
	const before = await found(index);
	expect(before).toHaveLength(12);
	for (const [n, end] of Object.values(deaths).entries()) {
		const asked = Array.from({ length: 8 }, () => found(index));
		end(thread());
		expect(await Promise.all(asked)).toEqual(asked.map(() => before));
		expect(ends).toHaveLength(n + 1);
		expect(ends[n]).toMatch(/^search_unavailable The search thread ended/);
		expect(threads).toHaveLength(n + 2);
		expect(index.isReady).toBe(true);
		expect(index.size).toBe(23);
	}
	// What changes afterwards is as if nothing had been.
	await index.remove("new");
	expect(await found(index)).toHaveLength(11);
	// Nobody asks: it is started again all the same, and says meanwhile that it is not ready.
	const last = thread();
	const gone = new Promise((resolve) => last.once("exit", resolve));
	void last.terminate();
	await gone;
	await Promise.resolve();
	expect(index.isReady).toBe(false);
	await expect.poll(() => index.isReady, { timeout: 60_000 }).toBe(true);
	expect(threads).toHaveLength(4);
});

it("judges anew once its articles have other numbers", async () => {
	const { index, ends, thread } = await opened();
	// Replaced one, the other, and the first again: read from files they get two numbers, not three.
	const [one, other] = corpus as [Article, Article];
	for (const each of [one, other, one])
		await index.add({ ...each, passages: each.passages.slice(0, 1) });
	const own: PassageJudge = {
		accepts: () => (ref) => ref.article.id !== one.id,
		prefers: () => () => 0,
	};
	const filtered = async () => {
		const within = { filters: { outlet: "Gazette" } };
		const { hits } = await index.search({ ...query, within }, own);
		return hits.map(({ article: { id } }) => id).sort();
	};
	const before = await filtered();
	expect(before).toEqual(
		corpus
			.slice(1)
			.map(({ id }) => id)
			.sort(),
	);
	void thread().terminate();
	expect(await filtered()).toEqual(before);
	expect(ends).toHaveLength(1);
});

it("is opened again where it runs out of memory", async () => {
	const { index, ends } = await opened({ resourceLimits: { maxOldGenerationSizeMb: 12 } });
	const words = (n: number) =>
		Array.from({ length: 400 }, (_, at) => `w${(400 * n + at).toString(36)}`).join(" ");
	const large = Array.from({ length: 300 }, (_, n) => words(n));
	await index.add(article("large", [...large, "The harbour strike at large."]));
	expect(ends.join()).toMatch(/memory/);
	const [first] = await found(index);
	expect(first?.[0]).toBe("large-p301");
});

it("refuses a question that ends two threads, and answers the others", async () => {
	const { index, threads, ends, thread } = await opened();
	const before = await found(index);
	const ended = new Set<Worker>();
	const fatal: PassageJudge = {
		accepts: () => () => {
			if (!ended.has(thread())) void thread().terminate();
			ended.add(thread());
			return true;
		},
		prefers: () => () => 0,
	};
	await expect(index.search({ ...query, within: {} }, fatal)).rejects.toMatchObject({
		code: "search_unavailable",
	});
	expect(ends).toHaveLength(2);
	expect(await found(index)).toEqual(before);
	expect(threads).toHaveLength(3);
});

it("leaves no thread behind where it cannot be opened", async () => {
	const { folder } = threadSettings();
	const threads: Worker[] = [];
	const start = (file: URL, options: WorkerOptions) => {
		const workerData = { ...options.workerData, indexData: join(folder, "nowhere") };
		const thread = new Worker(file, { ...options, workerData });
		threads.push(thread);
		return thread;
	};
	onTestFinished(async () => void (await Promise.all(threads.map((each) => each.terminate()))));
	const watch = { log: () => {}, onEnd: () => {}, start };
	const opening = openSegments({ articles: corpus, hash: "h" }, { folder }, watch);
	await expect(opening).rejects.toThrow("nowhere");
	// Of a thread that is over.
	expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
});
