import type { NameWords } from "../identity/name-data.ts";
import type { Thesaurus } from "../language/lexicon/thesaurus.ts";

/** The language data that search needs; the application reads it from index-data. */
export type SearchData = NameWords & { thesaurus: Thesaurus };
