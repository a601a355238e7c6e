import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textTokens } from "../../../../src/attribution/sequence/tokens.ts";
import { fold } from "../../../../src/language/text/normalise.ts";
import { anyCharacter } from "../../../any-character.ts";

/** What articles and those who mean ill put into a line. */
const pieces = [
	"الميناء",
	"مُحَمَّد",
	"مـــحمد",
	"ﻻ",
	"و«قال»",
	"pier",
	"don’t",
	"U.S.",
	"well-kept",
	"e\u0301cole",
	"٣٫٥",
	"1,200",
	"12:30",
	"👍🏽",
	"👩‍👩‍👧",
	"𝔄𝔅",
	"\ud800",
	"\udc00",
	"\u0000",
	"\u0007",
	"\u200f",
	"\u202e",
	"\u064b",
	"''",
	"``",
	"...",
	"“",
	"”",
	"\t",
	"\n",
	" ",
	"\u00a0",
];
const line = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: anyCharacter, maxLength: 6 })), {
		maxLength: 30,
	})
	.map((parts) => parts.join(""));

describe("the tokens of a passage", () => {
	it("stand where they say, in order, and do not overlap", () => {
		fc.assert(
			fc.property(line, (text) => {
				let end = 0;
				for (const token of textTokens(text)) {
					expect(text.slice(token.start, token.end)).toBe(token.text);
					expect(token.start).toBeGreaterThanOrEqual(end);
					expect(token.end).toBeGreaterThan(token.start);
					expect(token.word).toBe(fold(token.text).trim());
					end = token.end;
				}
			}),
		);
	});

	it("leave out nothing but spaces, marks on letters and characters that format", () => {
		fc.assert(
			fc.property(line, (text) => {
				let rest = "";
				let at = 0;
				for (const { start, end } of textTokens(text)) {
					rest += text.slice(at, start);
					at = end;
				}
				expect(rest + text.slice(at)).toMatch(/^[\s\p{M}\p{Cf}]*$/u);
			}),
		);
	});

	it("never cut a surrogate pair", () => {
		fc.assert(
			fc.property(line, (text) => {
				const cut = (at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff;
				const inside = textTokens(text).flatMap(({ start, end }) => [start, end].filter(cut));
				expect(inside).toEqual([]);
			}),
		);
	});
});

describe("a word", () => {
	it.each([
		["with tashkeel is one", "قالت الوِزَارَةُ", ["قالت", "الوِزَارَةُ"]],
		["with tatweel is one", "الميـــناء مغلق", ["الميـــناء", "مغلق"]],
		["keeps its apostrophe and hyphen", "don’t re-open", ["don’t", "re-open"]],
		["keeps the points of its initials", "the U.S. pier.", ["the", "U.S.", "pier", "."]],
		["leaves the stop behind it alone", "the pier. Rain", ["the", "pier", ".", "Rain"]],
		["in both scripts is two", "شركة Halden للنقل", ["شركة", "Halden", "للنقل"]],
		["of digits keeps its marks", "١٢٫٥ and 1,200.5", ["١٢٫٥", "and", "1,200.5"]],
		["is not joined to quotation marks", "«مغلق»", ["«", "مغلق", "»"]],
		["stands free of single marks written twice", "''shut''", ["''", "shut", "''"]],
	])("%s", (_, text, words) => {
		expect(textTokens(text).map((t) => t.text)).toEqual(words);
	});

	it("is folded for comparing", () => {
		expect(textTokens("Ünal أُحمـــد").map((t) => t.word)).toEqual(["unal", "احمد"]);
	});
});

it("an empty passage has no tokens", () => {
	expect([textTokens(""), textTokens(" \u200f\t")]).toEqual([[], []]);
});

it("what is not seen inside a word is part of it: joiners and places where it may be broken", () => {
	const words = textTokens("ليو جيان\u200bهوا للصحاف\u200cيين كلمة\u200c، co\u00adoperation");
	expect(words.map(({ word }) => word)).toEqual([
		"ليو",
		"جيانهوا",
		"للصحافيين",
		"كلمه",
		"،",
		"cooperation",
	]);
});
