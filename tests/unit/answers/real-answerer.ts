import { type Answerer, createAnswerer } from "../../../src/answers/answerer.ts";
import { judgeOf } from "../../../src/answers/find/judge.ts";
import { Library } from "../../../src/answers/library.ts";
import { loadAliases } from "../../../src/app/load/language-data.ts";
import { createReader } from "../../../src/app/load/question-reader.ts";
import { shippedSearchData } from "../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { PassageQuery } from "../../../src/domain/passage-search.ts";
import { NameMatcher } from "../../../src/identity/name-matcher.ts";
import { createPassageSearch } from "../../../src/search/passage-search.ts";
import { say } from "./doubles.ts";

const data = await shippedSearchData();
const names = new NameMatcher(data.lexicon, data.stopWords, await loadAliases(indexDataFolder));

/** Answers from these articles with the real lexicon, search and reader of questions. */
export async function realAnswerer(articles: Article[]): Promise<Answerer> {
	const index = await createPassageSearch(articles, data);
	const judge = judgeOf(new Library(articles, data.stopWords), names);
	const search = {
		size: index.size,
		search: (query: PassageQuery) => index.search(query, judge),
	};
	const reader = await createReader(indexDataFolder, articles, data);
	return createAnswerer({ articles, search, reader, names, say, stopWords: data.stopWords });
}
