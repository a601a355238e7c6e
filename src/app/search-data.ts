import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseStopWords } from "../language/analyse.ts";
import { Lexicon } from "../language/lexicon.ts";
import { NameData, type SearchData } from "../search/data.ts";
import { addNames, relatedNames } from "../search/related.ts";

/** Reads the language data that search needs from the folder `index-data`. */
export async function loadSearchData(folder: string): Promise<SearchData> {
	const lexicon = join(folder, "lexicon");
	const files = (await readdir(lexicon)).sort();
	const read = (ending: string) =>
		Promise.all(
			files
				.filter((file) => file.endsWith(ending))
				.map((file) => readFile(join(lexicon, file), "utf8")),
		);
	const [tables, stopWords, namesText] = await Promise.all([
		read(".tsv"),
		read(".txt"),
		readFile(join(folder, "names.json"), "utf8"),
	]);
	const names = NameData.parse(JSON.parse(namesText));
	const data = {
		lexicon: new Lexicon(tables),
		stopWords: parseStopWords(...stopWords),
		related: relatedNames(names),
	};
	addNames(data.lexicon, names);
	return data;
}
