import type { RelatedWords } from "../identity/name-data.ts";
import type { Lexicon } from "../language/lexicon/lexicon.ts";
import type { Thesaurus } from "../language/lexicon/thesaurus.ts";
import type { StopWords } from "../language/words/index-terms.ts";

/** The language data that search needs; the application reads it from index-data. */
export type SearchData = {
	lexicon: Lexicon;
	stopWords: StopWords;
	thesaurus: Thesaurus;
	/** See Related. */
	related: ReadonlyMap<string, RelatedWords>;
};
