import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildArticle, type RawPage } from "../../../src/corpus/index.ts";
import { IsnadError } from "../../../src/domain/errors.ts";
import { body, englishBody, rules } from "./rules.ts";

const page = (lines: string[]): RawPage => ({
	path: "x.txt",
	file: "x.txt",
	format: "txt",
	lines,
	sha256: "0".repeat(64),
	facts: { title: null, outlet: null, url: null, published: null },
	headings: new Set(),
});

const character = fc.constantFrom(
	..."ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءؤئ",
	..."\u064b\u064e\u0651\u0640\u00a0\u200b\u200d\u200e\u200f\u2067\u2069\ufeff\r",
	...' .،؛:؟!"«»()[]-–•/|0123456789٠١٢abcXYZ😀ﷲﻻ',
);
const randomLine = fc.string({ unit: character, maxLength: 160 });

describe("passages", () => {
	it("are exact slices of their lines, whatever characters stand there", () => {
		fc.assert(
			fc.property(fc.array(randomLine, { maxLength: 30 }), fc.nat(30), (noise, at) => {
				const lines = [...noise.slice(0, at), ...body, ...noise.slice(at)];
				let built: ReturnType<typeof buildArticle>;
				try {
					built = buildArticle(page(lines), rules);
				} catch (error) {
					expect(error).toBeInstanceOf(IsnadError);
					return;
				}
				const ids = new Set<string>();
				let last = 0;
				for (const { id, text, source } of built.article.passages) {
					expect(lines[source.line - 1]?.slice(source.start ?? -1, source.end ?? -1)).toBe(text);
					expect(text.trim()).toBe(text);
					expect(source.line).toBeGreaterThan(last);
					last = source.line;
					ids.add(id);
				}
				expect(ids.size).toBe(built.article.passages.length);
			}),
			{ numRuns: 300 },
		);
	});

	it("keep a byte-order mark and a carriage return out of the text and in the line", () => {
		const { article } = buildArticle(page([`\ufeff${body[0]}\r`, `${body[1]}\r`]), rules);
		expect(article.passages.map((p) => p.source)).toEqual([
			{ line: 1, start: 1, end: 1 + (body[0]?.length ?? 0) },
			{ line: 2, start: 0, end: body[1]?.length },
		]);
	});

	it.each([
		["a caption", "A storm tore the roof off the terminal in April. PHOTO/LENA ORR", 0],
		["a player's line", "Listen to this article 0:00 / 3:12 1X", 0],
		["tools side by side", "Gift this article   Save", 0],
		["its age", "3 hours ago · 2 min read", 0],
		["what a press office asks for", "For media inquiries: press@harbour.example, on weekdays.", 2],
		["a closed forum", "Comments are closed.", 2],
		["words that it is filed under", "الكلمات المفتاحية: مرفأ، عبارات", 2],
		["a paywall's word", "To read the rest of this story, please take out a subscription.", 2],
		["the number of a periodical", "Published by Harbour Media. Harbour Weekly ISSN 0000-1234.", 2],
	])("leave out %s", (_, line, at) => {
		const lines = ["Ferry company cancels night sailings", ...englishBody.toSpliced(at, 0, line)];
		const { article } = buildArticle(page(lines), rules);
		expect(article.passages.slice(1).map(({ text }) => text)).toEqual(englishBody);
	});

	it("begin after the marker of a list", () => {
		const { article } = buildArticle(
			page([...body, "وتشمل الخطة ما يأتي:", "  • غرس ألف شجرة جديدة."]),
			rules,
		);
		expect(article.passages.at(-1)?.text).toBe("غرس ألف شجرة جديدة.");
	});

	it.each([
		["only furniture", ["الرئيسية", "تسجيل الدخول", "جميع الحقوق محفوظة © 2024"]],
		["a headline alone", ["توسعة الحديقة العامة تبدأ الشهر المقبل"]],
	])("are refused for %s", (_, lines) => {
		expect(() => buildArticle(page(lines), rules)).toThrow(
			expect.objectContaining({ code: "no_article" }),
		);
	});

	it("take time in proportion to hostile input", () => {
		const hostile = [
			"(".repeat(60_000),
			"«".repeat(40_000) + '"'.repeat(20_000),
			" - ".repeat(20_000),
			"تخطى ".repeat(20_000),
			...Array.from({ length: 6_000 }, () => "تخطى القائمة وواصل القراءة"),
			...Array.from({ length: 6_000 }, (_, i) => `عنوان قصير رقم ${i}`),
			...Array.from({ length: 5_000 }, () => "مقالات ذات صلة"),
		];
		// Quadratic work on this input takes minutes and runs into the test's own limit.
		const { article } = buildArticle(page([...body, ...hostile]), rules);
		expect(article.passages.length).toBeGreaterThanOrEqual(2);
	});
});
