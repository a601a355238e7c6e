import type { StopWords } from "../language/analyse.ts";
import type { Lexicon } from "../language/lexicon.ts";

/** The language data that search needs; the application reads it from index-data. */
export type SearchData = {
	lexicon: Lexicon;
	stopWords: StopWords;
};
