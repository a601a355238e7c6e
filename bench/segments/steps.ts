/** One process of the benchmark; its last line is its report as JSON. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { SearchThread } from "../../src/app/load/segments/search-thread.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import type { PassageJudge, PassageRef } from "../../src/domain/passage-search.ts";
import { createPassageSearch, type LocalPassageSearch } from "../../src/search/passage-search.ts";
import { HeldArticles } from "../../src/search/segments/article-shelf.ts";
import { SegmentedIndex } from "../../src/search/segments/segmented-index.ts";
import { generateQuestions } from "../corpus.ts";
import { heldMs } from "../loop-held.ts";
import { memory, type Question, round, timed } from "./measured.ts";
import { idsFor, rareOutlet, SplicedArticles } from "./spliced-articles.ts";

const [step = "", folder = "", size = "0", count = "500"] = process.argv.slice(2);
const passages = Number(size);
const spliced = new SplicedArticles();
const ids = idsFor(passages);
const segments = join(folder, "segments");
const questionsFile = join(folder, "questions.json");
const hash = "bench";
const settings = { folder: segments, indexData: indexDataFolder, ownLexicon: [] };
const onProblem = (code: string, message: string) => console.error(code, message);
const thread = { open: () => new SearchThread({ settings, onProblem }) };

type Index = LocalPassageSearch | SegmentedIndex;
const ask = (index: Index) => (question: Question) => index.search({ ...question, limit: 10 });
/** Every passage is judged, as the bot does; the judge takes all. */
const judge = { accepts: () => () => true, prefers: () => () => 0 };
const askJudged = (index: Index) => (question: Question) =>
	index.search({ ...question, limit: 10, within: {} }, judge);
const questions = () => JSON.parse(readFileSync(questionsFile, "utf8")) as Question[];

async function topTen(index: Index, asked: readonly Question[]): Promise<string[][]> {
	const out: string[][] = [];
	for (const question of asked) {
		const { hits } = await ask(index)(question);
		out.push(hits.map(({ passage, score }) => `${passage.id} ${score}`));
	}
	return out;
}

/** Mean share of the first ten that both have; and questions with the same ten, order and scores. */
function same(one: readonly string[][], other: readonly string[][]) {
	const idsIn = (hits: readonly string[] = []) => hits.map((hit) => hit.split(" ")[0] ?? "");
	const shares = one.map((hits, n) => {
		const own = new Set(idsIn(hits));
		return own.size === 0 ? 1 : idsIn(other[n]).filter((id) => own.has(id)).length / own.size;
	});
	const exact = one.filter((hits, n) => hits.join() === other[n]?.join()).length;
	return { sameTopTen: shares.reduce((sum, share) => sum + share, 0) / one.length, exact };
}

