import { readFileSync } from "node:fs";
import { englishGrammar } from "../../../../src/attribution/english/grammar.ts";
import {
	EnglishHeads,
	EnglishMarkers,
	EnglishVerbs,
} from "../../../../src/attribution/english/grammar-data.ts";
import { outletNames } from "../../../../src/attribution/outlet-names.ts";
import { Entity } from "../../../../src/identity/entity-data.ts";
import { entityTable } from "../../../../src/identity/name-table.ts";

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
