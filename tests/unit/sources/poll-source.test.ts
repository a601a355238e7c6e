import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, type MadePage, makePages, rssOf, shortReads } from "../../../bench/live/pages.ts";
import { openAddress } from "../../../src/sources/open-address.ts";
import { startWeb, type Web } from "../../servers/web/web.ts";
import { hour, minute, openStand, type Stand } from "./stand.ts";

const pages = makePages(4, 24, shortReads);
const [first, second] = pages as [MadePage, MadePage];
const denial =
	"The port authority denied that the new quay in Karsten would open before the summer.";
const edited: MadePage = { ...first, paragraphs: [...first.paragraphs.slice(1), denial] };

let web: Web;
let wire: Web;
beforeAll(async () => {
	[web, wire] = await Promise.all([startWeb(), startWeb()]);
});
afterAll(async () => {
	await web.close();
	await wire.close();
});
beforeEach(() => {
	for (const page of pages) servePage(page, 1);
	serveFeed(pages, 1);
});

function servePage(page: MadePage, version: number) {
	web.serve(page.path, { body: htmlOf(page), etag: `"${page.path} ${version}"` });
}
function serveFeed(of: readonly MadePage[], version: number) {
	web.serve("/feed.xml", { body: rssOf(of, web.url("")), etag: `"${version}"` });
}
function stand(): Stand {
	const made = openStand(web, wire);
	onTestFinished(made.remove);
	return made;
}
const pathsSince = (from: number) =>
	web.seen.slice(from).map(({ path, status }) => `${status} ${path}`);

