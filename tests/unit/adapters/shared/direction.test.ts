import { describe, expect, it } from "vitest";
import { printLine } from "../../../../adapters/console/layout.ts";
import { markup } from "../../../../adapters/discord/layout/markup.ts";
import type { BlockLine } from "../../../../adapters/shared/answer/block-line.ts";
import { directionMark } from "../../../../adapters/shared/direction.ts";
import { strongPieces } from "../../../../adapters/slack/layout/rich.ts";
import type { Language } from "../../../../src/domain/sets/languages.ts";
import { directionOf } from "../../../../tools/pictures/markup/direction.ts";

const rtl = "\u200f";
const ltr = "\u200e";
const isolated = (text: string) => `\u2068${text}\u2069`;
const politico = isolated("بوليتيكو (Politico)");

describe("a line runs as its language does", () => {
	it.each<[line: string, Language, mark: string]>([
		["قال بوليتيكو", "ar", ""],
		["2. قال Politico", "ar", ""],
		[`2. ${politico}`, "ar", rtl],
		[`${isolated("Reuters")} قالت`, "ar", rtl],
		["Politico قالت", "ar", rtl],
		["(2) · 30%", "ar", rtl],
		["2. Politico said", "en", ""],
		[`2. ${isolated("وكالة")} said`, "en", ltr],
		[`2. ${isolated("وكالة")}`, "en", ltr],
		["وكالة said", "en", ltr],
		[`said by ${isolated("وكالة")}`, "en", ""],
		["(2) · 30%", "en", ""],
	])("%s (%s)", (line, language, mark) => {
		expect(directionMark(line, language)).toBe(mark);
		expect(directionOf(directionMark(line, language) + line)).toBe(
			language === "ar" ? "rtl" : "ltr",
		);
	});
});

describe.each([": قول · السطر 7", " · 30%"])(
	"a number before a name with the other script in brackets, and %j behind it",
	(text) => {
		const strong = `2. ${politico}`;
		const line: BlockLine = { role: "item", strong, text, language: "ar", indent: 0 };

		/** What is in an isolate has the direction of its own first letter. */
		const inside = (laid: string) =>
			directionOf(laid.replace(/^[^\u2068]*\u2068/, "").replace(/\u001b\[\d+m/g, ""));

		it("stands on its right side on Discord", () => {
			const [laid = ""] = markup(line, 1_000);
			const [, bold = ""] = /\*\*(.*?)\*\*/.exec(laid) ?? [];
			expect(bold).toContain("2. ");
			expect(inside(bold)).toBe("rtl");
		});

		it("stands on its right side on Slack", () => {
			const [[begins, rest] = ["", ""]] = strongPieces(strong, text, "ar");
			expect(directionOf(begins + rest)).toBe("rtl");
			expect(inside(begins + rest)).toBe("rtl");
		});

		it("stands on its right side on the console, also where the line is broken behind it", () => {
			for (const width of [24, 80])
				for (const color of [false, true]) {
					const [first = ""] = printLine(line, "", { width, color });
					expect(first).toContain("2. ");
					expect(inside(first)).toBe("rtl");
				}
		});
	},
);
