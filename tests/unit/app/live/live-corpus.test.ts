import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, type MadePage, makePages, shortReads } from "../../../../bench/live/pages.ts";
import { readConfig } from "../../../../src/app/config.ts";
import { CorpusIntake } from "../../../../src/app/live/corpus-intake.ts";
import { IntakeThread } from "../../../../src/app/live/intake-thread.ts";
import { keepIntent, noteIntents } from "../../../../src/app/live/intents.ts";
import { CorpusJournal } from "../../../../src/app/live/journal.ts";
import type { Extraction } from "../../../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import { type App, createApp } from "../../../../src/app/serving/app.ts";
import { noMetrics } from "../../../../src/domain/metrics.ts";
import type { Change } from "../../../../src/domain/state/change-journal.ts";
import type { TakeOrder } from "../../../../src/sources/intake-port.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { rememberingExtraction, shippedAnswering } from "../../../extraction.ts";

const pages = makePages(12, 41, shortReads);
const shippedArticles = 5;
let extraction: Promise<Extraction>;
beforeAll(() => {
	extraction = rememberingExtraction();
});

const orderOf = (some: readonly MadePage[]): TakeOrder => ({
	pages: some.map((page) => ({
		key: page.path,
		page: {
			address: `https://post.example${page.path}`,
			format: "html",
			bytes: Buffer.from(htmlOf(page)),
			charset: null,
			told: { title: null, outlet: null, published: null },
		},
		replaces: null,
	})),
	gone: [],
});

async function open(): Promise<{ app: App; intake: CorpusIntake }> {
	const data = mkdtempSync(join(tmpdir(), "isnad-live-"));
	onTestFinished(() => rmSync(data, { recursive: true, force: true }));
	const config = readConfig({ ISNAD_DATA: data });
	const app = await createApp(config, () => {}, noMetrics, { data: shippedAnswering() });
	await app.warmUp();
	const intake = new CorpusIntake({
		corpusDir: app.opened.folder,
		language: () => extraction,
		served: app.opened.digests,
		intents: join(data, "changes"),
		now: () => 0,
	});
	return { app, intake };
}

async function take(to: { app: App; intake: CorpusIntake }, order: TakeOrder): Promise<void> {
	await to.intake.take(order);
	await to.app.answerer.apply(await to.intake.news());
}

const sentence = (page: MadePage | undefined) => page?.paragraphs[0]?.split(". ")[0] ?? "";

describe("a corpus that grows while it answers", () => {
	it("answers from what came in beside what was there, and says what is gone", async () => {
		const live = await open();
		const { answerer } = live.app;
		await take(live, orderOf(pages.slice(0, 4)));
		expect(answerer.articles()).toHaveLength(shippedArticles + 4);
		const found = await answerer.answer({ command: "search", text: sentence(pages[0]) });
		const [item] = found.items;
		expect(item?.kind === "passage" && item.citation.url).toBe(
			`https://post.example${pages[0]?.path}`,
		);

		const article = item?.kind === "passage" ? item.citation.article : "";
		await take(live, {
			pages: [],
			gone: [{ article, address: `https://post.example${pages[0]?.path}` }],
		});
		expect(answerer.articles()).toHaveLength(shippedArticles + 4);
		const after = await answerer.answer({ command: "search", text: sentence(pages[0]) });
		expect(after.items[0]).toMatchObject({
			citation: { article },
			standing: { kind: "gone", day: "1970-01-01" },
		});
		const shipped = await answerer.answer({ command: "claims", text: "china drones" });
		expect(shipped.answered).toBe(true);
	});

	it("answers every question asked meanwhile, from one state of the corpus", async () => {
		const live = await open();
		const { answerer } = live.app;
		await take(live, orderOf(pages.slice(0, 4)));
		let over = false;
		const totals = new Set<number>();
		const asking = (async () => {
			while (!over) {
				for (const command of ["claims", "ask", "timeline", "search"] as const)
					await answerer.answer({ command, text: "the new quay in Karsten" });
				totals.add((await answerer.answer({ command: "sources", text: "", limit: 1 })).total);
				await new Promise((resolve) => setImmediate(resolve));
			}
		})();
		for (let n = 4; n < 12; n += 4) await take(live, orderOf(pages.slice(n, n + 4)));
		// The same articles again, one under another title: its passages are indexed anew under its id.
		const [first, ...others] = pages.slice(0, 4) as [MadePage, ...MadePage[]];
		await take(live, orderOf([{ ...first, title: `${first.title}, corrected` }, ...others]));
		over = true;
		await asking;
		for (const total of totals) expect([9, 13, 17]).toContain(total);
		const titled = await answerer.answer({ command: "sources", text: "corrected" });
		expect(titled.total).toBe(1);
		const { items } = await answerer.answer({
			command: "search",
			text: `${first.title}, corrected`,
		});
		expect(items[0]?.kind === "passage" && items[0].citation.title).toBe(
			`${first.title}, corrected`,
		);
	});

	it("gives the same answers as one that was opened with all of it", async () => {
		const live = await open();
		for (let n = 0; n < 12; n += 3) await take(live, orderOf(pages.slice(n, n + 3)));
		const opened = await createApp(
			readConfig({ ISNAD_DATA: join(live.app.opened.folder, "..") }),
			() => {},
		);
		for (const command of ["claims", "ask", "search"] as const) {
			for (const page of pages.slice(0, 6)) {
				const request = { command, text: page.title, limit: 5 };
				const [ours, theirs] = await Promise.all([
					live.app.answerer.answer(request),
					opened.answerer.answer(request),
				]);
				expect(ours).toEqual(theirs);
			}
		}
	});
});

