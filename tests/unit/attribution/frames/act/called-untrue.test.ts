import { describe, expect, it } from "vitest";
import { isCalledUntrue } from "../../../../../src/attribution/frames/act/called-untrue.ts";
import type { Language } from "../../../../../src/domain/sets/languages.ts";
import { viewIn } from "../../engine/language.ts";

/** `verb`: the word that calls it so; the content begins with `begin` and ends with the line. */
function isUntrue(language: Language, line: string, verb: string, begin: string): boolean {
	const view = viewIn(language, line);
	const at = (word: string) => view.tokens.findIndex(({ text }) => text === word);
	const content = { pieces: [{ from: at(begin), to: view.tokens.length }], sure: 1 };
	return isCalledUntrue(view, content, { from: at(verb), to: at(verb) + 1 });
}

describe("what somebody else said", () => {
	it.each([
		["en", "The ministry called the report a recycled fabrication", "called", "the"],
		["en", "The ministry called it propaganda", "called", "it"],
		["en", "an account that Athens dismissed on Monday as invented", "dismissed", "invented"],
		["ar", "ووصف المتحدث الاتهامات بأنها مغالطة مكشوفة", "ووصف", "الاتهامات"],
		["ar", "غير أنه اعتبرها أكاذيب", "اعتبرها", "أكاذيب"],
	] as const)("is called untrue: %s %s", (language, line, verb, begin) => {
		expect(isUntrue(language, line, verb, begin)).toBe(true);
	});

	it.each([
		["en", "The ministry called the report a milestone", "called", "the"],
		["en", "The critic called the novel a fantasy", "called", "a"],
		["en", "The ministry said the report was a fabrication", "said", "the"],
		["ar", "ووصف المتحدث التقرير بأنه خطوة مهمة", "ووصف", "التقرير"],
	] as const)("is not, where nothing says so: %s %s", (language, line, verb, begin) => {
		expect(isUntrue(language, line, verb, begin)).toBe(false);
	});
});
