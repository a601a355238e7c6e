import type { NameWords } from "../identity/name-data.ts";
import type { Thesaurus } from "../language/lexicon/thesaurus.ts";
import type { SpokenWords } from "../language/words/spoken-words.ts";
import type { WordFamilies } from "../language/words/word-families.ts";

/** The language data that search needs; the application reads it from index-data. */
export type SearchData = NameWords & {
	thesaurus: Thesaurus;
	/** Without them a question is searched as it is written. */
	spoken?: SpokenWords | undefined;
	/** Without them a word is joined to others by its stem and its senses alone. */
	families?: WordFamilies | undefined;
};
