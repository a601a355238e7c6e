import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAttributionData } from "../../../../src/app/load/attribution-data.ts";
import { arabicGrammar } from "../../../../src/attribution/arabic/grammar.ts";
import { outletNames } from "../../../../src/attribution/outlet-names.ts";
import { entityTable } from "../../../../src/identity/name-table.ts";
import { WordClasses } from "../../../../src/language/words/word-classes.ts";

const folder = join(import.meta.dirname, "../../../../index-data");

/** The shipped attribution data, compiled as the application does it. */
export function shippedArabicGrammar() {
	const data = readAttributionData(folder);
	const tables = readdirSync(join(folder, "lexicon"))
		.filter((f) => f.endsWith(".tsv"))
		.map((f) => readFileSync(join(folder, "lexicon", f), "utf8"));
	const { outlets } = JSON.parse(readFileSync(join(folder, "outlets.json"), "utf8"));
	return arabicGrammar(
		data.arabic,
		entityTable(data.entities),
		outletNames(outlets),
		new WordClasses(tables),
	);
}