// The later of two articles holds their pair.
describe("an article that comes to hold another pair", () => {
	const says: MadePage = {
		...{ path: "/says", language: "en", title: "Ferry at Karsten", published: "2024-05-02" },
		paragraphs: [
			"The harbour master Ilse Brandt said on Thursday that the ferry Corvina had sailed with 80 people too many.",
			"Two cranes fell into the basin, and ferries to the islands were cancelled until the evening.",
			"The oldest part of the port was built in 1911 and was to be repaired next year.",
		],
	};
	const denies: MadePage = {
		...{ path: "/denies", language: "en", title: "Port answers", published: "2024-05-03" },
		paragraphs: [
			"The mayor Marcus Thiel denied that the ferry Corvina had sailed with 80 people too many.",
			"He spoke at the opening of a school, where pupils sang and the rain held off until noon.",
			"Elections to the town council are due in autumn, and eleven lists have been handed in so far.",
		],
	};

	it("is told by the pair alone, and stands against the other one as if it had been read anew", async () => {
		const { app, intake } = await open();
		await take({ app, intake }, orderOf([denies]));
		await intake.take(orderOf([says]));
		const news = await intake.news();
		expect(news.put.map(({ url }) => url)).toEqual(["https://post.example/says"]);
		expect([...news.pairs].map(([, pairs]) => pairs.length)).toEqual([1]);
		expect(news.digests.size).toBe(2);
		await app.answerer.apply(news);
		const opened = await createApp(
			readConfig({ ISNAD_DATA: join(app.opened.folder, "..") }),
			() => {},
		);
		const request = { command: "claims", text: "ferry Corvina", by: "Ilse Brandt" } as const;
		const answer = await app.answerer.answer(request);
		expect(answer.items[0]).toMatchObject({ contradictedBy: [{ claim: { act: "denies" } }] });
		expect(answer).toEqual(await opened.answerer.answer(request));
	});

	it("is told whole where more of it changed", async () => {
		const { app, intake } = await open();
		await take({ app, intake }, orderOf([denies]));
		await intake.take(orderOf([{ ...denies, title: "Port answers, corrected" }, says]));
		const { put, pairs } = await intake.news();
		expect([put.length, pairs.size]).toEqual([2, 0]);
	});
});

