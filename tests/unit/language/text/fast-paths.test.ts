import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { units } from "../../../../src/attribution/sentence/units.ts";
import { remembered, rememberedWord } from "../../../../src/language/text/memo.ts";
import { fold, normalise } from "../../../../src/language/text/normalise.ts";
import { runsOf, tokens, wordsOf } from "../../../../src/language/text/tokens.ts";

/** Characters outside the basic plane send a text to the patterns; without them it is read by tables. */
const pair = "😀";
const characters = [..."قالمة أىو،؛.:,'’\"«»()-/%٣12aZ é\u064bﻻ½ـ‍ः\n"];
const text = fc
	.array(fc.constantFrom(...characters), { maxLength: 60 })
	.map((parts) => `${parts.join("")} `);
const settings = { seed: 11, numRuns: 2_000 };

describe("what is read by tables is what the patterns say", () => {
	it("tokens", () => {
		fc.assert(
			fc.property(text, (line) => {
				expect(tokens(line)).toEqual(tokens(line + pair));
				expect(wordsOf(line)).toEqual(tokens(line).map((token) => token.text));
				expect(wordsOf(line + pair)).toEqual(wordsOf(line));
			}),
			settings,
		);
	});

	it("runs of letters and digits", () => {
		fc.assert(
			fc.property(text, (line) => {
				const folded = fold(line);
				expect(runsOf(folded)).toEqual(folded.match(/[\p{L}\p{Nd}]+/gu) ?? []);
				expect(runsOf(folded + pair)).toEqual(runsOf(folded));
			}),
			settings,
		);
	});

	it("words and marks of a claim's line", () => {
		fc.assert(
			fc.property(text, (line) => {
				expect(units(line)).toEqual(units(line + pair).slice(0, -1));
			}),
			settings,
		);
	});
});

describe("folding", () => {
	it("maps long lines back, and those that grow", () => {
		const line = "ﷺ أ ½ ".repeat(6_000);
		const { text: folded, starts } = normalise(line);
		expect(starts.length).toBe(folded.length + 1);
		expect(starts.at(-1)).toBe(line.length);
		expect(fold(line)).toBe(folded);
		const one = normalise("ﷺ أ ½ ");
		expect(folded).toBe(one.text.repeat(6_000));
		expect(starts[one.text.length]).toBe(6);
	});

	it("folds a line again to the same after another one", () => {
		expect([fold("أمة"), fold("آن"), fold("أمة")]).toEqual(["امه", "ان", "امه"]);
	});
});

describe("memory", () => {
	it("works out a line once and forgets what is old or too long", () => {
		const made: number[] = [];
		const lengthOf = remembered((line) => {
			made.push(line.length);
			return line.length;
		});
		expect([lengthOf("abc"), lengthOf("abc")]).toEqual([3, 3]);
		expect(made).toEqual([3]);
		const long = "x".repeat(200_000);
		expect([lengthOf(long), lengthOf(long)]).toEqual([200_000, 200_000]);
		expect(made).toEqual([3, 200_000, 200_000]);
		for (let i = 0; i < 5_000; i++) lengthOf(`line ${i}`);
		lengthOf("abc");
		expect(made.at(-1)).toBe(3);
	});

	it("keeps what is false for a word", () => {
		let calls = 0;
		const isLong = rememberedWord((word) => {
			calls++;
			return word.length > 5;
		});
		expect([isLong("abc"), isLong("abc"), calls]).toEqual([false, false, 1]);
	});
});
