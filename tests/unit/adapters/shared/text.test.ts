import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean, cleanLine, inLine } from "../../../../adapters/shared/clean.ts";
import { dateText, eventDateText } from "../../../../adapters/shared/dates.ts";
import { anyCharacter } from "../../../any-character.ts";
import { say } from "../../answers/doubles.ts";

describe("untrusted text", () => {
	it.each([
		["a colour", "red \u001b[31mtext\u001b[0m end", "red text end"],
		["a title of the window", "a\u001b]0;owned\u0007b", "ab"],
		["an escape that never ends", "a\u001b[38;5", "a"],
		["a bell, a backspace and a C1 control", "a\u0007\u0008\u009bb", "ab"],
		["line breaks", "a\nb\r\nc\u2028d", "a b c d"],
		["marks that turn the line around", "\u202egnp.exe\u202c", "gnp.exe"],
	])("loses %s", (_what, text, expected) => {
		expect(clean(text)).toBe(expected);
	});

	it("keeps every letter, mark and joiner of an article", () => {
		const text = "قَالَ «نعم» بـ2,000 می‌خواهد – naïve 🙂";
		expect(clean(text)).toBe(text);
	});

	it("holds no control character afterwards, whatever came in", () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter }), (text) => {
				expect(cleanLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
				expect(clean(clean(text))).toBe(clean(text));
			}),
		);
	});

	it("is read in time linear in its length", () => {
		expect(clean("\u001b[".repeat(50_000)).length).toBeLessThan(100_000);
		expect(clean(`\u001b]${"x".repeat(100_000)}`).length).toBeGreaterThan(90_000);
	});

	it("isolates the other script inside a line, and only that", () => {
		expect(inLine("جانيت يلين", "en")).toBe("\u2068جانيت يلين\u2069");
		expect(inLine("جانيت يلين", "ar")).toBe("جانيت يلين");
		expect(inLine("Reuters", "ar")).toBe("\u2068Reuters\u2069");
	});
});

describe("dates say how sure they are", () => {
	it.each([
		["2024-04-06", "day", "printed", "6 April 2024", "6 أبريل 2024"],
		["2023-03", "month", "derived", "March 2023 (derived)", "مارس 2023 (مستنتج)"],
		["2023", "year", "printed", "2023", "2023"],
		[
			"2023-03/2023-05",
			"season",
			"printed",
			"March 2023 to May 2023",
			"من مارس 2023 إلى مايو 2023",
		],
		[null, "unknown", "unknown", "day unknown", "اليوم غير معروف"],
	] as const)("%s, %s, %s", (value, precision, basis, english, arabic) => {
		expect(dateText({ value, precision, basis }, "en", say)).toBe(english);
		expect(dateText({ value, precision, basis }, "ar", say)).toBe(arabic);
	});

	it("tells an inferred date of an article from a given one", () => {
		const date = { value: "2024-05", precision: "month" } as const;
		expect(dateText({ ...date, basis: "inferred" }, "en", say)).toBe("May 2024 (inferred)");
		expect(dateText({ ...date, basis: "given" }, "en", say)).toBe("May 2024");
	});

	it.each([
		["2023-04-06", "day", "derived", "6 April 2023 (derived)", "6 أبريل 2023 (مستنتج)"],
		["2023-03", "month", "printed", "March 2023 (month only)", "مارس 2023 (الشهر فقط)"],
		["2023", "year", "derived", "2023 (year only, derived)", "2023 (السنة فقط، مستنتج)"],
		[
			"2023-03/2023-05",
			"season",
			"printed",
			"March 2023 to May 2023 (season only)",
			"من مارس 2023 إلى مايو 2023 (الفصل فقط)",
		],
		[
			"2023-03/2023-05",
			"interval",
			"printed",
			"March 2023 to May 2023",
			"من مارس 2023 إلى مايو 2023",
		],
		[null, "unknown", "unknown", "day unknown", "اليوم غير معروف"],
	] as const)(
		"an event of %s, %s, %s says how exactly it is known",
		(value, precision, basis, english, arabic) => {
			expect(eventDateText({ value, precision, basis }, "en", say)).toBe(english);
			expect(eventDateText({ value, precision, basis }, "ar", say)).toBe(arabic);
		},
	);
});
