import { readFileSync } from "node:fs";
import { Entity } from "../../../../src/claims/data.ts";
import { EnglishHeads, EnglishMarkers, EnglishVerbs } from "../../../../src/claims/english/data.ts";
import { englishGrammar } from "../../../../src/claims/english/grammar.ts";
import { entityTable } from "../../../../src/claims/names.ts";
import { outletNames } from "../../../../src/claims/outlets.ts";

const folder = new URL("../../../../index-data/attribution/", import.meta.url);
const data = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

const outlets = outletNames(
	["Reuters", "Harbour Times", "CNN", "BBC", "Bloomberg", "Tass", "Associated Press"].map(
		(name) => ({
			name,
			ar: [],
			en: name === "Associated Press" ? [name, "AP"] : [name],
		}),
	),
);

export const heads = EnglishHeads.parse(data("heads-en.json")).heads;

/** The shipped attribution data with a few outlets. */
export const grammar = englishGrammar(
	{
		verbs: EnglishVerbs.parse(data("verbs-en.json")).verbs,
		heads,
		markers: EnglishMarkers.parse(data("markers-en.json")),
	},
	entityTable(
		(data("entities.json") as { entities: unknown[] }).entities.map((e) => Entity.parse(e)),
	),
	outlets,
);
