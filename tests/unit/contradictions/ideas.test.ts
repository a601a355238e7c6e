import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAttributionData } from "../../../src/app/load/attribution-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { conceptsOf, generalSenses } from "../../../src/contradictions/ideas.ts";
import { entityTable } from "../../../src/identity/name-table.ts";
import { Lexicon } from "../../../src/language/lexicon/lexicon.ts";

const folder = join(indexDataFolder, "lexicon");
const tables = readdirSync(folder)
	.filter((name) => name.endsWith(".tsv"))
	.map((name) => readFileSync(join(folder, name), "utf8"));
const entities = entityTable(readAttributionData(indexDataFolder).entities);
const stopWords = new Set(["من", "في", "the", "of"]);
const lexicon = new Lexicon(tables);
const concepts = conceptsOf(lexicon, entities, (word) => stopWords.has(word));

const share = (a: string, b: string) => {
	const senses = new Set(concepts(a).flat());
	return concepts(b)
		.flat()
		.some((sense) => senses.has(sense));
};

describe("the ideas of a text", () => {
	it.each([
		["الأسلحة", "weapons"],
		["والأسلحة", "weapons"],
		["للعقوبات", "sanctions"],
		["المصنع", "factory"],
	])("are the same for %s and %s", (arabic, english) => {
		expect(share(arabic, english)).toBe(true);
	});

	it("are different for weapons and chips", () => {
		expect(share("الأسلحة", "chips")).toBe(false);
	});

	it("leave out states, bodies and stop words", () => {
		expect(concepts("الصين من لروسيا")).toEqual([]);
		expect(concepts("the United Nations")).toEqual([]);
	});

	it("are stems where the lexicon knows nothing", () => {
		expect(concepts("zzyzx")).toEqual([["zzyzx"]]);
	});

	it("say which words are too general to compare by", () => {
		const general = generalSenses(lexicon, ["country"]);
		expect(
			concepts("countries")
				.flat()
				.some((sense) => general.has(sense)),
		).toBe(true);
		expect(
			concepts("weapons")
				.flat()
				.some((sense) => general.has(sense)),
		).toBe(false);
	});
});
