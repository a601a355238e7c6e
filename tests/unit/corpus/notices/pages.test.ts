import { describe, expect, it } from "vitest";
import { buildArticle } from "../../../../src/corpus/build-article.ts";
import { compileNotices } from "../../../../src/corpus/notices/notice-data.ts";
import { WithdrawnPage } from "../../../../src/corpus/notices/withdrawn-page.ts";
import { readSource } from "../../../../src/corpus/read/read-source.ts";
import { body, englishBody, readData, rules } from "../rules.ts";

async function build(text: string, format: "txt" | "html" = "txt") {
	const name = format === "html" ? "https://post.example/a.html" : "a.txt";
	const [page] = await readSource({ name, bytes: Buffer.from(text), format, charset: null });
	if (!page) throw new Error("no page");
	return { article: buildArticle(page, rules).article, lines: page.lines };
}

const title = "Work on the riverside park begins";

describe("a page with a notice", () => {
	it("keeps it out of its passages and gives each of its values its place in the file", async () => {
		const notice = "تصويب: ورد في نسخة سابقة من هذا الخبر أن الكلفة 12 مليونا والصحيح 21 مليونا.";
		const { article, lines } = await build(["توسعة الحديقة العامة", ...body, notice].join("\n"));
		expect(article.passages.map(({ text }) => text)).not.toContain(notice);
		const [found] = article.notices ?? [];
		expect(found).toMatchObject({ kind: "corrected", quote: notice, day: { value: null } });
		for (const value of [found, found?.old, found?.new]) {
			const { line, start, end } = value?.source ?? { line: 0, start: 0, end: 0 };
			expect(lines[line - 1]?.slice(start ?? 0, end ?? 0)).toBe(value?.quote);
		}
		expect(found?.old?.quote).toBe("الكلفة 12 مليونا");
		expect(found?.new?.quote).toBe("21 مليونا");
	});

	it.each([
		["Correction", "The park is on the eastern bank, not the western."],
		["Correction, 3 May 2024", "The park is on the eastern bank, not the western."],
		["تنويه", "جرى تعديل هذا الخبر لتصحيح اسم رئيس البلدية."],
	])("under a label of its own: %s", async (label, notice) => {
		const { article } = await build([title, ...englishBody, label, notice].join("\n\n"));
		expect(article.notices).toMatchObject([{ kind: "corrected", quote: notice }]);
		const day = label.includes("2024") ? "2024-05-03" : null;
		expect(article.notices?.[0]?.day.value).toBe(day);
		const texts = article.passages.map(({ text }) => text);
		expect(texts).not.toContain(label);
		expect(texts).not.toContain(notice);
	});

	it("in brackets at a paragraph's end: the paragraph stays without it", async () => {
		const [one = "", two = ""] = englishBody;
		const notice = "(This story has been corrected to say the work takes two years, not ten.)";
		const { article, lines } = await build([title, one, `${two} ${notice}`].join("\n"));
		expect(article.passages.map(({ text }) => text)).toEqual([title, one, two]);
		expect(article.notices).toMatchObject([{ quote: notice, old: { quote: "ten" } }]);
		const { line = 0, start, end } = article.notices?.[0]?.source ?? {};
		expect(lines[line - 1]?.slice(start ?? 0, end ?? 0)).toBe(notice);
	});

	it("wrapped over lines: each value is cited with both lines", async () => {
		const wrapped = [
			"Correction: an earlier version of this article said that the work on the new",
			"park would take ten years and cost the town a third of what it has; the number",
			"is two, as the mayor had said, and the town pays a tenth of its budget for it.",
		];
		const text = [
			"The town council said on Sunday that work on the new riverside park would begin",
			"next month, and that the old harbour wall would be kept as a walk by the river.",
			"",
			"The mayor said the project would take two years and that it would stay within a",
			"budget of ten million, which the council had set aside for it two years before.",
			"",
			...wrapped,
		];
		const { article } = await build(text.join("\n"));
		expect(article.notices?.[0]).toMatchObject({
			quote: wrapped.join("\n"),
			source: { line: 7, end_line: 9 },
		});
	});

	it("of HTML, whatever its element is called", async () => {
		const paragraphs = [...englishBody, ...englishBody.map((text) => text.replace("said", "says"))];
		const html = `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs
			.map((text) => `<p>${text}</p>`)
			.join(
				"",
			)}<p class="correction">This article was amended on 3 May 2024 to say that the park has 40 trees, not 400.</p></article></body></html>`;
		const { article } = await build(html, "html");
		expect(article.notices).toMatchObject([
			{
				day: { value: "2024-05-03" },
				new: { quote: "the park has 40 trees" },
				old: { quote: "400" },
			},
		]);
	});

	it("is none where its headline only begins like one", async () => {
		const { article } = await build(
			["Correction: what a fall of a tenth means for savers", ...englishBody].join("\n\n"),
		);
		expect(article.notices).toBeUndefined();
		expect(article.title).toBe("Correction: what a fall of a tenth means for savers");
	});

	it("that holds nothing but its withdrawal is refused with it", async () => {
		const refused = build("سُحب هذا الخبر يوم 9 فبراير 2024 لعدم دقته.");
		await expect(refused).rejects.toThrow(WithdrawnPage);
		await expect(refused).rejects.toMatchObject({
			code: "page_withdrawn",
			withdrawal: { notice: { kind: "withdrawn", day: { value: "2024-02-09" } } },
		});
	});
});

describe("index-data/notices.json", () => {
	const data = readData("notices.json") as {
		languages: Record<string, { sets: Record<string, string[]> } & Record<string, unknown>>;
	};

	it("has no set that no pattern names", () => {
		for (const [language, { sets, ...rest }] of Object.entries(data.languages)) {
			const patterns = JSON.stringify(rest);
			const idle = Object.keys(sets).filter((name) => !patterns.includes(`<${name}>`));
			expect(idle, language).toEqual([]);
		}
	});

	it("is refused where it is damaged, with the place", () => {
		const wrong = structuredClone(data);
		(wrong.languages["en"] as Record<string, unknown>)["values"] = ["to <nobody> {new}"];
		expect(() => compileNotices(wrong)).toThrow(/no set <nobody>/);
		expect(() => compileNotices({ version: 1 })).toThrow(/damaged at/);
	});
});
