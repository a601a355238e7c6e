import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../../src/corpus/index.ts";
import { measuredPage } from "../../../../src/corpus/read/page-budget.ts";

const story =
	"<p>The harbour master of Karsten said on Monday that the new quay would open before the summer, and that it had cost more than planned.</p>".repeat(
		4,
	);
const read = async (body: string) => {
	const html = `<html><head><title>Quay to open</title></head><body>${body}<article>${story}</article></body></html>`;
	const [page] = await readSource({ name: "page.html", bytes: Buffer.from(html) });
	return page?.lines.join("\n") ?? "";
};

describe("a page that would take too much", () => {
	it.each([
		["9 MB of < out of 9 kB", "file_too_large", () => "<".repeat(9_000_000)],
		["4.5 MB of plain text", "file_too_large", () => `<p>${"word ".repeat(900_000)}</p>`],
		["100,000 comments", "file_too_large", () => "<!-- -->".repeat(100_000)],
		["100,000 entities", "file_too_large", () => `<p>${"&amp;".repeat(100_000)}</p>`],
		["200,000 attributes", "file_too_large", () => `<p ${"a=1 ".repeat(200_000)}>`],
		["27,000 elements", "file_too_large", () => "<p>word</p>".repeat(27_000)],
		["500 elements in one another", "file_malformed", () => "<div>".repeat(500)],
		[
			"a long text far down",
			"file_malformed",
			() => `${"<div>".repeat(300)}${"word ".repeat(20_000)}`,
		],
	])("is refused before a tree is made of it: %s", async (_, code, body) => {
		await expect(read(body())).rejects.toMatchObject({ code });
	});

	it("is refused as it comes from its server, 9 kB that unpack to 9 MB", () => {
		const packed = gzipSync("<".repeat(9_000_000));
		expect(packed.byteLength).toBeLessThan(10_000);
		expect(() => measuredPage(gunzipSync(packed).toString(), "page")).toThrow(/pieces of markup/);
	});

	it("is measured as it will be parsed, by its tree and not by its tags", async () => {
		const drawing = `<svg>${'<path d="M0 0"/>'.repeat(450)}</svg>`;
		const script = `<script>const page = "${"<div>".repeat(1_000)}";</script>`;
		const list = `<ul>${"<li>One of the towns".repeat(450)}</ul>`;
		for (const body of [drawing, script, list]) expect(await read(body)).toContain("Karsten");
	});
});

describe("a page that is long and ordinary", () => {
	it("is read: one paragraph of 300,000 characters, and a title of a megabyte is none", async () => {
		const long = story.repeat(600).replaceAll(/<\/?p>/g, " ");
		expect((await read(`<article><p>${long}</p></article>`)).length).toBeGreaterThan(300_000);
		const html = `<html><head><title>Quay to open</title><script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "x".repeat(1_000_000) })}</script></head><body>${story}</body></html>`;
		const [page] = await readSource({ name: "page.html", bytes: Buffer.from(html) });
		expect(page?.facts.title).toBe("Quay to open");
	});
});
