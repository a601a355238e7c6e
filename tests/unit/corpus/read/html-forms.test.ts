import { describe, expect, it } from "vitest";
import { readHtml } from "../../../../src/corpus/read/html.ts";

const title = "Quay opens before the summer, council says";
const story = Array.from(
	{ length: 6 },
	(_, n) =>
		`<p>Harbour master number ${n}, Ana Roth, said on Monday that the new quay would open, and that ${n + 2} ships were late.</p>`,
).join("");
const page = (body: string, head = "") =>
	`<html><head><title>${title} | Qarnah Post</title>${head}</head><body><article><h1>${title}</h1>${body}${story}</article></body></html>`;
const linesOf = (body: string) => readHtml(page(body), "page.html").lines;
const factsOf = (html: string, path = "page.html") => readHtml(html, path).facts;

describe("the parts of an article", () => {
	it("keeps a list behind the line that announces it", () => {
		const lines = linesOf(
			"<p>The dead are</p><ul><li>Amal Haddad</li><li>Sami Orr</li><li>Rana Reed</li></ul>",
		);
		expect(lines).toEqual(
			expect.arrayContaining(["The dead are", "• Amal Haddad", "• Sami Orr", "• Rana Reed"]),
		);
	});

	it("begins with its headline, though the path to the page ends in a copy of it", () => {
		const path = `<ul><li>Home</li><li>${title}</li></ul>`;
		const html = `<html><head><title>${title}</title></head><body>${path}<div><p>Harbour desk</p><h1>${title}</h1>${story}</div></body></html>`;
		const { lines } = readHtml(html, "page.html");
		expect(lines[0]).toBe(title);
		expect(lines).not.toContain("Harbour desk");
	});

	it("keeps a table, a line for each row and its cells apart", () => {
		const lines = linesOf(
			"<table><tr><th>City</th><th>Dead</th></tr><tr><td>Deir Amun</td><td>12</td></tr></table>",
		);
		expect(lines).toEqual(expect.arrayContaining(["City Dead", "Deir Amun 12"]));
	});

	it("keeps what is quoted in a figure or in a box for posts, and drops captions", () => {
		const lines = linesOf(
			`<figure><blockquote>We will not leave the harbour, whatever they decide.</blockquote><figcaption>A gate.</figcaption></figure>
			<div class="social-media-embed"><blockquote class="twitter-tweet"><p>The quay is open to all, I was told. <a href="https://t.example/1">https://t.example/1</a></p>— Sam Reed (@sam) <a href="https://t.example/2">November 18, 2019</a></blockquote></div>
			<div class="InlineImage-imageEmbedCaption">Ships wait outside the harbour, which is closed.</div>`,
		).join("\n");
		expect(lines).toContain("We will not leave the harbour");
		expect(lines).toContain("The quay is open to all");
		expect(lines).not.toContain("A gate.");
		expect(lines).not.toContain("Ships wait outside");
	});

	it.each([
		["empty", "<h2></h2>"],
		["never closed", "<h2>What comes next"],
	])("has paragraphs behind a heading that is %s", (_, heading) => {
		const { lines, headings } = readHtml(page(heading), "page.html");
		const paragraphs = lines.flatMap((line, at) => (line.includes("said on Monday") ? [at] : []));
		expect(paragraphs).toHaveLength(6);
		expect(paragraphs.filter((at) => headings.has(at))).toEqual([]);
	});

	it("drops paragraphs that are links to other pages of its site, and keeps links elsewhere", () => {
		const canonical = '<link rel="canonical" href="https://post.example/a">';
		const pointers = `<p><a href="/b">Fishermen object to the new quay again</a></p><ul><li><a href="https://shop.example/1">A map of the harbour for 12 dollars</a></li></ul>`;
		const lines = readHtml(page(pointers, canonical), "page.html").lines.join("\n");
		expect(lines).not.toContain("Fishermen object");
		expect(lines).toContain("A map of the harbour");
	});

	it("cuts what opens over a name, and not the name", () => {
		const over = `<p>Mayor <span class="rollover"><a href="/p">Ana Roth</a><span class="rollover-block"><a href="/1">Roth wins again</a> <a href="/2">Roth on ships</a></span></span> told the council so, and left.</p>`;
		expect(linesOf(over)).toContain("Mayor Ana Roth told the council so, and left.");
	});
});

describe("the names that a page gives", () => {
	it.each([
		["entities that were written twice", `${title} &amp;#8211; at last`, `${title} – at last`],
		["its own name behind a bar", `${title} | Qarnah Post`, title],
	])("has a title without %s", (_, written, found) => {
		const html = `<html><head><meta property="og:title" content="${written}"><meta property="og:site_name" content="Qarnah Post"></head><body><article>${story}</article></body></html>`;
		expect(factsOf(html)).toMatchObject({ title: found, outlet: "Qarnah Post" });
	});

	it("has the headline that readers see, and no logo", () => {
		const html = `<html><head><title>Quay opens, council says - Qarnah Post</title></head><body><header><h1><a href="/">Qarnah Post</a></h1></header><article><h1>${title}</h1>${story}</article></body></html>`;
		expect(factsOf(html, "https://www.qarnahpost.example/a")).toMatchObject({
			title,
			outlet: "Qarnah Post",
		});
	});

	it.each([
		["og:site_name", '<meta property="og:site_name" content="Qarnah Post">'],
		[
			"JSON-LD",
			'<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","publisher":{"name":"Qarnah Post"}}</script>',
		],
		["the end of its title, where the headline is the beginning", ""],
	])("has its publisher from %s", (_, head) => {
		expect(factsOf(page("", head)).outlet).toBe("Qarnah Post");
	});

	it("has no account, address or motto for a publisher", () => {
		const named = (name: string) =>
			factsOf(
				`<html><head><meta property="og:site_name" content="${name}"></head><body><h1>${title}</h1>${story}</body></html>`,
			).outlet;
		expect(named("@qarnahpost")).toBeNull();
		expect(named("https://post.example")).toBeNull();
		expect(named("Qarnah Post | News since 1911")).toBe("Qarnah Post");
	});
});

describe("what is no page", () => {
	it.each([
		[
			"an error in JSON",
			'{"error":{"code":404,"message":"The article that you look for does not exist any more, and nobody knows where it went."}}',
		],
		[
			"a style sheet",
			"body > div { color: red } /* the harbour master said on Monday that the quay would open before summer */",
		],
		[
			"XML of another kind",
			`<?xml version="1.0"?><urlset><url><loc>https://post.example/a</loc></url></urlset>`,
		],
	])("is refused: %s", (_, text) => {
		expect(() => readHtml(text, "https://post.example/x")).toThrow(
			expect.objectContaining({ code: "no_article" }),
		);
	});
});
