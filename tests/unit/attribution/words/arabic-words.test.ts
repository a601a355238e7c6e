import { describe, expect, it } from "vitest";
import { viewIn } from "../engine/language.ts";

const facts = (text: string) => {
	const [first] = viewIn("ar", text).facts;
	if (!first) throw new Error(`no word in "${text}"`);
	return first;
};

describe("an Arabic word", () => {
	it.each([
		["الوزير", "ال", "وزير"],
		["والوزير", "وال", "وزير"],
		["لوزير", "ل", "وزير"],
		["للوزير", "لال", "وزير"],
		["بالوزير", "بال", "وزير"],
		["وزير", "", "وزير"],
		["وَزِيـــرٌ", "", "وزير"],
	])("%s is taken apart", (text, clitics, stem) => {
		expect(facts(text)).toMatchObject({ clitics, stem });
	});

	it.each(["بيلنكوف", "لوكاشير", "كرملينسك"])(
		"%s in no list keeps the letter at its head",
		(text) => {
			expect(facts(text)).toMatchObject({ clitics: "", stem: text });
		},
	);

	it.each([
		["قال", "past:asserts", "m"],
		["وقالت", "past:asserts", "f"],
		["ونفى", "past:denies", "m"],
		["ينفي", "present:denies", "m"],
		["نفت", "past:denies", "f"],
	])("%s reports", (text, cue, agreement) => {
		expect(facts(text)).toMatchObject({ cue, agreement });
	});

	it("that stands in no list is told by its form", () => {
		expect(
			["القرمطي", "كتابات", "سيرقص", "٢٠٢٤", "«", "Halden"].map((text) => facts(text).kind),
		).toEqual(["the-nisba", "feminine", "imperfect", "number", "«", "latin"]);
	});

	it("that is a given name shows whose", () => {
		expect(["سامي", "ليلى"].map((text) => facts(text).sex)).toEqual(["m", "f"]);
	});

	it("of one or two letters is left whole", () => {
		expect(["و", "ال", "بل", "لل", "لا"].map((text) => facts(text).stem)).toEqual([
			"و",
			"ال",
			"بل",
			"لل",
			"لا",
		]);
	});
});
