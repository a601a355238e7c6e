import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { NameData } from "../../identity/name-data.ts";
import { addNames, relatedNames } from "../../identity/related-names.ts";
import { Lexicon } from "../../language/lexicon/lexicon.ts";
import { Thesaurus } from "../../language/lexicon/thesaurus.ts";
import { parseStopWords } from "../../language/words/index-terms.ts";
import { SpokenData, SpokenWords } from "../../language/words/spoken-words.ts";
import { FamilyData, WordFamilies } from "../../language/words/word-families.ts";
import type { SearchData } from "../../search/search-data.ts";
import { indexDataFolder } from "../paths.ts";
import { readChecked, readData, readDataText } from "./language-data.ts";

let shipped: Promise<SearchData> | undefined;

/** What ships, without further lines: read once in a process, since nothing changes it. Errors: `data_invalid`. */
export function shippedSearchData(): Promise<SearchData> {
	shipped ??= loadSearchData(indexDataFolder);
	return shipped;
}

/** Reads the language data that search needs from the folder `index-data`; `own`: further lines of the lexicon. */
export async function loadSearchData(
	folder: string,
	own: readonly string[] = [],
): Promise<SearchData> {
	const [tables, stopWords, fields, namesFile, spoken, families] = await Promise.all([
		readAll(join(folder, "lexicon"), ".tsv"),
		readAll(join(folder, "lexicon"), ".txt"),
		readAll(join(folder, "thesaurus"), ".tsv"),
		readData(folder, "names.json"),
		readChecked(folder, "spoken.json", SpokenData),
		readChecked(folder, "families.json", FamilyData),
	]);
	const names = NameData.parse(namesFile);
	const lexicon = new Lexicon(tables);
	const data = {
		lexicon,
		thesaurus: new Thesaurus(fields, lexicon),
		stopWords: parseStopWords(...stopWords),
		related: relatedNames(names),
		spoken: new SpokenWords(spoken),
		families: new WordFamilies(families),
	};
	addNames(lexicon, names);
	for (const line of own) lexicon.add(line);
	return data;
}

/** The texts of a folder's files with this ending, in the order of their names. */
async function readAll(folder: string, ending: string): Promise<string[]> {
	const files = (await readdir(folder)).filter((file) => file.endsWith(ending)).sort();
	return Promise.all(files.map((file) => readDataText(join(folder, file))));
}