describe("a feed", () => {
	it("gives its articles, and is asked after that only whether it changed", async () => {
		const { add, look, articles, changes, parts, time } = stand();
		await add("s", web.url("/feed.xml"));
		const { source, taken, failed } = await look("s");
		expect([taken, failed]).toEqual([4, 0]);
		expect(source).toMatchObject({
			kind: "feed",
			title: "The Belhaven Post",
			lastSuccessAt: time.now,
			lastProblem: null,
			nextPollAt: time.now + 15 * minute,
		});
		const found = await articles();
		expect(found.map(({ url }) => url).sort()).toEqual(
			pages.map(({ path }) => web.url(path)).sort(),
		);
		const one = found.find(({ url }) => url === web.url(first.path));
		expect(one).toMatchObject({
			title: first.title,
			outlet: "The Belhaven Post",
			published: { value: first.published, basis: "printed" },
			language: "en",
		});
		expect(one?.passages.map(({ text }) => text)).toEqual([first.title, ...first.paragraphs]);
		expect(found.some(({ language }) => language === "ar")).toBe(true);
		expect(changes.map(({ kind, article }) => [kind, article]).sort()).toEqual(
			found.map(({ id }) => ["added", id]).sort(),
		);
		expect(
			changes.every(({ newClaims, article }) => newClaims.every((id) => id.startsWith(article))),
		).toBe(true);

		const from = web.seen.length;
		time.now += 15 * minute;
		expect(await look("s")).toMatchObject({ taken: 0, failed: 0 });
		expect(pathsSince(from)).toEqual(["304 /feed.xml"]);
		expect(await parts.store.items("s")).toHaveLength(4);
	});

	it("that says something else of an item has its page read again: what changed is told", async () => {
		const { add, look, articles, changes } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		const before = (await articles()).find(({ url }) => url === web.url(first.path));
		changes.length = 0;
		servePage({ ...edited, title: "A new title for the same story in round 0" }, 2);
		serveFeed([{ ...first, title: "A new title" }, ...pages.slice(1)], 2);
		const from = web.seen.length;
		await look("s");
		expect(pathsSince(from)).toEqual(["200 /feed.xml", `200 ${first.path}`]);
		const now = await articles();
		expect(now).toHaveLength(4);
		const after = now.find(({ url }) => url === web.url(first.path));
		expect(after?.id).not.toBe(before?.id);
		expect(changes).toMatchObject([{ kind: "updated", article: after?.id, before: before?.id }]);
		const denied = after?.claims.find(
			({ act, quote }) => act === "denies" && quote.includes("Karsten"),
		);
		expect(changes[0]?.newClaims).toContain(denied?.id);
		const gone = changes[0]?.goneClaims.map(({ quote }) => quote) ?? [];
		expect(gone.length).toBeGreaterThan(0);
		for (const quote of gone) expect(first.paragraphs[0]).toContain(quote);
	});

	it("leads to pages that are looked at again while they are young, and are sent only if they changed", async () => {
		const { add, look, articles, changes, time, parts } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		changes.length = 0;
		servePage({ ...second, paragraphs: second.paragraphs.slice(1) }, 2);
		time.now += hour + minute;
		const from = web.seen.length;
		expect(await look("s")).toMatchObject({ taken: 1 });
		expect(pathsSince(from).sort()).toEqual(
			[
				"304 /feed.xml",
				`200 ${second.path}`,
				...[first, ...pages.slice(2)].map(({ path }) => `304 ${path}`),
			].sort(),
		);
		expect(changes).toMatchObject([{ kind: "updated" }]);
		expect(await articles()).toHaveLength(4);
		time.now += 30 * 24 * hour;
		await look("s");
		expect((await parts.store.items("s")).every(({ nextCheckAt }) => nextCheckAt === null)).toBe(
			true,
		);
	});

	it("leads to a page that is taken down: its article stays and is marked as gone", async () => {
		const { add, look, articles, changes, time } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		const gone = (await articles()).find(({ url }) => url === web.url(first.path));
		changes.length = 0;
		web.serve(first.path, { status: 410 });
		time.now += hour + minute;
		await look("s");
		expect(changes).toMatchObject([
			{ kind: "marked", article: gone?.id, goneClaims: gone?.claims, head: { url: gone?.url } },
		]);
		expect((await articles()).find(({ id }) => id === gone?.id)).toEqual({
			...gone,
			standing: { kind: "gone", day: "2025-06-11", basis: "noticed" },
		});
	});

	it("leads to pages that changed while others were taken down: all of it is taken in", async () => {
		const own = await startWeb();
		onTestFinished(own.close);
		const many = makePages(14, 41, shortReads);
		const serve = (of: readonly MadePage[]) => {
			for (const page of of) own.serve(page.path, htmlOf(page));
			own.serve("/feed.xml", rssOf(of, own.url("")));
		};
		serve(many);
		const { add, look, remove, articles } = openStand(own);
		onTestFinished(remove);
		await add("s", own.url("/feed.xml"));
		expect(await look("s")).toMatchObject({ taken: 14, failed: 0 });
		serve(many.map((page) => ({ ...page, title: `${page.title}, in short` })));
		for (const { path } of many.slice(10, 13)) own.serve(path, { status: 410 });
		expect(await look("s")).toMatchObject({
			...{ taken: 11, failed: 3 },
			source: { lastProblem: null, failures: 0 },
		});
		expect((await articles()).filter(({ standing }) => standing?.kind === "gone")).toHaveLength(3);
	});

	it("leads to a page that is missing: it counts as taken down once it is missed three times", async () => {
		const { add, look, articles, time } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		web.drop(first.path);
		for (const gone of [0, 0, 1]) {
			time.now += 12 * hour;
			await look("s");
			expect((await articles()).filter(({ standing }) => standing?.kind === "gone")).toHaveLength(
				gone,
			);
		}
	});

	it("leads to pages of which some cannot be read: each says why, the others are taken", async () => {
		const { add, look, articles, parts } = stand();
		web.serve(first.path, {
			body: Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 0, 0]),
			headers: { "Content-Type": "image/jpeg" },
		});
		web.serve(second.path, "<html><body><nav><a href='/'>Home</a></nav></body></html>");
		await add("s", web.url("/feed.xml"));
		expect(await look("s")).toMatchObject({ taken: 2, failed: 2, source: { lastProblem: null } });
		expect(await articles()).toHaveLength(2);
		const items = new Map((await parts.store.items("s")).map((item) => [item.key, item.problem]));
		expect(items.get(web.url(first.path))).toMatchObject({
			code: "file_binary",
			key: "page_binary",
		});
		expect(items.get(web.url(second.path))).toMatchObject({
			code: "no_article",
			key: "page_no_article",
		});
	});

	it("of a site that asks programs to stay away from some pages has those left out, and is asked once a day", async () => {
		const own = await startWeb({
			"/robots.txt": `User-agent: *\nDisallow: /news/0\nDisallow: /*.html$\nAllow: ${second.path}\n`,
		});
		onTestFinished(own.close);
		for (const page of pages) own.serve(page.path, htmlOf(page));
		own.serve("/feed.xml", rssOf(pages, own.url("")));
		const { add, look, remove, parts } = openStand(own);
		onTestFinished(remove);
		await add("s", own.url("/feed.xml"));
		expect(await look("s")).toMatchObject({ taken: 1, failed: 3 });
		await look("s");
		expect(own.seen.map(({ path }) => path).sort()).toEqual([
			"/feed.xml",
			"/feed.xml",
			second.path,
			"/robots.txt",
		]);
		expect((await parts.store.items("s"))[0]?.problem).toMatchObject({ key: "fetch_disallowed" });
	});

	it("that holds whole articles has no page fetched", async () => {
		const { add, look, articles } = stand();
		const content = first.paragraphs.map((text) => `<p>${text}</p>`).join("");
		web.serve(
			"/full.json",
			JSON.stringify({
				version: "https://jsonfeed.org/version/1.1",
				title: "Full Post",
				items: [
					{
						id: "1",
						url: web.url("/full/1"),
						title: first.title,
						date_published: "2025-06-09T01:00:00+03:00",
						content_html: content,
					},
				],
			}),
		);
		await add("s", web.url("/full.json"));
		const from = web.seen.length;
		expect(await look("s")).toMatchObject({ taken: 1, failed: 0 });
		expect(pathsSince(from)).toEqual(["200 /full.json"]);
		expect(await articles()).toMatchObject([
			{
				url: web.url("/full/1"),
				title: first.title,
				outlet: "Full Post",
				published: { value: "2025-06-09" },
			},
		]);
	});

	it("that has articles without an address has them read, and a bare title left out", async () => {
		const { add, look, articles, parts } = stand();
		const items = [first, second].map(
			({ title, paragraphs }, i) =>
				`<item><title>${title}</title>${i === 0 ? "" : '<guid isPermaLink="false">tag:post,2</guid>'}<description>${paragraphs.join("\n\n")}</description></item>`,
		);
		const bare = '<item><title>No text</title><guid isPermaLink="false">x 3</guid></item>';
		web.serve(
			"/bare.xml",
			`<rss version="2.0"><channel><title>Bare Post</title>${items.join("")}${bare}</channel></rss>`,
		);
		await add("s", web.url("/bare.xml"));
		expect(await look("s")).toMatchObject({ taken: 2, source: { lastProblem: null } });
		const found = (await articles()).map(({ title, url }) => `${title} ${url}`);
		expect(found.sort()).toEqual([first, second].map(({ title }) => `${title} null`).sort());
		const read: string[] = [];
		const { fetch, hosts } = parts;
		const signal = new AbortController().signal;
		for await (const page of openAddress(web.url("/bare.xml"), { fetch, hosts }, signal))
			read.push("reason" in page ? page.code : "read");
		expect(read).toEqual(["read", "read", "no_article"]);
	});

	it("is read with no more requests at once than its host should have", async () => {
		const own = await startWeb();
		onTestFinished(own.close);
		const many = makePages(30, 31, shortReads);
		for (const page of many)
			own.serve(
				page.path,
				(_request, response) => void setTimeout(() => response.end(htmlOf(page)), 5),
			);
		own.serve("/feed.xml", rssOf(many, own.url("")));
		const { add, look, remove } = openStand(own);
		onTestFinished(remove);
		await add("s", own.url("/feed.xml"));
		expect(await look("s")).toMatchObject({ taken: 30 });
		expect(own.busiest).toBe(4);
	});
});

