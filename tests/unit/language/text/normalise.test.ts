import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, normalise, originalSpan } from "../../../../src/language/text/normalise.ts";
import { anyCharacter } from "../../../any-character.ts";

/** Any Unicode, with the traps of Arabic text far more often than chance would bring them. */
const text = fc
	.array(
		fc.oneof(
			fc.string({ unit: anyCharacter, maxLength: 4 }),
			fc.constantFrom(
				"اَلصِّين",
				"بـــكين",
				"ﻻ",
				"ﷺ",
				"٣٫٥",
				"۱۴۰۳",
				"گوگل",
				"\u200fكم\u200e",
				"a\u0301",
				"İ",
				"ß",
				"𝟙",
				"\u00a0",
				"\r\n",
			),
		),
		{ maxLength: 12 },
	)
	.map((parts) => parts.join(""));

describe("folding", () => {
	it.each([
		["أَحْمَد إِلى آخِر ٱلمدى", "احمد الي اخر المدي"],
		["مكتبة الأمّـــة", "مكتبه الامه"],
		["ﻻ ﷲ", "لا الله"],
		["٢٠٢٤/٣/١٢ و۱۴۰۳", "2024/3/12 و1403"],
		["مسئول ومسؤول ورئيس", "مسيول ومسوول ورييس"],
		["کتاب یک گلوله", "كتاب يك كلوله"],
		["Straße, CAFÉ, Łódź", "strasse, cafe, lodz"],
		["\u200fكم\u00a0مرة\u200b؟", "كم مره؟"],
	])("%s → %s", (original, folded) => {
		expect(fold(original)).toBe(folded);
	});

	it("is done once and for all", () => {
		fc.assert(
			fc.property(text, (original) => {
				expect(fold(fold(original))).toBe(fold(original));
			}),
		);
	});

	it("gives the same with and without the way back", () => {
		fc.assert(
			fc.property(text, (original) => {
				expect(fold(original)).toBe(normalise(original).text);
			}),
		);
		for (let code = 0; code < 0x3000; code++) {
			const letter = String.fromCharCode(code);
			expect(fold(letter), code.toString(16)).toBe(normalise(letter).text);
		}
	});

	it("keeps a way back that never runs backwards nor out of the text", () => {
		fc.assert(
			fc.property(text, (original) => {
				const { text: folded, starts } = normalise(original);
				expect(starts.length).toBe(folded.length + 1);
				expect(starts[starts.length - 1]).toBe(original.length);
				for (let i = 1; i < starts.length; i++) {
					expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
				}
			}),
		);
	});

	it("finds the original behind every folded span", () => {
		fc.assert(
			fc.property(text, fc.nat(40), fc.nat(10), (original, at, length) => {
				const normalised = normalise(original);
				const from = Math.min(at, normalised.text.length);
				const to = Math.min(from + length, normalised.text.length);
				const [start, end] = originalSpan(normalised, from, to);
				expect(fold(original.slice(start, end))).toContain(normalised.text.slice(from, to).trim());
			}),
		);
	});
});
