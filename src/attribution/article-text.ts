import type { Passage } from "../domain/article.ts";
import type { PublishedDate } from "../domain/dates.ts";
import type { Bilingual, Language } from "../domain/sets/languages.ts";
import type { NamedEntity, NameTable } from "../identity/name-table.ts";
import type { LanguageEngine } from "./language-engine.ts";
import type { LanguageReader } from "./language-reader.ts";
import type { DatedSpan } from "./speakers/said-on.ts";
import type { Subjects } from "./topics.ts";

/** What claims are read from: an article before its claims are known. */
export type ArticleText = {
	id: string;
	language: Language;
	published: PublishedDate;
	passages: readonly Passage[];
};

/** Passages that tell, as against titles and subheads. */
export const telling: ReadonlySet<Passage["kind"]> = new Set(["body", "quote"]);

/** What turns the text of an article into claims. */
export type ExtractorParts = {
	readers: Record<Language, LanguageReader>;
	entities: NameTable<NamedEntity>;
	subjects: Subjects;
	/** What an unnamed speaker is called, in both languages. */
	unnamed: Bilingual;
	/** What was learned for a language; without it the rules alone read. */
	engineOf?: (language: Language) => LanguageEngine;
	/** The dates of a line, in its order. */
	findDates(line: string, published: PublishedDate): DatedSpan[];
};