describe("the same text in two places", () => {
	it("is one article with both of them, and stays while one of them has it", async () => {
		const { add, look, articles, changes, time } = stand();
		wire.serve("/copy/1", {
			body: htmlOf({ ...first, title: `${first.title} (agencies)` }, "Karsten Wire"),
			etag: '"1"',
		});
		wire.serve("/feed.xml", rssOf([{ ...first, path: "/copy/1" }], wire.url(""), "Karsten Wire"));
		await add("s", web.url("/feed.xml"));
		await add("w", wire.url("/feed.xml"));
		await look("s");
		changes.length = 0;
		expect(await look("w")).toMatchObject({ taken: 1, failed: 0 });
		expect(changes).toEqual([]);
		const held = (await articles()).find(({ url }) => url === web.url(first.path));
		expect(held?.reprints).toMatchObject([{ outlet: "Karsten Wire", url: wire.url("/copy/1") }]);
		expect(await articles()).toHaveLength(4);

		web.serve(first.path, { status: 410 });
		time.now += hour + minute;
		await look("s");
		expect(changes).toEqual([]);
		const left = (await articles()).find(({ id }) => id === held?.id);
		expect(left).toMatchObject({ url: wire.url("/copy/1"), outlet: "Karsten Wire" });
		expect(left?.reprints).toBeUndefined();
	});
});

