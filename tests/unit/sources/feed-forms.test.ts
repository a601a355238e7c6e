import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/sources/feed/read-feed.ts";
import { readFeedOrPage } from "../../../src/sources/feed-or-page.ts";

const base = "https://post.example/news/feed.xml";
const rss = (items: string, attributes = "") =>
	`<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>The Qarnah Post</title>${items}</channel></rss>`;
const item = (n: number, more = "") =>
	`<item><title>Story ${n}</title><link>https://post.example/${n}</link>${more}</item>`;
const told = (text: string) =>
	readFeedOrPage({ address: base, bytes: Buffer.from(text), charset: null });

describe("a feed as servers send it", () => {
	it.each([
		[
			"a notice of PHP before it",
			`<br />\n<b>Notice</b>: Undefined index in <b>x.php</b><br />\n${rss(item(1))}`,
		],
		["a warning without markup before it", `Warning: date(): no time zone\n${rss(item(1))}`],
		[
			"a document type before it",
			`<!DOCTYPE rss PUBLIC "-//X//DTD//EN" "rss.dtd">${rss(item(1)).slice(21)}`,
		],
	])("is one with %s", (_, text) => {
		expect(told(text)).toMatchObject({ kind: "feed", feed: { items: [{ title: "Story 1" }] } });
	});

	it("is a page where a page speaks of feeds", () => {
		expect(told("<html><body><p>Begin with <rss> and go on.</p></body></html>")).toMatchObject({
			kind: "page",
		});
	});

	it("is refused, and no page, where it declares entities of its own", () => {
		const text = `<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>${rss(item(1))}`;
		expect(() => told(text)).toThrow(expect.objectContaining({ code: "feed_malformed" }));
	});

	it.each([
		["in an item", rss(item(1) + item(2)).slice(0, -60)],
		["between two items", rss(item(1) + item(2) + item(3)).replace(/<item><title>Story 3.*/, "")],
	])("that breaks off %s gives the items that are whole", (_, text) => {
		const { items } = readFeed(text, base);
		expect(items.length).toBeGreaterThanOrEqual(1);
		expect(items[0]).toMatchObject({ title: "Story 1", address: "https://post.example/1" });
	});

	it.each([
		["items", "<item>".repeat(300_000)],
		["quotations in an item", `<item>${"<![CDATA[".repeat(300_000)}</item>`],
	])("that begins many %s and ends none is read as fast as any other", (_, begun) => {
		try {
			expect(readFeed(rss(item(1) + begun), base).items[0]?.title).toBe("Story 1");
		} catch (error) {
			expect(error).toMatchObject({ code: "feed_malformed" });
		}
	});

	it("may be written with a prefix, and say what its addresses are meant from", () => {
		const prefixed = `<?xml version="1.0"?><atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>Q</atom:title><atom:entry><atom:title>A</atom:title><atom:link href="https://post.example/a"/><atom:id>urn:1</atom:id></atom:entry></atom:feed>`;
		expect(told(prefixed)).toMatchObject({
			feed: { items: [{ key: "urn:1", address: "https://post.example/a" }] },
		});
		const based = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/news/"><title>Q</title><entry xml:base="2024/"><title>A</title><link href="a.html"/><id>urn:1</id></entry></feed>`;
		expect(readFeed(based, base).items[0]?.address).toBe("https://other.example/news/2024/a.html");
	});
});

describe("what an item is", () => {
	it("is told by its address where all have one id, and by its text where it has neither", () => {
		const same = rss(item(1, "<guid>N/A</guid>") + item(2, "<guid>N/A</guid>"));
		expect(readFeed(same, base).items.map(({ key }) => key)).toEqual([
			"https://post.example/1",
			"https://post.example/2",
		]);
		const bare = rss(
			"<item><title>A</title><description>One text.</description></item><item><title>A</title><description>Another text.</description></item>",
		);
		const keys = readFeed(bare, base).items.map(({ key }) => key);
		expect(new Set(keys).size).toBe(2);
		expect(readFeed(bare, base).items.map(({ key }) => key)).toEqual(keys);
	});

	it("is told by its text where all items name the front page as theirs", () => {
		const front = (text: string) =>
			`<item><title>${text}</title><link>https://post.example/</link><description>${text}, as told.</description></item>`;
		const { items } = readFeed(rss(front("Quay shut") + front("Mill sold") + item(3)), base);
		expect(items).toMatchObject([
			{ title: "Quay shut", address: null, content: "Quay shut, as told." },
			{ title: "Mill sold", address: null, content: "Mill sold, as told." },
			{ title: "Story 3", address: "https://post.example/3" },
		]);
	});

	it.each([
		["Tue, 05 Mar 24 10:00:00 GMT", "2024-03-05"],
		["Tue, 5 Mar 2024 10:00:00 GMT", "2024-03-05"],
	])("has the day of %s", (written, day) => {
		expect(readFeed(rss(item(1, `<pubDate>${written}</pubDate>`)), base).items[0]?.published).toBe(
			day,
		);
	});

	it.each([
		["<published>2024-03-05T10:00:00Z</published>", "2024-03-05"],
		["<datePublished>5 March 2024</datePublished>", "2024-03-05"],
		["<pubDate>March 5, 2024 at 10:00</pubDate>", "March 5, 2024 at 10:00"],
		["<pubDate>الثلاثاء، 5 آذار 2024</pubDate>", "الثلاثاء، 5 آذار 2024"],
		["<description><![CDATA[<p><date>5 March 2024</date></p>]]></description>", null],
		["<pubDate>soon</pubDate>", null],
	])("has the day of %s for the page's reader", (written, day) => {
		expect(readFeed(rss(item(1, written)), base).items[0]?.published).toBe(day);
	});

	it("has a title with its entities read, however often they were written", () => {
		const title = "Quay opens &amp;amp;#8211; &amp;#8216;at last&amp;#8217;";
		const feed = readFeed(rss(`<item><title>${title}</title><link>/1</link></item>`), base);
		expect(feed.items[0]?.title).toBe("Quay opens – ‘at last’");
	});
});
