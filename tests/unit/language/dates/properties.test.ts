import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DateValue, dayRange } from "../../../../src/domain/dates.ts";
import { dayNumber } from "../../../../src/language/dates/calendar.ts";
import { dayOfHijri, hijriOf } from "../../../../src/language/dates/hijri.ts";
import { dateData, finder } from "./date-data.ts";
import { day } from "./table.ts";

const words = [
	...dateData.months.gregorian.flatMap((m) => [...m.names, ...m.doubtful, ...m.short]),
	...dateData.weekdays.days.flatMap((d) => d.names),
	...dateData.relative.days.flatMap((d) => d.words),
	...dateData.relative.units.flatMap((u) => [...u.singular, ...u.dual, ...u.plural]),
	...dateData.relative.directions.flatMap((d) => [...d.after, ...d.before]),
	...Object.keys(dateData.numbers.ordinals),
	"قبل",
	"منذ",
	"بعد",
	"من",
	"في",
	"عام",
	"العام",
	"last",
	"ago",
	"after",
	"the end of",
	"نهاية",
	"2023",
	"٢٠٢٢",
	"31",
	"30",
	"1",
	"1445",
	"هـ",
	"/",
	"-",
	"(",
	")",
	"،",
	",",
	".",
	"سيلتقي",
	"will",
	"said",
	"of",
	"و",
	"الربع",
	"Q1",
	"ربيع",
];
const published = fc.constantFrom(
	"2024-02-29",
	"2023-12-31",
	"2024-01-01",
	"2024-05",
	"2024",
	null,
);
const text = fc
	.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 25 })
	.map((w) => w.join(" "));

describe("the date finder, whatever the line", () => {
	it("gives exact, ordered, separate slices with valid values", () => {
		fc.assert(
			fc.property(text, published, (line, anchor) => {
				let last = 0;
				for (const found of finder.find(line, { published: day(anchor) })) {
					expect(found.start).toBeGreaterThanOrEqual(last);
					expect(found.end).toBeGreaterThan(found.start);
					expect(found.end).toBeLessThanOrEqual(line.length);
					expect(line.slice(found.start, found.end)).toBe(found.expression);
					last = found.end;
					if (found.value === null) expect(found.basis).toBe("unknown");
					else {
						expect(DateValue.safeParse(found.value).success, found.value).toBe(true);
						const range = dayRange(found.value);
						expect(range && range.from <= range.to, found.value).toBe(true);
						expect(found.basis).not.toBe("unknown");
					}
				}
			}),
			{ numRuns: 1500, seed: 7 },
		);
	});

	it("gives the same dates for a line with marks that the eye does not see", () => {
		const line = "أمس الجمعة، في 27 يوليو/تموز 2023، قبل عامين";
		const marked = [...line].map((ch) => (ch === " " ? " " : `${ch}\u200f`)).join("");
		const values = (l: string) =>
			finder.find(l, { published: day("2024-03-09") }).map((d) => d.value);
		expect(values(marked)).toEqual(values(line));
		expect(values(line)).toHaveLength(3);
	});

	it("reads hostile lines to their end", () => {
		for (const unit of [
			"1",
			"/",
			"1/",
			"1-",
			"2019-",
			"مايو/",
			"الأحد ",
			"من ",
			"a day after ",
			"twenty-",
		]) {
			const line = unit.repeat(Math.ceil(40_000 / unit.length));
			const found = finder.find(`${line} 5 May 2024`, { published: day("2024-06-01") });
			expect(found.at(-1)?.value, unit).toBe("2024-05-05");
		}
	});
});

describe("the Hijri calendar", () => {
	it("converts there and back", () => {
		fc.assert(
			fc.property(fc.integer({ min: dayNumber(1940, 1, 1), max: dayNumber(2070, 1, 1) }), (at) => {
				const { year, month, day: number } = hijriOf(at);
				expect(dayOfHijri(year, month, number)).toBe(at);
			}),
			{ numRuns: 300, seed: 7 },
		);
	});
});

describe("dayRange", () => {
	it.each([
		["2024", "2024-01-01", "2024-12-31"],
		["2024-02", "2024-02-01", "2024-02-29"],
		["2024-02-03", "2024-02-03", "2024-02-03"],
		["2023-12/2024-02", "2023-12-01", "2024-02-29"],
	])("%s", (value, from, to) => {
		expect(dayRange(value)).toEqual({ from, to });
	});

	it("is null for what is no date value", () => {
		for (const value of ["", "2024-13", "yesterday", "2024-02-03/"])
			expect(dayRange(value)).toBeNull();
	});
});
