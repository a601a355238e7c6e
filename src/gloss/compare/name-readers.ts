import type { NameMatcher } from "../../identity/name-matcher.ts";
import type { Lexicon } from "../../language/lexicon/lexicon.ts";
import type { StopWords } from "../../language/words/index-terms.ts";
import type { ComparedWords } from "../gloss-data.ts";
import type { CountriesTold } from "../names/countries-told.ts";

/** What names of both languages are read by. */
export type NameReaders = {
	names: NameMatcher;
	lexicon: Lexicon;
	stopWords: StopWords;
	/** Folded given and family names of people. */
	people: ReadonlySet<string>;
	/** China for Chinese. */
	related: ReadonlyMap<string, { near: readonly string[] }>;
	countries: CountriesTold;
	/** Folded words of numbers, which have a capital at the head of a sentence. */
	numbers: ReadonlySet<string>;
	words: ComparedWords;
};

/** The texts of both languages, whichever of them is the translation. */
export type BothTexts = { en: string; ar: string };
