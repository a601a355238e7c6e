import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PictureBlock, PictureContent } from "../../../adapters/picture/content.ts";
import { measure as measured } from "../../../adapters/picture/drawing/resvg-drawing.ts";
import { laidPicture } from "../../../adapters/picture/layout/laid-picture.ts";
import { type Measure, wrapped } from "../../../adapters/picture/layout/wrapped.ts";
import { claimContent, contentOf } from "../../../adapters/picture/picture-content.ts";
import { languageKeys } from "../../../src/domain/sets/languages.ts";
import { anyCharacter } from "../../any-character.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";
import { readerOver } from "../../servers/reader/server.ts";
import { answererOf, say } from "../answers/doubles.ts";

/** A font whose letters are all half as wide as high. */
const measure: Measure = (text, size) => [...text].length * size * 0.5;

/** The lines of a picture, as they are read. */
function linesOf(svg: string): string[] {
	return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
		text
			.replace(/^\u202b|\u202c$/g, "")
			.replaceAll("&lt;", "<")
			.replaceAll("&gt;", ">")
			.replaceAll("&amp;", "&"),
	);
}
const without = (text: string) => text.replace(/[“”«»\s]/g, "");

const block = (words: string, more: Partial<PictureBlock> = {}): PictureBlock => ({
	...{ label: null, head: "Somebody said", words, isVerbatim: true },
	...{ place: "Outlet · a.txt, line 2", notes: [], ...more },
});
const content = (blocks: PictureBlock[], more: Partial<PictureContent> = {}): PictureContent => ({
	...{
		kind: "claim",
		language: "en",
		brand: "Isnad",
		title: "Title",
		foot: "Foot",
		blocks,
		more: {},
	},
	...more,
});

describe("lines", () => {
	it("hold every letter, and none is longer than there is room", () => {
		const words = fc
			.array(fc.string({ unit: "grapheme", maxLength: 40 }))
			.map((all) => all.join(" "));
		fc.assert(
			fc.property(words, fc.integer({ min: 60, max: 400 }), (text, width) => {
				const lines = wrapped(text, width, { size: 20, weight: "regular" }, measure);
				expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
				for (const line of lines)
					if ([...line].length > 1)
						expect(measure(line, 20, "regular")).toBeLessThanOrEqual(Math.max(width, 200));
			}),
		);
	});

	it("are measured as the font writes them: joined letters are narrower than single ones", () => {
		const single = [..."الوزارة"].reduce((sum, each) => sum + measured(each, 36, "regular"), 0);
		expect(measured("الوزارة", 36, "regular")).toBeLessThan(single);
		expect(measured("mm", 40, "regular")).toBeCloseTo(2 * measured("m", 40, "regular"), 1);
		expect(measured(" ", 40, "regular")).toBeGreaterThan(5);
		expect(measured("m", 40, "bold")).toBeGreaterThan(measured("m", 40, "regular"));
	});
});