describe("a source that cannot be read", () => {
	it("is tried less and less often, and as before once it is back", async () => {
		const { add, look, time } = stand();
		await add("s", web.url("/none.xml"));
		const waits: number[] = [];
		for (let n = 0; n < 4; n++) {
			const { source } = await look("s");
			waits.push((source.nextPollAt - time.now) / minute);
			expect(source).toMatchObject({
				failures: n + 1,
				lastSuccessAt: null,
				lastProblem: { key: "fetch_gone" },
			});
		}
		expect(waits).toEqual([5, 10, 20, 40]);
		web.serve("/none.xml", rssOf([], web.url("")));
		onTestFinished(() => web.drop("/none.xml"));
		expect((await look("s")).source).toMatchObject({
			failures: 0,
			lastProblem: null,
			nextPollAt: time.now + 15 * minute,
		});
	});

	it("is left alone as long as its server asks, and so are its pages", async () => {
		const { add, look, time } = stand();
		await add("s", web.url("/busy.xml"));
		web.serve("/busy.xml", { status: 429, headers: { "Retry-After": "7200" } });
		const { source } = await look("s");
		expect(source).toMatchObject({
			nextPollAt: time.now + 2 * hour,
			lastProblem: { key: "fetch_wait" },
		});
		const from = web.seen.length;
		time.now += hour;
		await look("s");
		expect(pathsSince(from)).toEqual([]);
	});
});

describe("a page", () => {
	it("is a source of its own, and a new version of it takes the place of the old one", async () => {
		const { add, look, articles, changes } = stand();
		await add("p", web.url(first.path));
		expect((await look("p")).source).toMatchObject({ kind: "page", lastProblem: null });
		servePage(edited, 2);
		await look("p");
		expect((await articles()).map(({ url }) => url)).toEqual([web.url(first.path)]);
		expect(changes.map(({ kind }) => kind)).toEqual(["added", "updated"]);
	});

	it("that holds no article names the feed to be added instead", async () => {
		const { add, look } = stand();
		const front = `<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><nav>Home</nav></body></html>`;
		web.serve("/front", front);
		await add("p", web.url("/front"));
		expect((await look("p")).source.lastProblem).toMatchObject({
			code: "no_article",
			key: "page_names_feed",
			params: { feed: web.url("/feed.xml") },
		});
	});
});
