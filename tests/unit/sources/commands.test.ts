import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, type MadePage, makePages, rssOf, shortReads } from "../../../bench/live/pages.ts";
import { loadMessages } from "../../../src/app/load/messages.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import type { Asker } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { SourceCommands } from "../../../src/sources/commands.ts";
import { pollSource } from "../../../src/sources/poll-source.ts";
import { verbIn } from "../../../src/sources/verbs.ts";
import { startWeb, type Web } from "../../servers/web/web.ts";
import { openStand } from "./stand.ts";

const [page] = makePages(1, 3, shortReads) as [MadePage];
let web: Web;
let say: Say;
beforeAll(async () => {
	say = await loadMessages(indexDataFolder);
	web = await startWeb({
		[page.path]: htmlOf(page),
		"/empty.html": "<html><body><p>Menu</p></body></html>",
	});
	web.serve("/feed.xml", rssOf([page], web.url("")));
});
afterAll(() => web.close());

const asker: Asker = {
	place: { platform: "slack", space: "T1", channel: "C1", thread: null },
	person: "U1",
	admin: true,
};

function open() {
	const stand = openStand(web);
	onTestFinished(stand.remove);
	let ids = 0;
	let woken = 0;
	const commands = new SourceCommands({
		store: stand.parts.store,
		fetch: stand.parts.fetch,
		allowed: new Set([web.host]),
		intake: stand.parts.intake,
		poll: (source) => pollSource(source, stand.parts, new AbortController().signal),
		wake: () => void woken++,
		say,
		now: stand.parts.now,
		newId: () => `id${++ids}`,
	});
	const run = async (text: string, language: "en" | "ar" = "en") => {
		const made = await commands.run(text, asker, language);
		if (!("notice" in made)) throw new Error("no notice");
		return made.notice;
	};
	return { ...stand, commands, run, woken: () => woken };
}

describe("what a text asks for", () => {
	it.each([
		["add https://a.example/", { verb: "add", rest: "https://a.example/" }],
		["ADD <https://a.example/|a.example>", { verb: "add", rest: "https://a.example/" }],
		["أضف https://a.example/", { verb: "add", rest: "https://a.example/" }],
		["قائمة", { verb: "list", rest: "" }],
		["check", { verb: "check", rest: "" }],
		["list of grain exporters", null],
		["Reuters", null],
		["", null],
	])("%s", (text, order) => {
		expect(verbIn(text, say)).toEqual(order);
	});

	it("is for everybody only where it looks and changes nothing", () => {
		const { commands } = open();
		for (const text of ["list", "قائمة", "Reuters", ""]) expect(commands.isOpen(text)).toBe(true);
		for (const text of ["add https://a.example/", "remove x", "check", "احذف x"])
			expect(commands.isOpen(text)).toBe(false);
	});
});

describe("the commands of sources", () => {
	it("add a feed and wake the poller; it is listed with its last success and last problem", async () => {
		const { run, woken, look, time, commands } = open();
		expect(await run(`add ${web.url("/feed.xml#top")}`)).toMatchObject({
			code: "source_added",
			lines: ["The Belhaven Post (id1) is a feed with 1 item. Its article is being read."],
		});
		expect(woken()).toBe(1);
		await expect(run(`add ${web.url("/feed.xml")}`)).rejects.toMatchObject({
			code: "source_known",
			told: { params: { id: "id1" } },
		});
		expect((await run("list")).lines).toEqual([
			`id1 · feed · The Belhaven Post · ${web.url("/feed.xml")}`,
			"id1: not read yet.",
		]);
		await look("id1");
		web.serve("/feed.xml", { status: 500 });
		time.now += 3_600_000;
		await look("id1");
		const problem = `${web.url("/feed.xml")} cannot be read, its server answers 500: check whether the page is open to everybody.`;
		expect((await run("list")).lines.slice(1)).toEqual([
			"id1: last read 2025-06-11 08:00 UTC.",
			`id1: 2025-06-11 09:00 UTC: ${problem}`,
		]);
		expect(await commands.notes("en")).toEqual([
			`The Belhaven Post: last read 2025-06-11 08:00 UTC; 2025-06-11 09:00 UTC: ${problem}`,
		]);
		web.serve("/feed.xml", rssOf([page], web.url("")));
	});

	it("add a page that is an article, and refuse one that is none with its reason", async () => {
		const { run, articles, parts } = open();
		expect((await run(`add ${web.url(page.path)}`, "ar")).lines[0]).toMatch(
			/^127\.0\.0\.1:\d+ \(id1\) صفحة/,
		);
		expect(await articles()).toHaveLength(1);
		await expect(run(`add ${web.url("/empty.html")}`)).rejects.toMatchObject({
			code: "no_article",
			told: { key: "page_no_article" },
		});
		await expect(run(`add ${web.url("/none.html")}`)).rejects.toMatchObject({ code: "fetch_gone" });
		await expect(run("add http://10.0.0.1/")).rejects.toMatchObject({ code: "address_refused" });
		expect(await parts.store.list()).toHaveLength(1);
	});

	it("remove and check what they are told, by id or address", async () => {
		const { run, woken, parts } = open();
		await run(`add ${web.url("/feed.xml")}`);
		const [source] = await parts.store.list();
		if (source) await parts.store.save({ ...source, nextPollAt: Number.MAX_SAFE_INTEGER });
		expect((await run("check ID1")).lines).toEqual(["One source is being read now."]);
		expect(await parts.store.list()).toMatchObject([{ nextPollAt: parts.now() }]);
		expect(woken()).toBe(2);
		expect(await run(`remove ${web.url("/feed.xml")}`)).toMatchObject({ code: "source_removed" });
		await expect(run("remove id1")).rejects.toMatchObject({ code: "source_unknown" });
		expect((await run("list")).lines).toEqual([
			"No feed or page is followed yet. Write: sources add ADDRESS",
		]);
		expect((await run("add")).code).toBe("source_usage");
	});

	it("have a text in both languages for every way in which an address can fail", () => {
		const keys = [
			"address_malformed",
			"address_refused_scheme",
			"address_refused_credentials",
			"address_refused_port",
			"address_refused_inside",
			"fetch_host",
			"fetch_timeout",
			"fetch_too_large",
			"fetch_head",
			"fetch_encoding",
			"fetch_redirects",
			"fetch_wait",
			"fetch_gone",
			"fetch_status",
			"fetch_failed",
			"fetch_disallowed",
			"feed_malformed",
			"page_empty",
			"page_binary",
			"page_encoding",
			"page_malformed",
			"page_no_article",
			"page_names_feed",
			"source_known",
			"source_unknown",
			"corpus_unwritable",
		];
		for (const key of keys)
			for (const language of ["en", "ar"] as const)
				expect(say(language, `error.${key}`)).not.toBe(`error.${key}`);
	});
});

describe("a source whose row cannot be read", () => {
	it("is listed as resting in both languages, and can be removed", async () => {
		const { run, parts, add } = open();
		const { store } = parts;
		await add("good", web.url("/feed.xml"));
		await add("badone", "nowhere");
		for (const [language, words] of [
			["en", "cannot be read"],
			["ar", "لا يمكن قراءته"],
		] as const) {
			const { lines } = await run("list", language);
			expect(lines.at(-1)).toContain("badone");
			expect(lines.at(-1)).toContain(words);
		}
		expect((await run("remove badone")).code).toBe("source_removed");
		expect(await store.damaged()).toEqual([]);
		expect(await store.list()).toHaveLength(1);
	});
});