describe("a picture of a claim", () => {
	const contents = async () => {
		const room = await readerOver(harbourArticles()).room();
		return ["harbour-c1", "marfa-c1"].flatMap((id) =>
			languageKeys.map((language) => {
				const item = room.claim(id, language);
				const made = item && claimContent(item, { language, say });
				if (!item || !made) throw new Error(`nothing to draw of ${id}`);
				return { item, made };
			}),
		);
	};

	it("holds the words of both articles as they stand, whole, and where they stand", async () => {
		for (const { item, made } of await contents())
			for (const shape of ["wide", "tall"] as const) {
				const laid = laidPicture({ content: made, shape, measure: measured });
				const text = without(linesOf(laid?.svg ?? "").join(""));
				for (const { quote, citation } of [item, ...item.contradictedBy]) {
					expect(text).toContain(without(quote));
					expect(text).toContain(without(citation.outlet ?? ""));
					expect(text).toContain(citation.file);
				}
				expect(text).toMatch(/harbour\.example|marfa\.example/);
			}
	});

	it("writes lines of Arabic from the right, whatever the language of the picture", async () => {
		for (const { item, made } of await contents()) {
			const svg = laidPicture({ content: made, shape: "wide", measure: measured })?.svg ?? "";
			const [first = ""] = item.quote.split(" ");
			const line = svg.split("\n").find((each) => each.includes(first)) ?? "";
			const isArabic = /\p{Script=Arabic}/u.test(first);
			expect(line.includes('text-anchor="end"')).toBe(isArabic);
			expect(line.includes("\u202b")).toBe(isArabic);
		}
	});

	it("is smaller in its words where they are long, then tall, and never cut", () => {
		const sizes = new Set<string>();
		for (const count of [10, 30, 45, 60, 150]) {
			const words = Array.from({ length: count }, (_, n) => `word${n}`).join(" ");
			const both = content([block(words), block("no", { label: "Denied" })]);
			const wide = laidPicture({ content: both, shape: "wide", measure });
			const laid = wide ?? laidPicture({ content: both, shape: "tall", measure });
			expect(without(linesOf(laid?.svg ?? "").join(""))).toContain(without(words));
			sizes.add(wide ? (/font-size="(\d+)"[^>]*>“word0/.exec(wide.svg)?.[1] ?? "") : "tall");
			if (wide) expect(wide).toMatchObject({ width: 1200, height: 630 });
		}
		expect(sizes.size).toBeGreaterThan(2);
		expect(sizes).toContain("tall");
		const endless = content([block("word ".repeat(5_000)), block("no")]);
		expect(laidPicture({ content: endless, shape: "tall", measure })).toBeNull();
	});

	it("has no markup but ours, whatever the words are", () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (words) => {
				const text = `</text><script>${words}&lt;<image href="x"/>`;
				const svg = laidPicture({
					content: content([block(text, { head: text, place: text }), block("no")], {
						title: text,
					}),
					shape: "tall",
					measure,
				})?.svg;
				const names = new Set([...(svg ?? "").matchAll(/<\/?([^\s>/]+)/g)].map(([, name]) => name));
				expect(names).toEqual(new Set(["svg", "rect", "text"]));
			}),
			{ numRuns: 50 },
		);
	});

	it("marks no words of ours as quoted", () => {
		const laid = laidPicture({
			content: content([block("ours", { isVerbatim: false }), block("theirs")]),
			shape: "wide",
			measure,
		});
		expect(linesOf(laid?.svg ?? "")).toEqual(expect.arrayContaining(["ours", "“theirs”"]));
	});
});

describe("a picture of a timeline", () => {
	const days = Array.from({ length: 12 }, (_, n) => block(`What happened on day ${n}.`));
	const more = Object.fromEntries(days.map((_, left) => [left + 1, `${left + 11} more`]));

	it("shows as many days as have room, and says how many more there are", () => {
		const shown = (["wide", "tall"] as const).map((shape) => {
			const laid = laidPicture({
				content: content(days, { kind: "timeline", more: { ...more, 0: "10 more" } }),
				...{ shape, measure },
			});
			const lines = linesOf(laid?.svg ?? "");
			expect(lines.some((line) => line.includes(`${10 + 12 - (laid?.shown ?? 0)} more`))).toBe(
				true,
			);
			return laid?.shown ?? 0;
		});
		expect(shown[0]).toBeGreaterThanOrEqual(3);
		expect(shown[1]).toBeGreaterThan(shown[0] ?? 0);
	});

	it("is made of the days of an answer, and nothing of an answer that has none", async () => {
		const answerer = answererOf(harbourArticles());
		const days = await answerer.answer({ command: "timeline", text: "boats", language: "en" });
		expect(contentOf(days, say)?.blocks).toMatchObject([
			{ head: "4 February 2024", words: "Fishing boats have stayed ashore since 4 February 2024" },
		]);
		const none = await answerer.answer({ command: "search", text: "boats", language: "en" });
		expect(contentOf(none, say)).toBeNull();
	});
});
