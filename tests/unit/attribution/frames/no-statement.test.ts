import { describe, expect, it } from "vitest";
import { isNoStatement } from "../../../../src/attribution/frames/no-statement.ts";
import type { Language } from "../../../../src/domain/sets/languages.ts";
import { viewIn } from "../engine/language.ts";

/** Cue: the first word; content: from the word at `from` on. */
function isNone(language: Language, line: string, from = 1): boolean {
	const view = viewIn(language, line);
	const content = { pieces: [{ from, to: view.tokens.length }], sure: 1 };
	return isNoStatement(view, content, { from: 0, to: 1 }, undefined);
}

describe("what is no statement", () => {
	it("is a prayer, and what nobody recalls", () => {
		expect(isNone("ar", "داعيا الله أن يرحمهم", 3)).toBe(true);
		expect(isNone("ar", "سائلا المولى أن يشفيهم", 3)).toBe(true);
		expect(isNone("ar", "يذكر أن الشركة تأسست", 2)).toBe(true);
	});

	it("is what is worth recalling, whoever seems to stand before", () => {
		const view = viewIn("ar", "والجدير بالذكر أن الشركة تأسست");
		const content = { pieces: [{ from: 3, to: 5 }], sure: 1 };
		expect(isNoStatement(view, content, { from: 1, to: 2 }, { from: 0, to: 1 })).toBe(true);
	});

	it("is the occasion on which something was said", () => {
		expect(isNone("en", "said when asked about the fire")).toBe(true);
	});

	it("is no question that somebody says was put, and no statement behind an occasion", () => {
		expect(isNone("en", "said police questioned two men")).toBe(false);
		expect(isNone("en", "said she asked the board for help")).toBe(false);
		expect(isNone("en", "said when asked about the fire that the bridge was safe")).toBe(false);
	});

	it("is what somebody did not offer, and not what he did", () => {
		expect(isNone("en", "offered no proof")).toBe(true);
		expect(isNone("en", "offered a new bridge")).toBe(false);
		expect(isNone("en", "promised no new taxes")).toBe(false);
	});

	it("is no call of somebody who bears such a name", () => {
		expect(isNone("ar", "دعا المولى إلى ضبط النفس", 1)).toBe(false);
	});

	it("is neither a sentence about God nor what somebody recalls", () => {
		expect(isNone("ar", "قال إن الله يغفر", 2)).toBe(false);
		expect(isNone("ar", "داعيا الحكومة إلى الاستقالة", 1)).toBe(false);
		const view = viewIn("ar", "التقرير يذكر أن الشركة تأسست");
		const content = { pieces: [{ from: 3, to: 5 }], sure: 1 };
		expect(isNoStatement(view, content, { from: 1, to: 2 }, { from: 0, to: 1 })).toBe(false);
	});
});
