import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { buildArticle, readSource } from "../../../src/corpus/index.ts";
import { body, englishBody, rules } from "./rules.ts";

const folder = mkdtempSync(join(tmpdir(), "isnad-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = body.join("\n");
const read = (name: string, bytes: string | Uint8Array) =>
	readSource({ name, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes });
const refusal = async (name: string, bytes: string | Uint8Array) => {
	const error: unknown = await read(name, bytes).then(
		() => null,
		(e) => e,
	);
	return error as { code: string; message: string };
};

describe("text files", () => {
	it("are split at line feeds alone, with all else kept", async () => {
		const [page] = await read("a.txt", "\ufeffone\r\ntwo\u2028two\vtwo\n\n");
		expect(page?.lines).toEqual(["\ufeffone\r", "two\u2028two\vtwo", "", ""]);
		expect(page?.file).toBe("a.txt");
		expect(page?.sha256).toMatch(/^[0-9a-f]{64}$/);
	});

	it.each(["utf-16le", "utf-16be"])("are read from %s with its mark", async (encoding) => {
		const bytes = iconv.encode(text, encoding, { addBOM: true });
		const [page] = await read("a.txt", bytes);
		expect(page?.lines).toEqual(body);
		expect(page?.sha256).toBeNull();
	});

	it("are read from windows-1256, and cite the decoded copy", async () => {
		const [page] = await read("a.txt", iconv.encode(text, "windows-1256"));
		expect(page?.lines).toEqual(body);
		const { article, source } = buildArticle(page ?? never(), rules);
		expect(source).toBe(text);
		expect(article.source.file).toBe(`sources/${article.id}.txt`);
	});

	it.each([
		[
			"windows-1251",
			"Городской совет сообщил в воскресенье, что работы начнутся в следующем месяце.",
		],
		["windows-1252", "Le maire a déclaré que les travaux « seraient terminés » à l’été prochain."],
	])("in %s are refused, and the encoding is named", async (encoding, sample) => {
		const error = await refusal("a.txt", iconv.encode(sample, encoding));
		expect(error.code).toBe("file_encoding");
		expect(error.message).toContain(encoding);
	});

	it.each([
		["file_empty", ""],
		["file_empty", " \n\u200b\t\r\n\u00a0"],
		["file_binary", "\u0000\u0001\u0002text"],
		["file_binary", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff, 0xfe, 0])],
		["file_encoding", new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
	])("are refused with %s", async (code, bytes) => {
		expect((await refusal("a.txt", bytes)).code).toBe(code);
	});
});

describe("paths", () => {
	it("refuses a large file by its size, without reading it", async () => {
		const path = join(folder, "large.txt");
		writeFileSync(path, "");
		truncateSync(path, 50 * 1024 * 1024);
		await expect(readSource(path)).rejects.toMatchObject({
			code: "file_too_large",
			message: expect.stringContaining("50 MB"),
		});
	});

	it("says what is wrong with a path", async () => {
		await expect(readSource(join(folder, "none.txt"))).rejects.toMatchObject({
			code: "path_unreadable",
		});
		await expect(readSource(join(folder, "photo.png"))).rejects.toMatchObject({
			code: "not_supported",
		});
	});
});

describe("web pages", () => {
	const html = (inside: string, head = "") =>
		`<!doctype html><html><head>${head}</head><body>${inside}</body></html>`;
	const paragraphs = [...englishBody, ...englishBody.map((p) => p.replace("council", "assembly"))]
		.map((p) => `<p>${p}</p>`)
		.join("\n");

	it("give their article as lines, and their head's facts", async () => {
		const [page] = await read(
			"a.html",
			html(
				`<nav><a>Home</a><a>World</a></nav><article><h1>Park gets its budget</h1>${paragraphs}
				<figure><img><figcaption>The river from above</figcaption></figure>
				<h2>What comes next</h2><ul><li>Trees are planted in spring.</li></ul></article><footer>© Herald</footer>`,
				`<meta property="og:title" content="Park gets its budget"><meta property="og:site_name" content="Riverside Herald">
				<meta property="article:published_time" content="2024-01-05T22:10:00+01:00"><link rel="canonical" href="https://herald.example/park">`,
			),
		);
		const { article, source } = buildArticle(page ?? never(), rules);
		expect(article).toMatchObject({
			title: "Park gets its budget",
			outlet: "Riverside Herald",
			url: "https://herald.example/park",
			published: { value: "2024-01-05", precision: "day", basis: "printed" },
		});
		const lines = source?.split("\n") ?? [];
		for (const { text, source: at } of article.passages)
			expect(lines[at.line - 1]?.slice(at.start ?? -1, at.end ?? -1)).toBe(text);
		const texts = article.passages.map((p) => `${p.kind}: ${p.text}`);
		expect(texts).toContain("subhead: What comes next");
		expect(texts).toContain("body: Trees are planted in spring.");
		expect(texts.join("\n")).not.toMatch(/Home|from above|©/);
	});

	it("read the encoding that they declare", async () => {
		const page = html(`<p>${body.join("</p><p>")}</p>`, '<meta charset="windows-1256">');
		const [read1256] = await read("a.htm", iconv.encode(page, "windows-1256"));
		expect(read1256?.lines).toEqual(body);
	});

	it("take facts from linked data, and survive a damaged block of it", async () => {
		const [page] = await read(
			"a.html",
			html(
				`<article>${paragraphs}</article>`,
				`<script type="application/ld+json">{broken</script><script type="application/ld+json">
				{"@graph":[{"@type":"NewsArticle","headline":"Park","datePublished":"2024-02-01","publisher":{"name":"Herald"}}]}</script>`,
			),
		);
		expect(page?.facts).toMatchObject({ title: "Park", published: "2024-02-01", outlet: "Herald" });
	});

	it.each([
		["file_malformed", "<div>".repeat(20_000) + paragraphs],
		["file_too_large", "<p>word".repeat(30_000)],
	])("made to hurt are refused with %s before they are parsed", async (code, inside) => {
		expect((await refusal("a.html", html(inside))).code).toBe(code);
	});

	it("without text are refused", async () => {
		expect((await refusal("a.html", html("<script>x()</script>"))).code).toBe("no_article");
	});
});

describe("JSON files", () => {
	it.each([
		[
			"our own fields",
			{ title: "T", text, outlet: "O", url: "https://o.example/1", published: "2024-01-05" },
		],
		[
			"schema.org",
			{
				"@type": "NewsArticle",
				headline: "T",
				articleBody: text,
				publisher: { name: "O" },
				mainEntityOfPage: { "@id": "https://o.example/1" },
				datePublished: "2024-01-05",
			},
		],
		[
			"a crawler's fields",
			{
				title: "T",
				maintext: text,
				source: "O",
				link: "https://o.example/1",
				date_publish: "2024-01-05",
			},
		],
		[
			"a content system",
			{
				title: { rendered: "T" },
				content: { rendered: `<p>${body.join("</p><p>")}</p>` },
				site_name: "O",
				link: "https://o.example/1",
				date: "2024-01-05",
			},
		],
	])("are read with %s", async (_, value) => {
		const [page] = await read("a.json", JSON.stringify(value));
		expect(page?.lines).toEqual(body);
		expect(page?.facts).toEqual({
			title: "T",
			outlet: "O",
			url: "https://o.example/1",
			published: "2024-01-05",
		});
	});

	it("hold several articles, in an array or a feed", async () => {
		expect(await read("a.json", JSON.stringify([{ text }, { text }, { other: 1 }]))).toHaveLength(
			2,
		);
		expect(await read("a.json", JSON.stringify({ items: [{ content_text: text }] }))).toHaveLength(
			1,
		);
	});

	it("are refused where they are broken or hold no text", async () => {
		expect((await refusal("a.json", '{"text": "a')).code).toBe("file_malformed");
		expect((await refusal("a.json", '{"name": "a"}')).code).toBe("no_article");
	});
});

describe("Markdown files", () => {
	it("become plain lines, with front matter as facts", async () => {
		const [page] = await read(
			"a.md",
			`---\ntitle: "Park gets its budget"\ndate: 2024-01-05\nsource: Herald\n---\n# Park gets its budget\n\n**${englishBody[0]}**\n\n${englishBody[1]?.replace("mayor", "[mayor](https://x.example/m)")}\nIt goes *on* here.\n\n![river](r.png)\n\n## Next\n\n- Trees are planted.\n`,
		);
		expect(page?.lines.filter(Boolean)).toEqual([
			"Park gets its budget",
			englishBody[0],
			`${englishBody[1]} It goes on here.`,
			"Next",
			"- Trees are planted.",
		]);
		expect(page?.facts).toMatchObject({
			title: "Park gets its budget",
			outlet: "Herald",
			published: "2024-01-05",
		});
	});
});

function never(): never {
	throw new Error("no page was read");
}
