import type { Citation, ClaimItem, Correction, EarlierWords } from "./answer.ts";
import type { Article, PassageKind, SpeakerKind } from "./article.ts";
import type { Quotation } from "./quotation.ts";
import type { Language } from "./sets/languages.ts";
import type { ItemPlace } from "./state/conversation.ts";

/** A passage as it is shown: in the article's words, or in ours in the reader's language. */
export type ReadPassage = { id: string; kind: PassageKind; line: number; text: string };

/** An article as it is served now, an operator's word laid over it; title and outlet for the reader's language. */
export type ReadArticle = Pick<
	Article,
	"id" | "language" | "title" | "outlet" | "url" | "published" | "rendering"
> & {
	file: string;
	standing?: Article["standing"];
	reprints?: Article["reprints"];
	/** Those that concern the article as a whole. */
	corrections: Correction[];
	/** ISO days on which it was noticed that its text had been edited, the newest first. */
	edited: string[];
	passages: ReadPassage[];
	claims: number;
	/** Parts that an operator took down. */
	takenDown: number;
};

/** Somebody who bears a name; `key` tells which one, `articles.first` a few of those that he is in. */
export type Bearer = {
	key: string;
	name: string;
	kind: SpeakerKind;
	titles: string[];
	claims: number;
	relayed: number;
	articles: { count: number; first: { id: string; title: string | null }[] };
};

/** One state of the corpus, for whoever shows an article rather than an answer. */
export interface ReadingRoom {
	/** Null where no such article is served. */
	article(id: string, language: Language): ReadArticle | null;
	/** Made in this passage, in the order of its words, each with what stands against it and what became of it. */
	claimsIn(article: string, passage: string, language: Language): ClaimItem[];
	/** By its id of today, or the one that it had before its article was edited. */
	claim(id: string, language: Language): ClaimItem | null;
	/** What stood in a claim's place in earlier versions of its article, the newest first. */
	history(id: string, language: Language): EarlierWords[];
	/** The passage behind a place with its neighbours; null where these words stand there no more. */
	quotation(place: ItemPlace, language: Language): Quotation | null;
	/** Everybody whom a name means. */
	bearers(name: string, language: Language): Bearer[];
}

/**
 * The address of our own page behind a citation. `of`: the claim or event that the words are, and the
 * words themselves where they are known.
 */
export type PageOfCitation = (
	citation: Citation,
	language: Language,
	of: { stated?: string | undefined; quote?: string | undefined },
) => string;
