import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import type { Article } from "../../src/domain/article.ts";
import { createPassageSearch, type LocalPassageSearch } from "../../src/search/passage-search.ts";
import type { SearchData } from "../../src/search/search-data.ts";
import type { Engine, Index } from "./engine.ts";

const corpusHash = "bench";
const file = "passages.snapshot";
let data: SearchData | undefined;

async function prepare(): Promise<void> {
	data ??= await loadSearchData(indexDataFolder);
}

function prepared(): SearchData {
	if (!data) throw new Error("The language data are not loaded: call prepare first.");
	return data;
}

function asIndex(search: LocalPassageSearch, articles: readonly Article[]): Index {
	const numbers = new Map<string, number>();
	for (const article of articles) {
		for (const passage of article.passages)
			numbers.set(`${article.id} ${passage.id}`, numbers.size);
	}
	return {
		async search(text, language, limit) {
			const { hits } = await search.search({ text, language, limit });
			return hits.map(({ article, passage }) => numbers.get(`${article.id} ${passage.id}`) ?? -1);
		},
		save: async (folder) => writeFile(join(folder, file), await search.snapshot(corpusHash)),
	};
}

export const isnad: Engine = {
	title: "Isnad",
	setup: "the search of `src/search` with the language data of `index-data`",
	prepare,
	build: async (articles) =>
		asIndex(await createPassageSearch(articles, prepared(), { corpusHash }), articles),
	load: async (folder, articles) => {
		const snapshot = await readFile(join(folder, file));
		return asIndex(
			await createPassageSearch(articles, prepared(), { corpusHash, snapshot }),
			articles,
		);
	},
};
