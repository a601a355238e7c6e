import { describe, expect, it } from "vitest";
import { adjectiveState } from "../../../src/attribution/arabic/demonyms.ts";
import { arabicReader } from "../../../src/attribution/arabic/reader.ts";
import { outletNames } from "../../../src/attribution/outlet-names.ts";
import { NameTable } from "../../../src/identity/name-table.ts";
import { shippedArabicGrammar } from "../attribution/arabic/grammar.ts";

const grammar = shippedArabicGrammar();
const reader = arabicReader(grammar);

describe("the state behind an adjective", () => {
	it.each([
		["امريكيه", "الولايات المتحدة"],
		["اميركيين", "الولايات المتحدة"],
		["صيني", "الصين"],
		["فرنسيه", "فرنسا"],
		["تركيه", "تركيا"],
		["عراقيون", "العراق"],
		["ايرانيه", "إيران"],
	])("%s is of %s", (adjective, state) => {
		expect(adjectiveState(grammar, adjective)).toBe(state);
	});

	it.each(["كبير", "عسكريه", "ي", "الصين"])("%s is of none", (word) => {
		expect(adjectiveState(grammar, word)).toBeUndefined();
	});
});

describe("known names", () => {
	const table = new NameTable<string>();
	table.add("United Nations", "UN");
	table.add("United Nations Security Council", "UNSC");
	table.add("الوكالة", "agency");
	const words = ["united", "nations", "security", "council"];

	it("are found at their longest", () => {
		expect(table.match(words, 0)).toEqual({ length: 4, value: "UNSC" });
	});

	it("do not reach beyond the end", () => {
		expect(table.match(words, 0, 3)).toEqual({ length: 2, value: "UN" });
		expect(table.match(words, 0, 1)).toBeUndefined();
	});

	it("may begin with a word that is read as another", () => {
		expect(table.match(["للوكاله"], 0, 1, "الوكاله")).toEqual({ length: 1, value: "agency" });
	});

	it("take a masculine verb where the data says so", () => {
		const gender = (name: string) => grammar.entities.match([name], 0)?.value.feminine;
		expect([gender("لبنان"), gender("العراق")]).toEqual([false, false]);
		expect([gender("فرنسا"), gender("الصين")]).toEqual([true, true]);
	});

	it("call an outlet as the text's language does", () => {
		const outlets = outletNames([
			{ name: "Reuters", ar: ["رويترز", "وكالة رويترز"], en: ["Reuters"] },
		]);
		expect(outlets.match(["وكاله", "رويترز"], 0)).toEqual({ length: 2, name: "رويترز" });
		expect(outlets.match(["reuters"], 0)).toEqual({ length: 1, name: "Reuters" });
	});
});

describe("introductions", () => {
	it("are titles with their names and outlets with their nouns", () => {
		const line = "التقى وزير النقل سالم الهاشمي في مقر صحيفة «الأهرام» أمس.";
		const found = reader.introductions(line).map((p) => [p.kind, p.name, p.title]);
		expect(found).toContainEqual(["person", "سالم الهاشمي", "وزير النقل"]);
		expect(found.some(([kind]) => kind === "outlet")).toBe(true);
	});

	it("name the body that put a document out", () => {
		expect(reader.issuer("وأصدرته وزارة المالية في مارس.")?.text).toBe("وزارة المالية");
		expect(reader.issuer("وأصدره سالم الهاشمي.")).toBeUndefined();
		expect(reader.issuer("وصل الوفد.")).toBeUndefined();
	});
});
