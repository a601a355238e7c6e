import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReader } from "../../../adapters/web/reader/create-reader.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";
import { readPage } from "../../servers/reader/page-check.ts";
import {
	openSettings,
	readerOver,
	type ServedReader,
	serveReader,
} from "../../servers/reader/server.ts";
import { article, claim } from "../../unit/answers/doubles.ts";

const articles = harbourArticles();
let passages: ServedReader;
let whole: ServedReader;
beforeAll(async () => {
	passages = await serveReader(createReader(readerOver(articles)));
	const settings = { ...openSettings, isWhole: true };
	whole = await serveReader(createReader(readerOver(articles, { settings })));
});
afterAll(() => Promise.all([passages.close(), whole.close()]));

const outward = new Set(articles.flatMap(({ url }) => url ?? []));
async function open(path: string, from: ServedReader = passages, headers = {}) {
	const response = await fetch(from.url(path), { headers, redirect: "manual" });
	const html = await response.text();
	return { response, html, page: readPage(html, outward) };
}
const accused = articles[0]?.claims[0];
const { start, end } = accused?.source ?? {};
const cited = `/a/harbour?p=.p2&l=2&s=${start}&e=${end}&c=.c1&lang=en`;

describe("the page of a citation", () => {
	it("marks the cited words, between its neighbours alone", async () => {
		const { page, response } = await open(cited);
		expect(response.status).toBe(200);
		expect(page.strange).toEqual([]);
		expect(page.texts("mark")).toEqual(["the ministry had dumped sludge near the reef"]);
		const shown = page.texts("p.passage");
		expect(shown).toEqual(articles[0]?.passages.slice(0, 3).map(({ text }) => text));
	});

	it("tells chain, act, day and how it is known, how sure, and the denial beside it", async () => {
		const { page } = await open(cited);
		const [card = ""] = page.texts("article.claim");
		expect(page.texts("ol.chain")[0]).toBe("Nadia RahalCoast DailyHarbour Post");
		expect(card).toContain("Nadia Rahal accused");
		expect(card).toContain("3 March 2024 (derived), worked out from the article’s own day");
		expect(card).toContain("87% sure");
		const [rival = ""] = page.texts("div.rival");
		expect(rival).toContain("Denied:");
		expect(rival).toContain("it had dumped any sludge near the reef");
		expect(rival).toContain("uncertain: 41% sure");
		expect(rival).toContain("The ministry denies the dumping");
	});

	it("is in the reader's language while the article keeps its own", async () => {
		const { html, page } = await open(cited.replace("lang=en", "lang=ar"));
		expect(html).toContain('<html lang="ar" dir="rtl">');
		expect(html).toMatch(/<p class="passage body verbatim" lang="en" dir="ltr">/);
		expect(page.texts("div.rival")[0]).toContain("تنفي الوزارة");
		const byBrowser = await open(cited.replace("&lang=en", ""), passages, {
			"accept-language": "fr, ar-EG;q=0.8, en;q=0.5",
		});
		expect(byBrowser.html).toContain('<html lang="ar" dir="rtl">');
	});

	it.each([
		["other words", `${cited}&w=zzzzzz`],
		["beyond the passage", cited.replace(`e=${end}`, "e=9999")],
		["another line", cited.replace("l=2", "l=4")],
		["no such passage", cited.replace(".p2", ".p99")],
		["no such article", cited.replace("harbour", "none")],
	])("shows nothing where the place is of %s", async (_, path) => {
		const { response, page } = await open(path);
		expect(response.status).toBe(404);
		expect(page.texts("mark")).toEqual([]);
		expect(page.texts("h1")).toEqual(["These words are not there any more"]);
	});

	it("shows the whole text only where the operator allows it", async () => {
		const all = articles[0]?.passages.map(({ text }) => text);
		expect((await open("/a/harbour", whole)).page.texts("p.passage")).toEqual(all);
		expect((await open(cited, whole)).page.texts("p.passage")).toEqual(all);
		const { page } = await open("/a/harbour");
		expect(page.texts("p.passage")).toEqual([]);
		expect(page.texts("blockquote")).toEqual([]);
		expect(page.texts("ol.list")[0]).toContain("Nadia Rahal");
	});

	it("leads to where it was read, and lets that page know nothing", async () => {
		const { html } = await open(cited);
		expect(html).toContain(
			'href="https://harbour.example/sludge?a=1&amp;b=2" rel="noopener nofollow noreferrer"',
		);
	});
});

