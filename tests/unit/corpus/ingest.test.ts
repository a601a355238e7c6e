import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type IngestOptions, ingest, openCorpus } from "../../../src/corpus/index.ts";
import { body, englishBody, rules } from "./rules.ts";

let dir: string;
let corpusDir: string;
let pages: string;
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "isnad-ingest-"));
	corpusDir = join(dir, "corpus");
	pages = join(dir, "pages");
	mkdirSync(pages);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const title = "توسعة الحديقة العامة تبدأ الشهر المقبل وسط ترحيب السكان";
const more = [
	"وتضم التوسعة ممشى بطول كيلومترين وملاعب للأطفال ومسرحاً صيفياً يتسع لأربعمئة متفرج.",
	"ويطالب سكان الحي منذ سنوات بموقف سيارات قرب المدخل الشمالي الذي يزدحم في العطل.",
	"وقد خصصت البلدية قطعة أرض مجاورة لهذا الغرض على أن يفتتح الموقف قبل نهاية الصيف.",
];
const put = (name: string, lines: readonly string[]) =>
	writeFileSync(join(pages, name), lines.join("\n"));
const run = (options: Partial<IngestOptions> = {}) =>
	ingest({
		paths: [pages],
		corpusDir,
		rules,
		extract: () => ({ claims: [], events: [], figures: [], contradictions: [] }),
		...options,
	});
const snapshot = () =>
	readdirSync(corpusDir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), "utf8")]);

describe("ingest", () => {
	it("reads a folder, and running it twice changes no byte", async () => {
		put("a.txt", [title, ...body, ...more]);
		put("b.md", ["# New riverside park", "", ...englishBody]);
		put("notes.pdf", ["x"]);
		put(".hidden.txt", body);
		mkdirSync(join(pages, "deeper"));
		put("deeper/c.json", [
			JSON.stringify({ text: [...more, "وهذا خبر آخر عن الموقف وحده دون سواه."].join("\n") }),
		]);
		const first = await run();
		expect(first).toEqual({
			articles: 3,
			added: 3,
			updated: 0,
			unchanged: 0,
			claims: { sure: 0, unsure: 0, unnamed: 0 },
			skipped: [],
			ignored: 1,
		});
		const bytes = snapshot();
		expect(await run()).toMatchObject({ articles: 3, added: 0, updated: 0, unchanged: 3 });
		expect(snapshot()).toEqual(bytes);
		const { articles, problems } = await openCorpus(corpusDir);
		expect(problems).toEqual([]);
		expect(articles).toHaveLength(3);
		for (const article of articles) {
			const { file } = article.source;
			const text = readFileSync(
				join(file.startsWith("sources/") ? corpusDir : pages, file),
				"utf8",
			);
			const lines = text.split("\n");
			for (const { text, source } of article.passages)
				expect(lines[source.line - 1]?.slice(source.start ?? -1, source.end ?? -1)).toBe(text);
		}
	});

	it("keeps articles of earlier runs, and extends the corpus", async () => {
		put("a.txt", [title, ...body, ...more]);
		await run();
		rmSync(join(pages, "a.txt"));
		put("b.txt", englishBody);
		expect(await run()).toMatchObject({ articles: 1, added: 1 });
		expect((await openCorpus(corpusDir)).articles).toHaveLength(2);
	});

	it("skips what it cannot read, with its reason, and reads the rest", async () => {
		put("a.txt", [title, ...body]);
		put("b.txt", [""]);
		put("c.txt", ["\0\0"]);
		put("d.json", ["{"]);
		put("e.txt", ["الرئيسية", "القائمة"]);
		const result = await run({ paths: [pages, join(dir, "none"), "https://news.example/1"] });
		expect(result.articles).toBe(1);
		expect(result.skipped.map((s) => s.code).sort()).toEqual(
			[
				"file_binary",
				"file_empty",
				"file_malformed",
				"no_article",
				"not_supported",
				"path_unreadable",
			].sort(),
		);
		for (const { reason } of result.skipped) expect(reason).toMatch(/^\S.*[.:)]/);
	});

	it("tells that nothing could be read, and leaves no half corpus", async () => {
		const result = await run({ paths: [join(dir, "none")] });
		expect(result).toMatchObject({ articles: 0, skipped: [{ code: "path_unreadable" }] });
		await expect(openCorpus(corpusDir)).rejects.toMatchObject({ code: "corpus_missing" });
	});

	it("keeps one of two files with the same story, the first", async () => {
		put("a.txt", [title, ...body, ...more]);
		put("b.txt", [
			"الرئيسية",
			title,
			"كتب: مازن",
			...body,
			"اقرأ أيضاً: خبر آخر",
			...more,
			"جميع الحقوق محفوظة",
		]);
		put("c.txt", [title, ...body.map((line) => line.replace("إ", "ا")), ...more]);
		put("d.txt", [
			title,
			...body,
			...more.slice(0, 2),
			`${more[2]} وأضافت مصادر البلدية أن العمل مستمر.`,
		]);
		const result = await run();
		expect(result.articles).toBe(1);
		expect(result.skipped).toEqual(
			["b.txt", "c.txt", "d.txt"].map((name) => ({
				path: join(pages, name),
				reason: `duplicate of ${join(pages, "a.txt")}`,
				code: "duplicate",
			})),
		);
		expect((await run()).skipped).toHaveLength(3);
		rmSync(join(pages, "a.txt"));
		expect((await run()).skipped[0]?.reason).toBe("duplicate of a.txt");
	});

	it("keeps a long article that repeats a news flash word for word", async () => {
		put("flash.txt", body.slice(0, 1));
		put("long.txt", [title, ...body, ...more]);
		expect(await run()).toMatchObject({ articles: 2, skipped: [] });
	});

	it("replaces an article whose file was edited", async () => {
		put("a.txt", [title, ...body, ...more]);
		await run();
		put("a.txt", [title, ...body, ...more, "وصححت البلدية لاحقاً الرقم الوارد في الخبر."]);
		expect(await run()).toMatchObject({ articles: 1, added: 0, updated: 1 });
		expect((await openCorpus(corpusDir)).articles).toHaveLength(1);
		expect(readdirSync(join(corpusDir, "articles"))).toHaveLength(1);
	});

	it("gives an article what was extracted from it", async () => {
		put("a.txt", [title, ...body]);
		await run({
			extract: (article) => {
				const [, passage] = article.passages;
				if (!passage) throw new Error("no passage");
				return {
					claims: [],
					events: [],
					contradictions: [],
					figures: [
						{
							passage: passage.id,
							quote: passage.text,
							source: passage.source,
							value: 2,
							unit: "عام",
							qualifier: null,
						},
					],
				};
			},
		});
		expect((await openCorpus(corpusDir)).articles[0]?.figures[0]?.value).toBe(2);
		put("b.txt", englishBody);
		const broken = await run({
			paths: [join(pages, "b.txt")],
			extract: () => {
				throw new Error("boom");
			},
		});
		expect(broken).toMatchObject({ articles: 0, skipped: [{ code: "internal", reason: "boom" }] });
	});

	it("reports progress and stops without writing when it is aborted", async () => {
		put("a.txt", [title, ...body]);
		put("b.txt", englishBody);
		const seen: string[] = [];
		const control = new AbortController();
		await expect(
			run({
				signal: control.signal,
				onProgress: ({ done, total }) => {
					seen.push(`${done}/${total}`);
					control.abort();
				},
			}),
		).rejects.toMatchObject({ name: "AbortError" });
		expect(seen).toEqual(["1/2"]);
		await expect(openCorpus(corpusDir)).rejects.toMatchObject({ code: "corpus_missing" });
		expect(await run()).toMatchObject({ added: 2 });
	});

	it("names a folder that may not be read", async ({ skip }) => {
		skip(process.getuid?.() === 0, "root may read every folder");
		chmodSync(pages, 0o000);
		const result = await run();
		chmodSync(pages, 0o700);
		expect(result).toMatchObject({ articles: 0, skipped: [{ code: "path_unreadable" }] });
	});
});

