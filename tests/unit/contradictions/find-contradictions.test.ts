import { describe, expect, it } from "vitest";
import { withinArticle } from "../../../src/contradictions/articles/article-view.ts";
import { type Comparison, comparisons } from "../../../src/contradictions/compare.ts";
import {
	chosen,
	contradictionsWithin,
	weighed,
} from "../../../src/contradictions/find-contradictions.ts";
import { articleOf, extraction } from "../attribution/extraction.ts";

/** [words of the first, words of the second, kind, strength] of every pair. */
function pairs(...lines: string[]) {
	const { claims, contradictions } = extraction.extract(articleOf(lines, "2023-05-04"));
	const quote = (id: string) => claims.find((c) => c.id === id)?.quote;
	return contradictions.map((c) => [quote(c.claims[0]), quote(c.claims[1]), c.kind, c.strength]);
}

describe("claims that contradict each other", () => {
	it("puts a denial beside the claim that it denies", () => {
		expect(pairs("قالت الشركة إن إغلاق المصنع بدأ.", "ونفت النقابة إغلاق المصنع.")).toEqual([
			["إغلاق المصنع بدأ", "إغلاق المصنع", "denial", "direct"],
		]);
	});

	it("takes a denial of weapons for none of chips", () => {
		expect(
			pairs("قالت فرنسا إن إيران تبيع الرقائق الإلكترونية.", "ونفت إيران بيع الأسلحة."),
		).toEqual([]);
	});

	it("takes nobody to contradict themselves", () => {
		expect(pairs("قالت الشركة إن إغلاق المصنع بدأ.", "ونفت الشركة إغلاق المصنع.")).toEqual([]);
	});

	it("puts claims beside the denial in the clause behind them", () => {
		const found = pairs("وقالت فرنسا إن إيران تهرب السلاح، وهي مزاعم تنكرها إيران بشدة.");
		expect(found).toHaveLength(1);
		expect(found[0]?.[2]).toBe("denial");
	});

	it("puts different figures for one thing side by side", () => {
		expect(
			pairs(
				"قال محافظ المدينة إن عدد القتلى بلغ 12 قتيلا.",
				"وقالت النقابة إن عدد القتلى بلغ 40 قتيلا.",
			),
		).toEqual([["عدد القتلى بلغ 12 قتيلا", "عدد القتلى بلغ 40 قتيلا", "figures", "direct"]]);
	});

	it("takes a toll that grows over days for news", () => {
		expect(
			pairs(
				"قال محافظ المدينة يوم الاثنين 1 مايو 2023 إن عدد القتلى بلغ 12 قتيلا.",
				"وقالت النقابة يوم الأربعاء 3 مايو 2023 إن عدد القتلى بلغ 40 قتيلا.",
			),
		).toEqual([]);
	});

	it("compares no figures of different things", () => {
		expect(
			pairs(
				"قال محافظ المدينة إن عدد القتلى بلغ 12 قتيلا.",
				"وقالت النقابة إن الخسائر بلغت 40 مليون دولار.",
			),
		).toEqual([]);
	});

	it("gives its reason in both languages with both names", () => {
		const { contradictions } = extraction.extract(
			articleOf(["قالت فرنسا إن إغلاق المصنع بدأ.", "ونفت إيران إغلاق المصنع."]),
		);
		expect(contradictions[0]?.why.en).toBe("Iran denies what France says");
		expect(contradictions[0]?.why.ar).toContain("إيران");
	});

	it("has no more than two hundred pairs, however many there are in the article", () => {
		const lines = Array.from({ length: 400 }, (_, i) =>
			i % 2 ? `ونفت فرنسا إغلاق المصنع.` : `قالت إيران إن إغلاق المصنع بدأ.`,
		);
		const article = articleOf(lines, "2023-05-04");
		const { claims, contradictions } = extraction.extract(article);
		expect(contradictions.length).toBeGreaterThan(100);
		expect(contradictions.length).toBeLessThanOrEqual(200);
		const { reasons, weights, viewWithTold } = extraction.contradictions;
		const view = viewWithTold({ ...article, claims });
		// However improbable: whatever the shipped bound leaves, these are more.
		const least = Object.fromEntries(comparisons.map((by) => [by, 0])) as Record<
			Comparison,
			number
		>;
		const steps = [...weighed({ weights }, view, view, withinArticle)];
		const all = steps.flatMap((one) => one ?? []);
		// Others have their turn while so many are ranked, too.
		expect(steps.length).toBeGreaterThanOrEqual(3 * all.length);
		expect(chosen(all, least).length).toBeGreaterThan(200);
		expect(contradictionsWithin({ reasons, weights: { ...weights, least } }, view)).toHaveLength(
			200,
		);
	});
});
