import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeness } from "../../../../src/language/sounds/likeness.ts";
import {
	arabicSkeleton,
	closeRows,
	skeleton,
	skeletonCode,
} from "../../../../src/language/sounds/skeleton.ts";
import { arabicName, latinName } from "../../../../src/language/sounds/transliterate.ts";
import { editDistance, trigrams } from "../../../../src/language/words/ngrams.ts";

const arabicWord = fc
	.array(fc.constantFrom(..."ءؤئابتثجحخدذرزسشصضطظعغفقكلمنهوي"), { maxLength: 20 })
	.map((letters) => letters.join(""));

/** The best likeness of any reading. */
function alike(latin: string, arabic: string): number {
	return Math.max(...latinName(latin).map((sounds) => likeness(sounds, arabicName(arabic))));
}

describe("names across scripts", () => {
	it.each([
		["blinken", "بلينكن"],
		["bloomberg", "بلومبرغ"],
		["bloomberg", "بلومبيرج"],
		["jinping", "جينبينغ"],
		["xi", "شي"],
		["patrushev", "باتروشيف"],
		["wagner", "فاغنر"],
		["netanyahu", "نتنياهو"],
		["kuechly", "كوتشلي"],
		["johnson", "جونسون"],
	])("%s sounds like %s", (latin, arabic) => {
		expect(alike(latin, arabic)).toBeGreaterThan(0.68);
	});

	it.each([
		["yellen", "لن"],
		["tesla", "اتصل"],
		["berlin", "برلمان"],
	])("%s sounds less like %s than a name must", (latin, arabic) => {
		expect(alike(latin, arabic)).toBeLessThan(0.95);
	});

	it("share their consonants whatever the spelling of one sound", () => {
		for (const spelling of ["فاجنر", "فاغنر"]) expect(skeleton(arabicName(spelling))).toBe("FKNR");
		expect(latinName("Hong".toLowerCase()).map(skeleton)).toContain(skeleton(arabicName("هونج")));
	});

	it.each([
		["waha", "واحه"],
		["hama", "حماه"],
		["nozha", "نزهه"],
		["jeddah", "جده"],
		["yahya", "يحيي"],
		["doha", "دوحه"],
		["haifa", "حيفا"],
		["ali", "علي"],
	])("that are short are compared by every consonant: %s is %s", (latin, arabic) => {
		expect([...closeRows(latin)].some((row) => closeRows(arabic).has(row))).toBe(true);
	});

	it.each([
		["yellen", "لن"],
		["waha", "وفي"],
		["homs", "ماس"],
		["nate", "انتي"],
	])("that are short are compared by every consonant: %s is not %s", (latin, arabic) => {
		expect([...closeRows(latin)].some((row) => closeRows(arabic).has(row))).toBe(false);
	});

	it("give an index the same key as a comparison", () => {
		fc.assert(
			fc.property(arabicWord, (word) => {
				expect(arabicSkeleton(word)).toBe(skeletonCode(skeleton(arabicName(word))));
			}),
		);
	});

	it("are like themselves, and never out of bounds", () => {
		fc.assert(
			fc.property(arabicWord, arabicWord, (one, other) => {
				const a = arabicName(one);
				const value = likeness(a, arabicName(other));
				expect(value).toBeGreaterThanOrEqual(0);
				expect(value).toBeLessThanOrEqual(1);
				if (a) expect(likeness(a, a)).toBe(1);
			}),
		);
	});

	it("read a long run of letters without a hang", () => {
		expect(latinName("ch".repeat(10_000)).length).toBeLessThan(10);
	});
});

describe("edits between words", () => {
	it.each([
		["satelite", "satellite", 1],
		["yellin", "yellen", 1],
		["recieve", "receive", 1],
		["moscow", "moscow", 0],
		["a", "abcdef", 3],
	])("%s to %s: %i", (one, other, edits) => {
		expect(editDistance(one, other, 2)).toBe(edits);
	});

	it("are the same both ways", () => {
		const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 8 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
			}),
		);
	});

	it("mark the edges in trigrams", () => {
		expect(trigrams("شي")).toEqual([" شي", "شي "]);
	});
});