describe("the other pages", () => {
	it("show a claim with what stands against it", async () => {
		const { page } = await open("/c/harbour-c1?lang=en");
		expect(page.strange).toEqual([]);
		expect(page.texts("blockquote.verbatim")).toEqual([
			"the ministry had dumped sludge near the reef",
			"it had dumped any sludge near the reef",
		]);
	});

	it("answer a question as the bots do, the verdict first", async () => {
		const { answering } = readerOver(articles);
		const request = { command: "claims", text: "sludge reef", language: "en", limit: 10 } as const;
		const answer = await answering.answer(request);
		const { page } = await open("/?q=sludge+reef&kind=claims&lang=en");
		expect(page.strange).toEqual([]);
		expect(page.texts("h1")).toEqual([answer.verdict?.text]);
		const quotes = answer.items.flatMap((item) => (item.kind === "claim" ? [item.quote] : []));
		expect(quotes.length).toBeGreaterThan(1);
		for (const quote of quotes) expect(page.texts("blockquote.verbatim")).toContain(quote);
	});

	it.each([
		["en", "weakly related"],
		["ar", "صلته بالموضوع ضعيفة"],
	])("mark what stands behind the gap, in %s", async (language, mark) => {
		const of = article("shore", ["The sludge on the reef is theirs.", "The reef was quiet."]);
		for (const [n, { text }] of of.passages.entries()) claim(of, n + 1, text);
		const served = await serveReader(createReader(readerOver([of])));
		const { page } = await open(`/?q=sludge+reef&kind=claims&lang=${language}`, served);
		await served.close();
		const items = page.texts("li").filter((item) => item.includes("reef"));
		expect(items.map((item) => item.includes(mark))).toEqual([false, true]);
	});

	describe("of one of two who are called the same", () => {
		/** Two people of whom no more is known than one name, each in an article of his own. */
		const two = ["dock", "court"].map((id) => {
			const of = article(id, [`Haddad said that the ${id} is closed.`]);
			claim(of, 1, `the ${id} is closed`, { speaker: { name: "Haddad", kind: "person" } });
			return of;
		});

		it("holds that one alone, and keeps the name in its address", async () => {
			const served = await serveReader(createReader(readerOver(two)));
			const { page } = await open("/?q=closed&kind=claims&lang=en", served);
			const pages = page.links.filter((link) => link.includes("/w/"));
			expect(new Set(pages).size).toBe(2);
			for (const [n, link] of [...new Set(pages)].entries()) {
				expect(link).toMatch(/\/w\/Haddad\?who=[\w-]{8}&/);
				const own = await open(link, served);
				expect(own.page.texts("blockquote.verbatim")).toHaveLength(1);
				expect(own.page.texts("h1")).toEqual(["Who is Haddad?"]);
				expect(own.html).not.toContain(pages[1 - n]);
			}
			await served.close();
		});

		it("is offered beside the other's where an address names neither", async () => {
			const served = await serveReader(createReader(readerOver(two)));
			for (const [path, title] of [
				["/w/Haddad?lang=en", "Several are called Haddad"],
				["/w/Haddad?lang=ar", "عدة أشخاص أو جهات باسم Haddad"],
				["/w/Haddad?who=nobodyno&lang=en", "Several are called Haddad"],
			] as const) {
				const { page, response } = await open(path, served);
				expect(response.status).toBe(200);
				expect(page.strange).toEqual([]);
				expect(page.texts("h1")).toEqual([title]);
				const offered = page.links.filter((link) => /\/w\/Haddad\?who=(?!nobody)/.test(link));
				expect(offered).toHaveLength(2);
				expect(page.texts("li").join()).toMatch(/Title of (dock|court)/);
			}
			await served.close();
		});
	});

	it("narrow by the same filters", async () => {
		const { page } = await open("/?q=sludge&kind=claims&stance=denies&lang=en");
		const cards = page.texts("article.claim");
		expect(cards.length).toBeGreaterThan(0);
		for (const card of cards) expect(card.trim().split("\n")[0]).toMatch(/denied$/);
	});

	it.each([
		["a timeline", "/t?q=boats&lang=en", "Fishing boats have stayed ashore since 4 February 2024"],
		["a name", "/w/Nadia%20Rahal?lang=en", "the ministry had dumped sludge near the reef"],
		["a source", "/s/Harbour%20Post?lang=en", "Ministry accused over sludge at the reef"],
		["the start", "/?lang=en", "Ministry accused over sludge at the reef"],
	])("show %s", async (_, path, holds) => {
		const { page, response } = await open(path);
		expect(response.status).toBe(200);
		expect(page.strange).toEqual([]);
		expect(page.texts("main")[0]).toContain(holds);
	});

	it("lead to pages that are there", async () => {
		const seen = new Set<string>();
		const queue = ["/?lang=en", cited];
		while (queue.length > 0 && seen.size < 60) {
			const path = queue.pop() ?? "";
			const bare = path.split("#")[0] ?? "";
			if (seen.has(bare) || !bare.startsWith("/")) continue;
			seen.add(bare);
			const { response, page } = await open(bare);
			expect(response.status, bare).toBe(200);
			if (!bare.startsWith("/assets")) queue.push(...page.links);
		}
		expect(seen.size).toBeGreaterThan(20);
	});

	it.each([
		["a malformed day", "/?q=sludge&from=2024-13&lang=en", 400],
		["days that are exchanged", "/?q=sludge&from=2024&to=2023&lang=en", 400],
		["a question that is too long", `/?q=${"a".repeat(1_001)}&lang=en`, 400],
		["an address that is too long", `/?q=${"a".repeat(9_000)}`, 414],
		["a name that is too long", `/c/${"a".repeat(600)}`, 404],
		["a claim that is not there", "/c/none", 404],
	])("refuse %s", async (_, path, status) => {
		const { response, page } = await open(path);
		expect(response.status).toBe(status);
		expect(page.strange).toEqual([]);
	});
});

describe("every page", () => {
	it("lets a browser load and run nothing of others, and keep nothing", async () => {
		for (const path of [cited, "/?lang=en", "/c/none"]) {
			const { headers } = (await open(path)).response;
			expect(headers.get("content-security-policy")).toBe(
				"default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
			);
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("referrer-policy")).toBe("no-referrer");
			expect(headers.get("x-robots-tag")).toContain("noindex");
			expect(headers.get("cache-control")).toBe("no-store");
		}
	});

	it("has its stylesheet from here, and tells robots to stay away", async () => {
		const { html } = await open("/?lang=en");
		const path = /href="(\/assets\/[^"]+)"/.exec(html)?.[1] ?? "";
		const sheet = await fetch(passages.url(path));
		expect(sheet.headers.get("content-type")).toContain("text/css");
		expect(await sheet.text()).not.toMatch(/url\(|@import/);
		const robots = await fetch(passages.url("/robots.txt"));
		expect(await robots.text()).toBe("User-agent: *\nDisallow: /\n");
	});
});