const steps: Record<string, () => Promise<unknown>> = {
	async build() {
		mkdirSync(segments, { recursive: true });
		const data = await loadSearchData(indexDataFolder);
		const some = ids.filter((_, n) => n % Math.ceil(ids.length / 200) === 0);
		const { ar, en } = generateQuestions(
			some.map((id) => spliced.get(id)).filter((article) => article.language === "ar"),
			data.lexicon,
			Number(count) / 2,
		);
		const both = ar.flatMap((text, n): Question[] => [
			{ text, language: "ar" },
			{ text: en[n] ?? "", language: "en" },
		]);
		writeFileSync(questionsFile, JSON.stringify(both));
		const start = performance.now();
		const index = new SegmentedIndex(thread, spliced);
		await index.fit(ids, hash);
		const seconds = round((performance.now() - start) / 1_000);
		await index.close();
		const files = readdirSync(segments).map((name) => statSync(join(segments, name)).size);
		return { seconds, fileMb: Math.round(files.reduce((sum, bytes) => sum + bytes, 0) / 1e6) };
	},

	async serve() {
		const asked = questions();
		const start = performance.now();
		const index = new SegmentedIndex(thread, spliced);
		await index.fit(ids, hash);
		await ask(index)({ text: "zzz", language: "en" });
		const readySeconds = round((performance.now() - start) / 1_000);
		const atStart = memory();
		await timed(asked.slice(0, 50), ask(index));
		const first = await timed(asked, ask(index));
		let last = first;
		const middle = memory();
		const blocked = await heldMs(async () => {
			last = await timed(asked, ask(index));
		});
		// An article at every tenth question: some thousands of times as many as in an hour of news.
		let added = 0;
		const adding = await timed(asked, async (question, n) => {
			if (n % 10 === 0) void index.add(spliced.get(`s${ids.length + ++added}`));
			await ask(index)(question);
		});
		const report = { readySeconds, atStart, middle, first, again: last, blocked, adding, added };
		const end = memory();
		await index.close();
		return { ...report, end };
	},

	/** A filter that refuses nearly all: by columns, and asked of each passage as without them. */
	async filtered() {
		const asked = questions().slice(0, 60);
		const index = new SegmentedIndex(thread, spliced);
		await index.fit(ids, hash);
		const start = performance.now();
		await index.warmUp();
		const columnsSeconds = round((performance.now() - start) / 1_000);
		let judged = 0;
		const accepts = () => (ref: PassageRef) => {
			judged++;
			return ref.article.outlet === rareOutlet;
		};
		const narrows = () => [
			{ facet: "outlet" as const, test: (name: string) => name === rareOutlet },
		];
		const prefers = () => () => 0;
		const run = async (judge: PassageJudge, some: readonly Question[]) => {
			judged = 0;
			const within = { filters: { outlet: rareOutlet } };
			// A judge of its own each time: what one said is remembered.
			const ask = (question: Question) =>
				index.search({ ...question, limit: 10, within }, { ...judge });
			return { times: await timed(some, ask), judged: Math.round(judged / some.length) };
		};
		await run({ accepts, prefers, narrows }, asked.slice(0, 10));
		const byColumns = await run({ accepts, prefers, narrows }, asked);
		const judgedAll = await run({ accepts, prefers }, asked.slice(0, 10));
		await index.close();
		return { columnsSeconds, byColumns, judgedAll };
	},

	/** Both indexes over the same articles in one process. */
	async beside() {
		const asked = questions();
		const data = await loadSearchData(indexDataFolder);
		const articles = ids.map((id) => spliced.get(id));
		const today = await createPassageSearch(articles, data);
		await today.warmUp();
		const shelf = new HeldArticles();
		for (const article of articles) shelf.put(article);
		const index = new SegmentedIndex(thread, shelf);
		await index.fit(ids, hash);
		await index.warmUp();
		const out: Record<string, unknown> = { today: [], segments: [] };
		for (let round = 0; round < 3; round++)
			for (const [name, one] of Object.entries({ today, segments: index })) {
				const measured: { blocked: unknown; times: unknown } = { blocked: null, times: null };
				measured.blocked = await heldMs(async () => {
					measured.times = await timed(asked, askJudged(one));
				});
				(out[name] as unknown[]).push(measured);
			}
		const report = { ...out, ...same(await topTen(today, asked), await topTen(index, asked)) };
		await index.close();
		return report;
	},

	/** The first ten of today's index, which scores every passage: takes gigabytes. */
	async truth() {
		const data = await loadSearchData(indexDataFolder);
		const today = await createPassageSearch([], data);
		for (const id of ids) await today.add(spliced.get(id));
		writeFileSync(join(folder, "truth.json"), JSON.stringify(await topTen(today, questions())));
		return { rss: memory().rss };
	},

	async compare() {
		const index = new SegmentedIndex(thread, spliced);
		await index.fit(ids, hash);
		const found = await topTen(index, questions());
		await index.close();
		const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as string[][];
		return { questions: found.length, ...same(truth, found) };
	},
};

const run = steps[step];
if (!run) throw new Error(`No step "${step}": name one of ${Object.keys(steps).join(", ")}.`);
console.log(JSON.stringify(await run()));