describe("the intake's thread", () => {
	it("takes pages in, tells what changed in the folder, by whomever, and what went wrong with its code", async () => {
		const { app, intake } = await open();
		const { folder, digests } = app.opened;
		const thread = new IntakeThread(
			{
				...{ corpusDir: folder, indexData: indexDataFolder, served: digests },
				intents: join(folder, "..", "changes"),
				notes: join(folder, "..", "reading"),
			},
			() => {},
			() => 0,
		);
		onTestFinished(() => thread.close());
		const { outcomes, changes } = await thread.take(orderOf(pages.slice(0, 2)));
		expect(outcomes).toMatchObject([{ problem: null }, { problem: null }]);
		expect(changes.map(({ kind }) => kind)).toEqual(["added", "added"]);
		await intake.take(orderOf(pages.slice(2, 3)));
		const { put, removed } = await thread.news();
		expect([put.length, removed]).toEqual([3, []]);
		expect(await thread.news()).toMatchObject({ put: [], removed: [] });
		await expect(
			thread.readFeedOrPage({
				address: "https://a/",
				bytes: Buffer.from("<rss><channel>"),
				charset: null,
			}),
		).rejects.toMatchObject({ code: "feed_malformed", told: { key: "feed_malformed" } });
	});
});

describe("an intake's thread while people ask", () => {
	it("rests between two pages, and not before the first one or behind the last", async () => {
		const { app } = await open();
		const { folder, digests } = app.opened;
		const rests: string[] = [];
		const isAsked = () => {
			rests.push("asked");
			return true;
		};
		const thread = new IntakeThread(
			{
				...{ corpusDir: folder, indexData: indexDataFolder, served: digests },
				intents: join(folder, "..", "changes"),
				notes: join(folder, "..", "reading"),
			},
			() => {},
			() => 0,
			{ pace: { isAsked, share: 1, mostMs: 5 } },
		);
		onTestFinished(() => thread.close());
		const { outcomes } = await thread.take(orderOf(pages.slice(0, 3)));
		expect(outcomes).toMatchObject([{ problem: null }, { problem: null }, { problem: null }]);
		expect(rests).toHaveLength(2);
	});
});

describe("an intake's thread that has nothing to do", () => {
	it("ends, and the next one goes on where it was", async () => {
		const { app, intake } = await open();
		const { folder, digests } = app.opened;
		const ended = Promise.withResolvers<void>();
		const thread = new IntakeThread(
			{
				...{ corpusDir: folder, indexData: indexDataFolder, served: digests },
				intents: join(folder, "..", "changes"),
				notes: join(folder, "..", "reading"),
			},
			(_, message) => {
				if (message.includes("nothing to do")) ended.resolve();
			},
			() => 0,
			{ idleMs: 1 },
		);
		onTestFinished(() => thread.close());
		await thread.take(orderOf(pages.slice(0, 2)));
		expect((await thread.news()).put).toHaveLength(2);
		await ended.promise;
		await intake.take(orderOf(pages.slice(2, 3)));
		const { put, removed } = await thread.news();
		expect([put.map(({ url }) => url), removed]).toEqual([
			[`https://post.example${pages[2]?.path}`],
			[],
		]);
	});
});

describe("an intake's thread that is stuck", () => {
	it("is given up, told in the log, and another one goes on", async () => {
		const { app } = await open();
		const settings = {
			corpusDir: app.opened.folder,
			indexData: indexDataFolder,
			served: app.opened.digests,
			intents: join(app.opened.folder, "..", "changes"),
			notes: join(app.opened.folder, "..", "reading"),
		};
		const told: string[] = [];
		const log = (level: string, msg: string) => void told.push(`${level} ${msg}`);
		const thread = new IntakeThread(settings, log, () => 0, { orderMs: 1 });
		onTestFinished(() => thread.close());
		const body = { address: "https://a/", bytes: Buffer.from("<html></html>"), charset: null };
		for (let n = 1; n <= 2; n++) {
			await expect(thread.readFeedOrPage(body)).rejects.toMatchObject({ code: "page_unreadable" });
			expect(told).toHaveLength(n);
		}
		expect(told[0]).toMatch(/^error .*started anew/);
	});
});

