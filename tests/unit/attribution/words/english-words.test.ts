import { describe, expect, it } from "vitest";
import { englishParts } from "../../../../src/language/words/english-shape.ts";
import { viewIn } from "../engine/language.ts";

const facts = (text: string) => {
	const [first] = viewIn("en", text).facts;
	if (!first) throw new Error(`no word in "${text}"`);
	return first;
};

describe("an English word", () => {
	it.each([
		["minister’s", "'s", "minister"],
		["minister's", "'s", "minister"],
		["minister", "", "minister"],
		["Pellworth’s", "'s", "pellworth"],
	])("%s is taken apart", (text, clitics, stem) => {
		expect(facts(text)).toMatchObject({ clitics, stem });
	});

	it.each([
		["said", "past:asserts"],
		["denied", "past:denies"],
		["according", "according:asserts"],
		["pier", ""],
	])("%s reports: %j", (text, cue) => {
		expect(facts(text).cue).toBe(cue);
	});

	it("that stands in no list is told by its form", () => {
		const texts = [
			"Pellworth",
			"Pellworth’s",
			"glumly",
			"gronking",
			"gronked",
			"gronkment",
			"gronks",
			"gronk",
			"12,5",
		];
		expect(texts.map((text) => facts(text).kind)).toEqual([
			"Name",
			"Name's",
			"ly",
			"ing",
			"ed",
			"noun",
			"s",
			"word",
			"number",
		]);
	});

	it("that is a given name shows whose, with its possessive too", () => {
		expect(["Tom", "Ana", "Ana’s"].map((text) => facts(text).sex)).toEqual(["m", "f", "f"]);
	});

	it("that is a pronoun stands in the list of its sex or number", () => {
		const lists = ["he", "she", "they", "it"].map((text) =>
			[...facts(text).kinds].find((k) => k.startsWith("pronoun:")),
		);
		expect(lists).toEqual(["pronoun:m", "pronoun:f", "pronoun:p", "pronoun:it"]);
	});
});

it("the parts of speech are those of all tables, each once", () => {
	const tables = ["v\tsail|row\tx\nn\tsail\ty\n# a remark", "v\tsail\tz\nn\tferry boat\tw"];
	expect([...englishParts(tables)]).toEqual([
		["sail", "vn"],
		["row", "v"],
	]);
});
