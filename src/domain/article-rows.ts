import { Article, type Contradiction } from "./article.ts";
import type { ArticleOutline } from "./article-outline.ts";

/** What of an article is read when it is asked for. */
export const bodyKeys = [
	"passages",
	"claims",
	"events",
	"figures",
	"contradictions",
	"earlier",
] as const;
export type BodyKey = (typeof bodyKeys)[number];
export type ArticleBody = Pick<Article, BodyKey>;
export type BodylessArticle = Omit<Article, keyof ArticleBody>;

/** In the order of the schema, so that an article of two parts is written as any other. */
export const articleKeys = Object.keys(Article.shape) as (keyof Article)[];
const isBodyKey = new Set<string>(bodyKeys);

/** An article without its body, which is not read. */
export function withoutBody(article: Article): BodylessArticle {
	const known = articleKeys.filter((key) => key in article && !isBodyKey.has(key));
	return Object.fromEntries(known.map((key) => [key, article[key]])) as BodylessArticle;
}

/** The file that an article was read from, as it was then. */
export type ReadFile = {
	/** SHA-256 of its bytes. */
	digest: string;
	/** See `StoreFiles.stamp`; null where it is not known. */
	stamp: string | null;
};

/** An article as a row, without its body. */
export type ArticleRow = {
	/** The same for the same text of the same file; another text of the article is another row. */
	row: number;
	/** The same of two rows whose text is the same, whatever stands against it. */
	text: number;
	head: BodylessArticle;
	/** Whether it said something else before. */
	isEdited: boolean;
	outline: ArticleOutline;
	file: ReadFile;
};

export type NewRow = { article: Article; file: ReadFile };

/**
 * The articles of one corpus as rows. They are read in the middle of an answer, at once: whatever would
 * have to be waited for is no such place. Errors: `store_*`.
 */
export interface ArticleRows {
	/** The rows that are current, by article id. */
	all(): Iterable<ArticleRow>;
	/** Also of a row that is no longer current, for an hour. `chars`: how long its text is. */
	part<K extends BodyKey>(row: number, key: K): { value: ArticleBody[K]; chars: number };
	/** Makes rows of these, which take the place of those of their ids. They are at hand at once, and on the disk once `written` resolves. */
	put(articles: readonly NewRow[]): ArticleRow[];
	/** A row with the text of this one and other contradictions takes its place. */
	putPairs(known: ArticleRow, pairs: readonly Contradiction[], file: ReadFile): ArticleRow;
	/** The file of a row is the same and looks otherwise now. */
	restamp(row: number, stamp: string): void;
	/** No row of these ids is current any more. */
	remove(ids: readonly string[]): void;
	/** Resolves once all of it is on the disk; rejects where some of it could not be kept. */
	written(): Promise<void>;
	close(): Promise<void>;
}
