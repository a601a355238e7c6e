import type { TermList } from "./term-list.ts";

/** Passages of a segment are told by 16 bits. */
export const mostPassages = 65_536;

/** Some thousand passages and the index over them, as they came in or as a file holds them. */
export interface SegmentSource {
	/** Passages, removed ones too. */
	readonly count: number;
	/** Ids of its articles, which are told by their places. */
	readonly articles: readonly string[];
	readonly fingerprints: readonly string[];
	/** The name of its file; null where it has none yet. */
	readonly file: string | null;
	/** Nothing where no passage holds the term. */
	list(term: number): TermList | undefined;
	/** Words with content in the passage's own language. */
	lengthOf(passage: number): number;
	/** Numbers of its words, in order, those of its other language last. */
	wordsOf(passage: number): Int32Array;
	otherFrom(passage: number): number;
	articleOf(passage: number): number;
	/** The article's first passage; behind the last article the number of passages. */
	firstOf(article: number): number;
	lineOf(passage: number): number;
	traits(passage: number): number;
}