describe("meta.json", () => {
	const meta = (value: unknown) =>
		put("meta.json", [typeof value === "string" ? value : JSON.stringify(value)]);
	const first = async () => (await openCorpus(corpusDir)).articles[0];

	it("comes before the page, and an unknown field leaves the page its say", async () => {
		put("a.txt", [title, "28 يوليو 2023", ...body]);
		meta({
			"a.txt": {
				title: "عنوان آخر",
				outlet: "صحيفة الضفة",
				url: "https://o.example/1",
				published: "2023-07",
			},
		});
		await run();
		expect(await first()).toMatchObject({
			title: "عنوان آخر",
			outlet: "صحيفة الضفة",
			url: "https://o.example/1",
			published: { value: "2023-07", precision: "month", basis: "given" },
		});
		meta({ "a.txt": { title: null, outlet: null, published: null, note: "?" } });
		expect(await run()).toMatchObject({ updated: 1 });
		expect(await first()).toMatchObject({
			title,
			outlet: null,
			published: { value: "2023-07-28", basis: "printed" },
		});
	});

	it("is left aside on request", async () => {
		put("a.txt", [title, ...body]);
		meta("{");
		expect(await run({ useMeta: false })).toMatchObject({ articles: 1 });
	});

	it.each([
		["no JSON", "{", "valid JSON"],
		["no object", "[1]", "one object"],
		["a wrong field", { "a.txt": { outlet: 5 } }, 'entry "a.txt", field "outlet"'],
		["a date that is none", { "a.txt": { published: "2023-02-30" } }, "2023-02-30"],
		["an address that is none", { "a.txt": { url: "javascript:alert(1)" } }, 'field "url"'],
	])("with %s is refused, and says where", async (_, value, where) => {
		put("a.txt", [title, ...body]);
		meta(value);
		await expect(run()).rejects.toMatchObject({
			code: "meta_malformed",
			message: expect.stringContaining(where),
		});
	});
});
