import type { Article, Passage } from "../domain/article.ts";
import type { StatedDate } from "../domain/dates.ts";
import type { DateFinder, FoundDate, Text } from "../language/dates/index.ts";
import { textOf } from "../language/dates/index.ts";
import { leadPassages, storyDay } from "../language/dates/story-day.ts";
import { sentences } from "../language/text/sentences.ts";
import type { Stretch } from "./clauses.ts";

/** What the extractor needs of an article. */
export type ArticleText = Pick<Article, "id" | "language" | "published" | "passages">;

/** A passage with its words, sentences and dates, read once. Offsets are inside the passage's text. */
export type DatedPassage = {
	passage: Passage;
	text: Text;
	sentences: readonly Stretch[];
	dates: FoundDate[];
};

export function datedPassages(article: ArticleText, finder: DateFinder): DatedPassage[] {
	return article.passages.map((passage) => ({
		passage,
		text: textOf(passage.text),
		sentences: sentences(passage.text),
		dates: finder.find(passage.text, { published: article.published }),
	}));
}

export function isBody({ passage }: DatedPassage): boolean {
	return passage.kind === "body" || passage.kind === "quote";
}

/** The day (or month) that the article's story is of, told from its first paragraphs. */
export function storyDate(article: ArticleText, dated: readonly DatedPassage[]): StatedDate | null {
	const lead = dated.filter(isBody).slice(0, leadPassages);
	const dates = lead.flatMap(({ dates }) => dates.filter(({ kind }) => kind !== "offset"));
	return storyDay(dates, article.published);
}

/** Index of the word that holds the offset, or of the last one before it. */
export function wordIndex({ words }: Text, offset: number): number {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle]?.start ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return Math.max(0, low - 1);
}
