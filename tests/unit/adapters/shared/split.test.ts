import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { split } from "../../../../adapters/shared/split.ts";
import { anyCharacter } from "../../../any-character.ts";

const plain = (text: string) => text.replace(/[\s\u2068\u2069]/g, "");

describe("a text that is too long for one piece", () => {
	it.each([
		["short", 10, ["short"]],
		["", 10, [""]],
		["one two three", 8, ["one two", "three"]],
		["abcdefghij", 4, ["abcd", "efgh", "ij"]],
		["ab 🙂🙂🙂", 5, ["ab", "🙂🙂", "🙂"]],
	])("%j in pieces of %i", (text, most, expected) => {
		expect(split(text, most)).toEqual(expected);
	});

	it("closes an isolate at a break and opens it again", () => {
		expect(split("\u2068سفن الميناء\u2069 left", 9)).toEqual([
			"\u2068سفن\u2069",
			"\u2068الميناء\u2069",
			"left",
		]);
	});

	it("is counted as the platform counts it", () => {
		const escaped = (text: string) => text.replaceAll("&", "&amp;").length;
		for (const piece of split("&&&&&& &&&&&&", 20, escaped))
			expect(escaped(piece)).toBeLessThanOrEqual(20);
	});

	it("loses nothing, stays within the limit, cuts no character and leaves no isolate open", () => {
		const word = fc.oneof(
			fc.string({ unit: "grapheme", maxLength: 30 }),
			fc.string({ unit: anyCharacter, maxLength: 10 }),
			fc.constantFrom("\u2068سفن\u2069", "\u2068a \u2068b\u2069 c\u2069", "\u2069", "🙂🙂", "   "),
		);
		const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));
		fc.assert(
			fc.property(text, fc.integer({ min: 16, max: 120 }), (whole, most) => {
				const pieces = split(whole, most);
				expect(plain(pieces.join(""))).toBe(plain(whole));
				for (const piece of pieces) {
					expect(piece.length).toBeLessThanOrEqual(most);
					const opened = piece.match(/\u2068/g)?.length ?? 0;
					expect(piece.match(/\u2069/g)?.length ?? 0).toBeGreaterThanOrEqual(opened);
				}
				if (whole.isWellFormed())
					for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
			}),
		);
	});
});
