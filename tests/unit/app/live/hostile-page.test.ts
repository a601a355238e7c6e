import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, makePages, rssOf, shortReads } from "../../../../bench/live/pages.ts";
import { CorpusIntake } from "../../../../src/app/live/corpus-intake.ts";
import { IntakeThread, type ThreadLimits } from "../../../../src/app/live/intake-thread.ts";
import { ReadingNotes } from "../../../../src/app/live/reading-notes.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import type { TakeOrder } from "../../../../src/sources/intake-port.ts";
import { rememberingExtraction } from "../../../extraction.ts";
import { startWeb } from "../../../servers/web/web.ts";
import { hour, minute, openStand } from "../../sources/stand.ts";

const pages = makePages(3, 77, shortReads);
const hostile = `<p>${"<".repeat(1_000_000)}`;
const unbounded = Number.POSITIVE_INFINITY;

/** A thread without the budget that keeps such pages from the parser: what is behind it has to hold by itself. */
function open(limits: Partial<ThreadLimits>, now = () => 5) {
	const data = mkdtempSync(join(tmpdir(), "isnad-hostile-"));
	const told: string[] = [];
	const thread = new IntakeThread(
		{
			corpusDir: join(data, "corpus"),
			indexData: indexDataFolder,
			...{
				served: new Map(),
				intents: join(data, "changes"),
				notes: join(data, "reading"),
				budget: { nodes: unbounded, text: unbounded, work: unbounded },
			},
		},
		(level, msg, fields) => void told.push(`${level} ${msg} ${fields?.["reason"] ?? ""}`),
		now,
		limits,
	);
	onTestFinished(async () => {
		await thread.close();
		rmSync(data, { recursive: true, force: true });
	});
	return { thread, told };
}

function orderOf(bodies: readonly string[], from = 0): TakeOrder {
	const told = { title: null, outlet: null, published: null };
	return {
		pages: bodies.map((body, n) => ({
			key: `k${from + n}`,
			page: {
				address: `https://post.example/${from + n}`,
				...{ format: "html", bytes: Buffer.from(body), charset: null, told },
			},
			replaces: null,
		})),
		gone: [],
	};
}

