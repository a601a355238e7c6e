import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, type MadePage, makePages, rssOf } from "../../../bench/live/pages.ts";
import { startWeb, type Web } from "../../servers/web/web.ts";
import { hour, minute, openStand, type Stand } from "./stand.ts";

const pages = makePages(4, 61);
const [first, second] = pages as [MadePage, MadePage];
const consent = page("Before you continue", [
	"We and our partners use cookies and the like to keep this site running, to measure who reads it and to show advertising that suits you.",
	"Choose “accept all” to agree, or “more options” to decide for each of them; you can change your choice at any time at the bottom of every page.",
]);
/** What nothing in its words gives away. */
const advert = page("Lamps for every room", [
	"Our lamps are made by hand in a small workshop, from glass that others throw away, and no two of them are alike or ever will be.",
	"Choose one that suits your table, or let us draw one for you; what you send back within a month is paid back, as it says below every page.",
]);
const parked = page("belhaven-post.example is for sale", [
	"The owner of this domain offers it for sale at a fixed price, and our brokers answer every offer within a day.",
	"Related searches: insurance, cheap hotels, mobile phones, credit cards, courses from home.",
]);

function page(title: string, paragraphs: readonly string[]): string {
	const body = paragraphs.map((text) => `<p>${text}</p>`).join("");
	return `<html><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

let web: Web;
beforeAll(async () => {
	web = await startWeb();
});
afterAll(() => web.close());
beforeEach(() => {
	for (const each of pages) servePage(each, 1);
	web.serve("/feed.xml", { body: rssOf(pages, web.url("")), etag: '"1"' });
});

function servePage(of: MadePage, version: number) {
	web.serve(of.path, { body: htmlOf(of), etag: `"${of.path} ${version}"` });
}
function stand(): Stand {
	const made = openStand(web);
	onTestFinished(made.remove);
	return made;
}
async function itemAt({ parts }: Stand, path: string) {
	return (await parts.store.items("s")).find(({ address }) => address === web.url(path));
}

describe("an article's address that shows something else", () => {
	it("keeps its article: a problem, confirmed by later looks, and over when the article is back", async () => {
		const made = stand();
		const { add, look, articles, changes, time } = made;
		await add("s", web.url("/feed.xml"));
		await look("s");
		const before = await articles();
		changes.length = 0;
		web.serve(first.path, { body: consent, etag: '"consent"' });
		for (const [looks, key] of [
			[1, "page_other"],
			[2, "page_other"],
			[3, "page_other_confirmed"],
		] as const) {
			time.now += hour + minute;
			await look("s");
			expect(await itemAt(made, first.path)).toMatchObject({
				article: before.find(({ url }) => url === web.url(first.path))?.id,
				problem: { code: "page_other", key, params: { looks } },
			});
		}
		expect(changes).toEqual([]);
		expect(await articles()).toEqual(before);
		servePage(first, 2);
		time.now += hour + minute;
		await look("s");
		expect(await itemAt(made, first.path)).toMatchObject({ problem: null });
		expect((await articles()).find((a) => a.url === web.url(first.path))).toEqual(
			before.find((a) => a.url === web.url(first.path)),
		);
		expect(changes).toEqual([]);
	});

	it("is looked at again soon, however old the article is", async () => {
		const made = stand();
		await made.add("s", web.url("/feed.xml"));
		await made.look("s");
		web.serve(first.path, consent);
		made.time.now += 30 * 24 * hour;
		await made.look("s");
		expect(await itemAt(made, first.path)).toMatchObject({ nextCheckAt: made.time.now + hour });
	});

	it("keeps its article too where another feed leads there, or somebody reads it by hand", async () => {
		const { add, look, articles, changes, parts } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		changes.length = 0;
		web.serve(first.path, consent);
		web.serve("/other.xml", rssOf([first], web.url("")));
		await add("t", web.url("/other.xml"));
		expect(await look("t")).toMatchObject({ taken: 0, failed: 1 });
		expect((await parts.store.items("t"))[0]?.problem?.code).toBe("page_other");
		expect(changes).toEqual([]);
		expect(await articles()).toHaveLength(4);
	});

	it("is a new version where it is one: cut to its end, or turned round under another title", async () => {
		const { add, look, changes, time } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		const told: [MadePage, readonly string[]][] = [
			[first, first.paragraphs.slice(-1)],
			[second, [...second.paragraphs].reverse().slice(0, 2)],
		];
		for (const [of, paragraphs] of told) {
			changes.length = 0;
			servePage({ ...of, title: "Something happened", paragraphs: [...paragraphs] }, 2);
			time.now += hour + minute;
			await look("s");
			expect(changes).toMatchObject([{ kind: "updated" }]);
		}
	});

	it.each([
		["an appeal", 1, ["Only members can read on. Register in a minute, or enter your password."]],
		["one in Arabic", 1, ["بقية النص متاحة لأصحاب الاشتراكات فقط، ويمكنكم الانضمام إليهم."]],
		["nothing", 2, []],
		["its first paragraph broken off", 1, null],
		[
			"its second one broken off, and an appeal",
			1,
			[
				`${(first.paragraphs[1] ?? "").split(" ").slice(0, 5).join(" ")} …`,
				"Open this in our app.",
			],
		],
	])("keeps its article where it shows the beginning alone, with %s", async (_, kept, appeal) => {
		const made = stand();
		const { add, look, articles, changes, time } = made;
		await add("s", web.url("/feed.xml"));
		await look("s");
		const before = await articles();
		changes.length = 0;
		const head = first.paragraphs.slice(0, kept);
		const cut = first.paragraphs.slice(0, 1).map((text) => `${text.slice(0, -30)}…`);
		servePage({ ...first, paragraphs: appeal === null ? cut : [...head, ...appeal] }, 2);
		time.now += hour + minute;
		await look("s");
		expect(changes).toEqual([]);
		expect(await articles()).toEqual(before);
		expect(await itemAt(made, first.path)).toMatchObject({
			problem: { code: "page_other", key: "page_teaser" },
		});
	});

	it("is a new version where the beginning stands above a new sentence of the story", async () => {
		const { add, look, changes, time } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		changes.length = 0;
		const [head = "", next = ""] = first.paragraphs;
		const edited = next.split(" ").reverse().join(" ");
		servePage({ ...first, paragraphs: [head, edited] }, 2);
		time.now += hour + minute;
		await look("s");
		expect(changes).toMatchObject([{ kind: "updated" }]);
	});

	it("is another article where the feed uses an id again: both stay, and neither corrects the other", async () => {
		const { add, look, articles, changes } = stand();
		const other: MadePage = {
			...{ path: "/news/other.html", language: "en", published: "2025-06-02" },
			title: "Choir of the lighthouse keepers sings again",
			paragraphs: [
				"Forty singers from three islands met in the old fish hall on Friday evening, for the first time since the flood.",
				"“We had forgotten how loud we are,” their conductor, Wenke Aas, told the local radio after the last encore.",
			],
		};
		servePage(other, 1);
		const feedOf = (of: MadePage) =>
			`<rss version="2.0"><channel><title>Post</title><item><guid isPermaLink="false">1</guid><title>${of.title}</title><link>${web.url(of.path)}</link></item></channel></rss>`;
		web.serve("/again.xml", feedOf(first));
		await add("s", web.url("/again.xml"));
		await look("s");
		web.serve("/again.xml", feedOf(other));
		await look("s");
		expect(changes.map(({ kind }) => kind)).toEqual(["added", "added"]);
		expect((await articles()).map(({ url }) => url).sort()).toEqual(
			[first, other].map(({ path }) => web.url(path)).sort(),
		);
	});

	it("is told of a page that is followed by itself", async () => {
		const { add, look, articles, changes } = stand();
		await add("s", web.url(first.path));
		await look("s");
		web.serve(first.path, consent);
		for (const looks of [1, 2, 3])
			expect((await look("s")).source).toMatchObject({
				kind: "page",
				failures: looks,
				lastProblem: { code: "page_other", params: { looks } },
			});
		expect(changes.map(({ kind }) => kind)).toEqual(["added"]);
		expect(await articles()).toHaveLength(1);
	});
});

describe("one text at several addresses of a site", () => {
	it("is no article where each was announced as another one, in one look or over several", async () => {
		const made = stand();
		const { add, look, articles, parts, time } = made;
		for (const [n, { path }] of pages.entries())
			web.serve(path, advert.replace("every page", `every page (visit ${n})`));
		await add("s", web.url("/feed.xml"));
		expect(await look("s")).toMatchObject({ taken: 0, failed: 4 });
		expect(await articles()).toEqual([]);
		const items = await parts.store.items("s");
		expect(items.map(({ problem, article }) => [problem?.code, article])).toEqual(
			pages.map(() => ["page_shared", null]),
		);
		time.now += hour + minute;
		await look("s");
		expect(await articles()).toEqual([]);
		servePage(first, 2);
		time.now += 7 * hour;
		await look("s");
		expect((await articles()).map(({ url }) => url)).toEqual([web.url(first.path)]);
		expect(await itemAt(made, first.path)).toMatchObject({ problem: null });
	});

	it("leaves again where the first one was taken before the others came", async () => {
		const made = stand();
		const { add, look, articles, changes, time } = made;
		for (const { path } of pages) web.serve(path, advert);
		await add("s", web.url("/feed.xml"));
		for (const [count, left] of [
			[1, 1],
			[2, 1],
			[3, 1],
			[4, 0],
		] as const) {
			web.serve("/feed.xml", rssOf(pages.slice(0, count), web.url("")));
			time.now += 2 * hour;
			await look("s");
			expect(await articles(), `${count} items`).toHaveLength(left);
		}
		expect(changes.map(({ kind }) => kind)).toEqual(["added", "withdrawn"]);
	});

	it("stays one article with several places where its titles speak of it", async () => {
		const { add, look, articles } = stand();
		const copies = ["/a", "/b", "/c"].map((path) => ({ ...first, path: `/copy${path}` }));
		for (const { path } of copies)
			web.serve(path, htmlOf({ ...first, title: `${first.title} (${path})` }));
		web.serve("/feed.xml", rssOf(copies, web.url("")));
		await add("s", web.url("/feed.xml"));
		expect(await look("s")).toMatchObject({ taken: 3, failed: 0 });
		expect((await articles()).map(({ reprints }) => reprints?.length)).toEqual([2]);
	});
});

describe("a feed's address", () => {
	it("stays a feed where a page stands there, with a problem, and gives what it has once it is back", async () => {
		const { add, look, articles, changes, time } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		changes.length = 0;
		web.serve("/feed.xml", parked);
		for (const failures of [1, 2, 3])
			expect((await look("s")).source).toMatchObject({
				kind: "feed",
				title: "The Belhaven Post",
				failures,
				lastProblem: { code: "feed_replaced", key: "feed_replaced" },
			});
		expect(changes).toEqual([]);
		expect(await articles()).toHaveLength(4);
		web.serve("/feed.xml", rssOf(pages, web.url("")));
		time.now += 24 * hour;
		expect((await look("s")).source).toMatchObject({
			kind: "feed",
			failures: 0,
			lastProblem: null,
		});
	});

	it("names the feed that the page there names", async () => {
		const { add, look } = stand();
		await add("s", web.url("/feed.xml"));
		await look("s");
		const link = `<link rel="alternate" type="application/rss+xml" href="/new.xml">`;
		web.serve("/feed.xml", parked.replace("<title>", `${link}<title>`));
		expect((await look("s")).source.lastProblem).toMatchObject({
			key: "feed_replaced_names",
			params: { feed: web.url("/new.xml") },
		});
	});
});

describe("an item whose page is made to hurt", () => {
	it("is noted and left out, and the good one beside it is read", async () => {
		const made = stand();
		const { add, look, articles, time } = made;
		web.serve(first.path, {
			body: gzipSync("<".repeat(9_000_000)),
			headers: { "Content-Encoding": "gzip", "Content-Type": "text/html" },
		});
		web.serve("/feed.xml", rssOf([first, second], web.url("")));
		await add("s", web.url("/feed.xml"));
		expect(await look("s")).toMatchObject({ taken: 1, failed: 1 });
		expect((await articles()).map(({ url }) => url)).toEqual([web.url(second.path)]);
		expect(await itemAt(made, first.path)).toMatchObject({
			article: null,
			nextCheckAt: null,
			problem: { code: "file_too_large", key: "page_malformed" },
		});
		time.now += 2 * hour;
		const from = web.seen.length;
		await look("s");
		expect(web.seen.slice(from).map(({ path }) => path)).not.toContain(first.path);
	});
});
