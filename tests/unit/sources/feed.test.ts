import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/sources/feed/read-feed.ts";
import { wholeArticle } from "../../../src/sources/feed/whole.ts";
import { readFeedOrPage } from "../../../src/sources/feed-or-page.ts";

const base = "https://paper.example/feeds/world.xml";
const item = (inner: string) =>
	`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title>${inner}</channel></rss>`;
const long = `<p>${"The harbour opened again on Monday after the storm. ".repeat(20)}</p>`;
const body = (text: string | Uint8Array, charset: string | null = null) => ({
	address: base,
	bytes: typeof text === "string" ? Buffer.from(text) : text,
	charset,
});

describe("a feed", () => {
	it("is read from RSS: title, day where it was written, address, guid", () => {
		const feed = readFeed(
			item(
				`<ttl>30</ttl><item><title>Quay &lt;b&gt;opens&lt;/b&gt; &amp;amp; closes</title><link>/n/1?a=1&amp;b=2#top</link><guid isPermaLink="false">g-1</guid><pubDate>Tue, 10 Jun 2025 23:30:00 -0500</pubDate><description>Short.</description></item>`,
			),
			base,
		);
		expect(feed).toMatchObject({ title: "Post", restMs: 1_800_000 });
		expect(feed.items).toEqual([
			{
				key: "g-1",
				address: "https://paper.example/n/1?a=1&b=2",
				title: "Quay opens & closes",
				published: "2025-06-10",
				summary: "Short.",
				content: null,
				mark: expect.stringMatching(/^[0-9a-f]{32}$/),
			},
		]);
	});

	it("is read from Atom, RDF and JSON Feed", () => {
		const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>tag:1</id><title>One</title><link rel="self" href="https://x.example/self"/><link href="/a/1"/><published>2025-06-09T22:00:00+03:00</published><content type="html">${long.replaceAll("<", "&lt;")}</content></entry></feed>`;
		const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title></channel><item rdf:about="https://paper.example/r/1"><title>One</title><link>https://paper.example/r/1</link><dc:date>2025-06-09</dc:date></item></rdf:RDF>`;
		const json = JSON.stringify({
			version: "https://jsonfeed.org/version/1.1",
			title: "J",
			items: [
				{
					id: "1",
					url: "https://paper.example/j/1",
					title: "One",
					date_published: "2025-06-09T08:00:00Z",
					content_html: long,
				},
			],
		});
		for (const [text, address, content] of [
			[atom, "https://paper.example/a/1", long],
			[rdf, "https://paper.example/r/1", null],
			[json, "https://paper.example/j/1", long],
		] as const) {
			const told = readFeedOrPage(body(text));
			expect(told.kind).toBe("feed");
			expect(told.kind === "feed" && told.feed.items).toMatchObject([
				{ address, title: "One", published: "2025-06-09", content },
			]);
		}
	});

	it("names an item once, and another mark means that it says something else", () => {
		const one = (title: string) =>
			readFeed(item(`<item><title>${title}</title><link>/1</link></item>`.repeat(2)), base);
		expect(one("a").items).toHaveLength(1);
		expect(one("a").items[0]?.mark).toBe(one("a").items[0]?.mark);
		expect(one("a").items[0]?.mark).not.toBe(one("b").items[0]?.mark);
	});

	it("has no items without an address or an id, and none but of the web", () => {
		const feed = readFeed(
			item(
				`<item><title>a</title></item><item><title>b</title><link>javascript:alert(1)</link></item><item><title>c</title><link>file:///etc/passwd</link><guid isPermaLink="false">c</guid></item>`,
			),
			base,
		);
		expect(feed.items).toMatchObject([{ key: "c", address: null }]);
	});

	it("holds the whole article only where it is long and does not break off", () => {
		expect(wholeArticle(long)).toBe(true);
		expect(wholeArticle("<p>Short.</p>")).toBe(false);
		expect(wholeArticle(`${long} […]`)).toBe(false);
		expect(wholeArticle(`${long}<p>more&hellip;</p>`)).toBe(false);
	});
});