describe("the journal of the corpus", () => {
	it("notes at the start what came and went while nobody looked, and nothing twice", async () => {
		const { app } = await open();
		const { changes } = memoryStore();
		const all = app.corpus.articles;
		const kinds = async () =>
			(await changes.after(0, 1_000)).map(({ kind, article }: Change) => `${kind} ${article}`);
		await CorpusJournal.open({ journal: changes, articles: all.slice(0, 3), now: () => 7 });
		await CorpusJournal.open({ journal: changes, articles: all.slice(0, 3), now: () => 8 });
		const added = all.slice(0, 3).map(({ id }) => `added ${id}`);
		expect(await kinds()).toEqual(added);
		await CorpusJournal.open({ journal: changes, articles: all.slice(1, 4), now: () => 9 });
		expect(await kinds()).toEqual([...added, `added ${all[3]?.id}`, `withdrawn ${all[0]?.id}`]);
		const [first] = await changes.after(0, 1);
		expect(first).toMatchObject({ at: 7, newClaims: all[0]?.claims.map(({ id }) => id) });
	});

	it("learns of a new version whose process died before it was noted, with what it replaced, once", async () => {
		const { app, intake } = await open();
		const { changes } = memoryStore();
		const intents = join(app.opened.folder, "..", "changes");
		const [page] = pages as [MadePage];
		const [first] = (await intake.take(orderOf([page]))).changes;
		await changes.append([{ ...(first as Omit<Change, "seq" | "at">), at: 1 }]);
		await intake.take(orderOf([{ ...page, paragraphs: page.paragraphs.slice(1) }]));
		writeFileSync(join(intents, "torn.json.new"), "[{");
		const { put } = await intake.news();
		const ids = new Set(put.map(({ id }) => id));
		for (let n = 0; n < 2; n++) await noteIntents(intents, changes, ids, () => 2);
		expect(await changes.after(1, 10)).toMatchObject([
			{ kind: "updated", article: put[0]?.id, before: first?.article, at: 2, newClaims: [] },
		]);
		expect((await changes.after(1, 10))[0]?.goneClaims.length).toBeGreaterThan(0);
		expect(readdirSync(intents)).toEqual([]);
	});

	it("sets changes that cannot be read aside, and notes the others", async () => {
		const { app } = await open();
		const { changes } = memoryStore();
		const intents = join(app.opened.folder, "..", "changes");
		const nothing = { before: null, newClaims: [], goneClaims: [] };
		await keepIntent(intents, [{ kind: "added", article: "there", ...nothing }]);
		writeFileSync(join(intents, "a.json"), '[{"kind":"added","arti');
		writeFileSync(join(intents, "b.json"), '[{"kind":"painted","article":"x"}]');
		for (let n = 0; n < 2; n++) await noteIntents(intents, changes, new Set(["there"]), () => 2);
		expect(await changes.after(0, 9)).toMatchObject([{ article: "there" }]);
		expect(readdirSync(intents).sort()).toEqual(["a.json.damaged", "b.json.damaged"]);
	});

	it("takes no notice of a change that was announced and never made", async () => {
		const { app } = await open();
		const { changes } = memoryStore();
		const intents = join(app.opened.folder, "..", "changes");
		const nothing = { before: null, newClaims: [], goneClaims: [] };
		await keepIntent(intents, [{ kind: "added", article: "never", ...nothing }]);
		await keepIntent(intents, [{ kind: "withdrawn", article: "there", ...nothing }]);
		await changes.append([{ kind: "added", article: "there", ...nothing, at: 1 }]);
		await noteIntents(intents, changes, new Set(["there"]), () => 2);
		expect(await changes.last()).toBe(1);
	});

	it("knows an edited file or page again when somebody else took it in", async () => {
		const { app } = await open();
		const { changes } = memoryStore();
		const [old] = app.corpus.articles;
		if (!old) throw new Error("no article");
		const journal = await CorpusJournal.open({ journal: changes, articles: [old], now: () => 1 });
		const edited = { ...old, id: "edited", claims: old.claims.slice(1) };
		await journal.noteDifference({ put: [edited], removed: [old.id], before: () => old });
		expect((await changes.after(0, 10))[1]).toMatchObject({
			kind: "updated",
			article: "edited",
			before: old.id,
			newClaims: [],
			goneClaims: [old.claims[0]],
		});
		expect(await changes.known()).toEqual(new Set(["edited"]));
	});
});
