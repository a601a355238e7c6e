import { describe, expect, it } from "vitest";
import { isNoStatement } from "../../../../src/attribution/frames/no-statement.ts";
import { viewIn } from "../engine/language.ts";

/** Cue: the first word; content: from the word at `from` on. */
function isNone(line: string, from: number, source?: { from: number; to: number }): boolean {
	const view = viewIn("ar", line);
	const content = { pieces: [{ from, to: view.tokens.length }], sure: 1 };
	return isNoStatement(view, content, { from: 0, to: 1 }, source);
}

describe("what is no statement", () => {
	it("is a prayer, and what nobody recalls", () => {
		expect(isNone("داعيا الله أن يرحمهم", 3)).toBe(true);
		expect(isNone("سائلا المولى أن يشفيهم", 3)).toBe(true);
		expect(isNone("يذكر أن الشركة تأسست", 2)).toBe(true);
	});

	it("is the occasion on which something was said", () => {
		const view = viewIn("en", "said when asked about the fire");
		const content = { pieces: [{ from: 1, to: 6 }], sure: 1 };
		expect(isNoStatement(view, content, { from: 0, to: 1 }, undefined)).toBe(true);
	});

	it("is no question that somebody says was put, and no statement behind an occasion", () => {
		const english = (line: string) => {
			const view = viewIn("en", line);
			const content = { pieces: [{ from: 1, to: view.tokens.length }], sure: 1 };
			return isNoStatement(view, content, { from: 0, to: 1 }, undefined);
		};
		expect(english("said police questioned two men")).toBe(false);
		expect(english("said she asked the board for help")).toBe(false);
		expect(english("said when asked about the fire that the bridge was safe")).toBe(false);
	});

	it("is what somebody did not offer, and not what he did", () => {
		const offered = (line: string) => {
			const view = viewIn("en", line);
			const content = { pieces: [{ from: 1, to: view.tokens.length }], sure: 1 };
			return isNoStatement(view, content, { from: 0, to: 1 }, undefined);
		};
		expect(offered("offered no proof")).toBe(true);
		expect(offered("offered a new bridge")).toBe(false);
		expect(offered("promised no new taxes")).toBe(false);
	});

	it("is no call of somebody who bears such a name", () => {
		expect(isNone("دعا المولى إلى ضبط النفس", 1)).toBe(false);
	});

	it("is neither a sentence about God nor what somebody recalls", () => {
		expect(isNone("قال إن الله يغفر", 2)).toBe(false);
		expect(isNone("داعيا الحكومة إلى الاستقالة", 1)).toBe(false);
		const view = viewIn("ar", "التقرير يذكر أن الشركة تأسست");
		const content = { pieces: [{ from: 3, to: 5 }], sure: 1 };
		expect(isNoStatement(view, content, { from: 1, to: 2 }, { from: 0, to: 1 })).toBe(false);
	});
});
