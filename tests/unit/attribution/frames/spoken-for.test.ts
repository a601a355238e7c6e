import { describe, expect, it } from "vitest";
import { spokenFor } from "../../../../src/attribution/frames/spoken-for.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { type Language, viewIn } from "../engine/language.ts";

function bodyOf(language: Language, words: string): string | undefined {
	const view = viewIn(language, words);
	const found = spokenFor(view, { from: 0, to: view.tokens.length });
	return found && textOf(view, found);
}

describe("the body of a spokesperson who is not named", () => {
	it.each([
		["A spokeswoman for Seatline", "Seatline"],
		["a spokesman for the Ministry of Housing", "Ministry of Housing"],
		["A Treasury spokesman", "Treasury"],
		["A spokesman for Northline, which runs the ferries", "Northline"],
		["A spokeswoman for the firm", "the firm"],
		["a spokesperson for his department in Leeds", "his department"],
	])("speaks: %s", (words, body) => {
		expect(bodyOf("en", words)).toBe(body);
	});

	it.each<[Language, string]>([
		["en", "A spokesman for the port, Ian Storey"],
		["en", "Ian Storey, a spokesman for Northline"],
		["en", "company spokesman Ian Storey"],
		["en", "a council spokesperson"],
		["en", "A spokesperson"],
		["en", "the spokesman"],
		["en", "A spokesman for Mr. Kessinger"],
		["en", "A spokesperson for the prime minister"],
		["en", "A spokesperson for residents"],
		["en", "A lawyer for Northline"],
		["ar", "متحدث باسم شركة المرفأ"],
	])("is none where another is named or none is (%s): %s", (language, words) => {
		expect(bodyOf(language, words)).toBeUndefined();
	});
});
