import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../../src/language/text/normalise.ts";
import { isArabic, languageOf, tokens } from "../../../../src/language/text/tokens.ts";
import { anyCharacter } from "../../../any-character.ts";

const line = fc
	.array(
		fc.oneof(
			fc.string({ unit: anyCharacter, maxLength: 4 }),
			fc.constantFrom("½", "㏂", "ﷺ", "كم", "3,5", "l'"),
		),
	)
	.map((parts) => parts.join(""));

describe("words of a line", () => {
	it.each([
		["People's 2,000.5 U.S.-made", ["people's", "2,000.5", "u", "s", "made"]],
		["قال «بوتين»: نعم، 25%", ["قال", "بوتين", "نعم", "25"]],
		["٢٠٢٢ (Tu-95)", ["2022", "tu", "95"]],
		["", []],
		["…!؟", []],
	])("%s", (text, words) => {
		expect(tokens(text).map((token) => token.text)).toEqual(words);
	});

	it("stand where they say, in order", () => {
		fc.assert(
			fc.property(line, (text) => {
				let last = { start: 0, end: 0 };
				for (const token of tokens(text)) {
					// Two words may come out of one character: ½ is 1 and 2.
					expect(token.start).toBeGreaterThanOrEqual(last.start);
					expect(token.end).toBeGreaterThanOrEqual(last.end);
					expect(token.end).toBeGreaterThan(token.start);
					last = token;
				}
				expect(last.end).toBeLessThanOrEqual(text.length);
			}),
		);
	});

	it("fold to themselves from where they stand", () => {
		const words = fc.array(fc.constantFrom("بَكِّين", "مـوسكو", "Café", "٢٠٢٤", "ﻻ", "l’été"), {
			maxLength: 8,
		});
		fc.assert(
			fc.property(words, fc.constantFrom(" ", "، ", "\u00a0", " «"), (all, between) => {
				const text = all.join(between);
				for (const token of tokens(text)) {
					expect(fold(text.slice(token.start, token.end))).toBe(token.text);
				}
			}),
		);
	});

	it("take time in proportion to the line", () => {
		expect(tokens("a'".repeat(100_000)).length).toBeGreaterThan(0);
		expect(tokens("1,".repeat(100_000)).length).toBeGreaterThan(0);
	});
});

describe("the language of a text", () => {
	it.each([
		["What did Xi say?", "en"],
		["ماذا قال شي؟", "ar"],
		["شركة Spacety الصينية", "ar"],
		["2024", "en"],
	] as const)("%s is %s", (text, language) => {
		expect(languageOf(text)).toBe(language);
	});

	it("knows Arabic letters", () => {
		expect([isArabic("بكين"), isArabic("Beijing"), isArabic("")]).toEqual([true, false, false]);
	});
});