describe("a feed that means harm", () => {
	const laughs = Array.from(
		{ length: 10 },
		(_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
	).join("");
	it.each([
		[
			"entities that grow",
			`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${item("<item><title>&l9;</title><link>/1</link></item>")}`,
		],
		[
			"an entity that names a file",
			`<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${item("<item><title>&x;</title><link>/1</link></item>")}`,
		],
		[
			"an entity of another server",
			`<!DOCTYPE rss [ <!ENTITY % d SYSTEM "http://127.0.0.1/evil.dtd"> %d; ]>${item("")}`,
		],
	])("is refused: %s", (_what, text) => {
		expect(() => readFeed(text, base)).toThrow(expect.objectContaining({ code: "feed_malformed" }));
	});

	it("gets nothing for an entity that it does not declare, nor for a document type alone", () => {
		const feed = readFeed(
			`<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1/rss.dtd">${item("<item><title>&secret; x</title><link>/1</link></item>")}`,
			base,
		);
		expect(feed.items[0]?.title).toBe("&secret; x");
	});

	it.each([
		["elements in elements", item(`${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}`)],
		["no end", item("<item><title>").replace(/<\/.*/, "").repeat(1_000)],
		["nothing", "<rss/>"],
	])("is refused in time: %s", (_what, text) => {
		expect(() => readFeed(text, base)).toThrow(expect.objectContaining({ code: "feed_malformed" }));
	});

	it("is read as far as its first 500 items", () => {
		const many = Array.from(
			{ length: 3_000 },
			(_, n) => `<item><title>t${n}</title><link>/${n}</link></item>`,
		);
		expect(readFeed(item(many.join("")), base).items).toHaveLength(500);
	});
});

describe("what stands at an address", () => {
	it("is told by its content, whatever a server calls it", () => {
		expect(
			readFeedOrPage(body(`\ufeff <?xml version="1.0"?>\n<!-- a > b -->\n${item("")}`)).kind,
		).toBe("feed");
		expect(
			readFeedOrPage(
				body(
					"<!doctype html><html><head><title>x</title></head><body><p>rss feed</p></body></html>",
				),
			).kind,
		).toBe("page");
		expect(readFeedOrPage(body(`<html><body><pre>&lt;rss&gt;</pre></body></html>`)).kind).toBe(
			"page",
		);
	});

	it("names the feed that a front page announces", () => {
		const html = `<html><head><link rel="stylesheet" href="/a.css"><link rel="alternate" type="application/rss+xml" href="/rss?x=1&amp;y=2"></head><body></body></html>`;
		expect(readFeedOrPage(body(html))).toEqual({
			kind: "page",
			feedAddress: "https://paper.example/rss?x=1&y=2",
		});
	});

	it("is read in the encoding that the server, the document or its letters name", () => {
		const rss = (head: string) =>
			`${head}${item("<item><title>افتتاح الرصيف الجديد في مرسى لوند</title><link>/1</link></item>")}`;
		const cp1256 = (text: string) =>
			Uint8Array.from([...text].map((c) => letters.get(c) ?? c.codePointAt(0) ?? 63));
		for (const one of [
			body(cp1256(rss("")), "windows-1256"),
			body(cp1256(rss('<?xml version="1.0" encoding="windows-1256"?>'))),
			body(cp1256(rss("")), "utf-8"),
			body(Buffer.from(`\ufeff${rss("")}`, "utf16le"), null),
		]) {
			const told = readFeedOrPage(one);
			expect(told.kind === "feed" && told.feed.items[0]?.title).toBe(
				"افتتاح الرصيف الجديد في مرسى لوند",
			);
		}
	});

	it("is refused where it is no text", () => {
		expect(() =>
			readFeedOrPage(body(Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 255, 254, 0, 0]))),
		).toThrow(expect.objectContaining({ code: "file_binary" }));
		expect(() => readFeedOrPage(body("  \n"))).toThrow(
			expect.objectContaining({ code: "file_empty" }),
		);
	});
});

/** The bytes of Windows-1256 for the letters used here. */
const letters = new Map(
	Object.entries({
		ا: 0xc7,
		ف: 0xdd,
		ت: 0xca,
		ح: 0xcd,
		ل: 0xe1,
		ر: 0xd1,
		ص: 0xd5,
		ي: 0xed,
		ج: 0xcc,
		د: 0xcf,
		م: 0xe3,
		س: 0xd3,
		ى: 0xec,
		و: 0xe6,
		ن: 0xe4,
	}),
);
