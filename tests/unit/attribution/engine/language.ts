import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAttributionData } from "../../../../src/app/load/attribution-data.ts";
import { engineWords } from "../../../../src/app/load/engines.ts";
import { readLexicon } from "../../../../src/app/load/language-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import { arabicGrammar } from "../../../../src/attribution/arabic/grammar.ts";
import { arabicReader } from "../../../../src/attribution/arabic/reader.ts";
import { englishGrammar } from "../../../../src/attribution/english/grammar.ts";
import { englishReader } from "../../../../src/attribution/english/reader.ts";
import { outletNames } from "../../../../src/attribution/outlet-names.ts";
import { type PassageView, viewOf } from "../../../../src/attribution/sequence/passage-view.ts";
import {
	type RulesReading,
	readRules,
} from "../../../../src/attribution/sequence/rules-reading.ts";
import { type TextToken, textTokens } from "../../../../src/attribution/sequence/tokens.ts";
import { entityTable } from "../../../../src/identity/name-table.ts";
import { WordClasses } from "../../../../src/language/words/word-classes.ts";

/** The shipped words and rules of both languages, as the application compiles them. */
const lexicon = await readLexicon(indexDataFolder);
const data = readAttributionData(indexDataFolder);
const classes = new WordClasses(lexicon);
const { outlets } = JSON.parse(readFileSync(join(indexDataFolder, "outlets.json"), "utf8"));

export type Language = "ar" | "en";

export const entities = entityTable(data.entities);
export const { topics } = data;
const compiled = engineWords({ folder: indexDataFolder, data, classes, lexicon, entities });
export const words = { ar: compiled.ar(), en: compiled.en() };

const readers = {
	ar: arabicReader(arabicGrammar(data.arabic, entities, outletNames(outlets), classes)),
	en: englishReader(englishGrammar(data.english, entities, outletNames(outlets))),
};

export const rulesOf =
	(language: Language) =>
	(text: string, tokens: readonly TextToken[]): RulesReading =>
		readRules(readers[language], text, tokens);

export const viewIn = (language: Language, text: string): PassageView =>
	viewOf(textTokens(text), words[language]);

/** The tokens of a view that these words of its text cover. */
export function stretchOf(view: PassageView, part: string): { from: number; to: number } {
	const wanted = textTokens(part).map((t) => t.text);
	const from = view.tokens.findIndex((_, at) =>
		wanted.every((text, i) => view.tokens[at + i]?.text === text),
	);
	if (from < 0) throw new Error(`"${part}" does not stand in the text`);
	return { from, to: from + wanted.length };
}