/** An empty folder, and the notes of a process in it before which two ended on this page. */
function endedTwiceOn(address: string, now: () => number) {
	const folder = mkdtempSync(join(tmpdir(), "isnad-hostile-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const start = () => new ReadingNotes(join(folder, "notes"), 1, now, () => false);
	start().begin(address);
	start().begin(address);
	return { folder, notes: start() };
}

describe("a page that ends the intake's thread", () => {
	it.each([["by its time", { pageMs: 3_000 }, /It takes too long/]])(
		"%s: is told from the good ones beside it, which are taken, and so is what waits behind",
		async (_, limits, reason) => {
			const { thread, told } = open(limits);
			const [first = "", second = "", third = ""] = pages.map((page) => htmlOf(page));
			const [mixed, behind, feed] = await Promise.all([
				thread.take(orderOf([first, hostile, second])),
				thread.take(orderOf([third], 3)),
				thread.readFeedOrPage({
					address: "https://post.example/feed",
					bytes: Buffer.from(rssOf(pages, "https://post.example")),
					charset: null,
				}),
			]);
			const codes = new Map(mixed.outcomes.map(({ key, problem }) => [key, problem]));
			expect(codes).toEqual(
				new Map([
					["k0", null],
					["k2", null],
					[
						"k1",
						{
							...{ at: 5, code: "page_unreadable", key: "page_unreadable" },
							params: { address: "https://post.example/1" },
						},
					],
				]),
			);
			expect(mixed.changes.map(({ kind }) => kind)).toEqual(["added", "added"]);
			expect(behind.outcomes).toMatchObject([{ key: "k3", problem: null }]);
			expect(feed).toMatchObject({ kind: "feed" });
			expect((await thread.news()).put).toHaveLength(3);
			expect(told.filter((line) => line.startsWith("error"))).toHaveLength(1);
			expect(told[0]).toMatch(reason);
		},
	);

	it("is noted with its item and left out of the next looks, whatever its feed says of it", async () => {
		const web = await startWeb();
		const { parts, add, look, time, remove } = openStand(web);
		onTestFinished(async () => {
			remove();
			await web.close();
		});
		const [good, bad] = pages;
		if (!good || !bad) throw new Error("no pages");
		web.serve(good.path, htmlOf(good));
		web.serve(bad.path, hostile);
		web.serve("/feed.xml", rssOf([bad, good], web.url("")));
		await add("s", web.url("/feed.xml"));
		// By its notes, an intake tells of such a page what a thread tells that died on it.
		const { notes, folder } = endedTwiceOn(web.url(bad.path), parts.now);
		const ofPage = { corpusDir: join(folder, "corpus"), intents: join(folder, "changes"), notes };
		const by = { language: rememberingExtraction, served: new Map(), now: parts.now };
		const intake = new CorpusIntake({ ...ofPage, ...by });
		Object.assign(parts, { intake });
		expect(await look("s")).toMatchObject({ taken: 1, failed: 1 });
		const [item] = (await parts.store.items("s")).filter(({ problem }) => problem);
		expect(item).toMatchObject({
			article: null,
			nextCheckAt: null,
			problem: { code: "page_unreadable" },
		});
		const asked = () => web.seen.filter(({ path }) => path === bad.path).length;
		for (const title of ["Once more", "And again"]) {
			web.serve("/feed.xml", rssOf([{ ...bad, title }, good], web.url("")));
			time.now += hour + minute;
			await look("s");
		}
		expect(asked()).toBe(1);
		web.serve(bad.path, htmlOf(bad));
		time.now += 24 * hour;
		expect(await look("s")).toMatchObject({ failed: 0 });
		expect(asked()).toBe(2);
		expect((await parts.store.items("s")).every(({ problem }) => problem === null)).toBe(true);
	});
});

describe("a page that ends its whole process", () => {
	const noted = () => {
		const folder = mkdtempSync(join(tmpdir(), "isnad-notes-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		const time = { now: 1_000 };
		const alive = new Set<number>();
		const start = (pid: number) => {
			alive.add(pid);
			return new ReadingNotes(
				folder,
				pid,
				() => time.now,
				(one) => alive.has(one),
			);
		};
		const kill = (pid: number) => void alive.delete(pid);
		return { folder, time, start, kill };
	};
	const page = "https://post.example/1";

	it("is left out once it did so twice, and tried again a day later", () => {
		const { start, kill, time } = noted();
		for (const [pid, isKnown] of [
			[11, false],
			[12, false],
			[13, true],
		] as const) {
			const notes = start(pid);
			expect(notes.isCulprit(page), `process ${pid}`).toBe(isKnown);
			if (!isKnown) notes.begin(page);
			kill(pid);
		}
		time.now += 25 * hour;
		expect(start(14).isCulprit(page)).toBe(false);
	});

	it("is told from one that a process of the same number ended on, in a container", () => {
		const { start } = noted();
		start(1).begin(page);
		start(1).begin(page);
		expect(start(1).isCulprit(page)).toBe(true);
	});

	it("is none that was read, none that another process is reading, and none that a hand wrote", () => {
		const { start, kill, folder } = noted();
		for (const pid of [11, 12, 13]) {
			const notes = start(pid);
			notes.begin(page);
			notes.end(page);
			kill(pid);
		}
		start(14).begin(page);
		writeFileSync(join(folder, "15.reading"), "{");
		writeFileSync(join(folder, "ended.json"), "[");
		const notes = start(16);
		expect(notes.isCulprit(page)).toBe(false);
		expect(readdirSync(folder).sort()).toEqual(["14.reading", "ended.json"]);
	});

	it("is left out by whatever reads pages", async () => {
		const { folder, start } = noted();
		start(1).begin("https://post.example/0");
		start(1).begin("https://post.example/0");
		const data = mkdtempSync(join(tmpdir(), "isnad-hostile-"));
		onTestFinished(() => rmSync(data, { recursive: true, force: true }));
		const intake = new CorpusIntake({
			corpusDir: join(data, "corpus"),
			language: rememberingExtraction,
			...{ served: new Map(), intents: join(data, "changes"), now: () => 1_000 },
			notes: start(1),
		});
		const bodies = pages.slice(0, 2).map((page) => htmlOf(page));
		const { outcomes } = await intake.take(orderOf(bodies));
		expect(outcomes.map(({ problem }) => problem?.code)).toEqual(["page_unreadable", undefined]);
		expect(existsSync(join(folder, "1.reading"))).toBe(false);
	});
});
