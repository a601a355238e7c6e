import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../../../src/language/figures/amounts.ts";
import {
	createFigureExtractor,
	parseFigureData,
} from "../../../../src/language/figures/figures.ts";
import { dateData, finder } from "../dates/date-data.ts";

const file = path.join(import.meta.dirname, "../../../../index-data/dates/figures.json");
const figures = parseFigureData(JSON.parse(readFileSync(file, "utf8")));
const extractor = createFigureExtractor({ figures, dates: dateData }, finder);

function figuresOf(line: string): string[] {
	return extractor
		.find(line)
		.map((f) => `${f.quote} = ${f.value} ${f.unit}${f.qualifier ? ` (${f.qualifier})` : ""}`);
}

describe("figures", () => {
	it.each<[string, ...string[]]>([
		[
			"أرسلت أكثر من 2000 جندي و21 طائرة مقاتلة",
			"أكثر من 2000 جندي = 2000 جندي (more than)",
			"21 طائرة مقاتلة = 21 طائرة مقاتلة",
		],
		["بلغ 310 مليارات دولار في 2021", "310 مليارات دولار = 310000000000 USD"],
		["ستبلغ الكلفة 90 مليار دولار", "90 مليار دولار = 90000000000 USD (forecast)"],
		["نما 25 في المئة تقريبا", "25 في المئة تقريبا = 25 percent (about)"],
		["زادت بأكثر من ٢٦٪", "أكثر من ٢٦٪ = 26 percent (more than)"],
		[
			"منذ حوالي أربع سنوات ومنذ نحو عام",
			"حوالي أربع سنوات = 4 سنوات (about)",
			"نحو عام = 1 عام (about)",
		],
		[
			"آلاف الأشخاص وعشرات القتلى",
			"آلاف الأشخاص = null الأشخاص (thousands)",
			"عشرات القتلى = null القتلى (dozens)",
		],
		["أكثر من نصف مليون شجرة", "أكثر من نصف مليون شجرة = 500000 شجرة (more than)"],
		["3 ملايين و500 ألف نازح", "3 ملايين و500 ألف نازح = 3500000 نازح"],
		["مليوني لاجئ", "مليوني لاجئ = 2000000 لاجئ"],
		["مليون ونصف المليون طفل", "مليون ونصف المليون طفل = 1500000 طفل"],
		["ما لا يقل عن خمسة وعشرين قتيلا", "ما لا يقل عن خمسة وعشرين قتيلا = 25 قتيلا (at least)"],
		["بقيمة 3,5 ملايين يورو", "3,5 ملايين يورو = 3500000 EUR"],
		["$5bn and €20m", "$5bn = 5000000000 USD", "€20m = 20000000 EUR"],
		[
			"at least 30 people, some 2,000 Russian soldiers",
			"at least 30 people = 30 people (at least)",
			"some 2,000 Russian soldiers = 2000 Russian soldiers (about)",
		],
		[
			"rose 3.2 percentage points to 1.5 million barrels",
			"3.2 percentage points = 3.2 percentage points",
			"1.5 million barrels = 1500000 barrels",
		],
		["thousands of protesters", "thousands of protesters = null protesters (thousands)"],
		["كميات كبيرة وكمية كافية"],
		["قاذفات Tu-95 وH-6K وإف-16 في الساعة 11:34"],
		["on 27 July 2023, the 5th time, 3-2 in 1998"],
		["one of them, 5 of the 10"],
	])("%s", (line, ...wanted) => {
		expect(figuresOf(line)).toEqual(wanted);
	});

	it("place figures in the line of the source", () => {
		const line = "  • نحو 300 مركبة";
		const [figure] = extractor.extract([
			{
				id: "p1",
				kind: "body",
				text: line.slice(4),
				source: { line: 7, start: 4, end: line.length },
			},
		]);
		expect(figure?.source.line).toBe(7);
		expect(line.slice(figure?.source.start ?? 0, figure?.source.end ?? 0)).toBe(figure?.quote);
	});

	it("are exact, ordered slices whatever the line", () => {
		const words = [
			...Object.keys(figures.qualifiers),
			...Object.keys(figures.currencies),
			...Object.keys(figures.vague),
			...figures.percent,
			"5",
			"2,000",
			"3.5",
			"مليون",
			"ألفين",
			"و200",
			"bn",
			"$",
			"%",
			"جندي",
			"people",
			"of",
		];
		const text = fc
			.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })), { maxLength: 20 })
			.map((parts) => parts.join(" "));
		fc.assert(
			fc.property(text, (line) => {
				let last = 0;
				for (const figure of extractor.find(line)) {
					expect(figure.start).toBeGreaterThanOrEqual(last);
					expect(line.slice(figure.start, figure.end)).toBe(figure.quote);
					expect(figure.unit.length).toBeGreaterThan(0);
					last = figure.end;
				}
			}),
			{ numRuns: 800, seed: 7 },
		);
	});

	it("read hostile lines to their end", () => {
		for (const unit of ["1", "1,", "5 ", "مليون و", "$", "%", "more than "]) {
			const line = `${unit.repeat(Math.ceil(40_000 / unit.length))}. Then 30 people`;
			expect(extractor.find(line).at(-1)?.quote, unit).toBe("30 people");
		}
	});
});

describe("decimal", () => {
	it.each([
		["2,000.5", 2000.5],
		["3,5", 3.5],
		["2.000", 2000],
		["3.14", 3.14],
		["1.234.567", 1234567],
		["1.2.3", null],
		["1".repeat(40), null],
	])("%s", (digits, value) => {
		expect(decimal(digits)).toBe(value);
	});
});
