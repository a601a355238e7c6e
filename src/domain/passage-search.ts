import type { Article, Passage } from "./article.ts";
import type { Language } from "./sets/languages.ts";

export type PassageRef = { article: Article; passage: Passage };

export type PassageHit = PassageRef & {
	/** Comparable within one answer only. Higher is better; ties are broken by article id, then line. */
	score: number;
	/** Share of the question's weight that the passage holds, 0 to 1. */
	coverage: number;
	/** Words of the passage, folded, that the question reached: what a sentence is chosen by. */
	matched: ReadonlySet<string>;
	/** What the question asks for, in its order, and how far the passage has it; worked out on demand. */
	asked?: (() => AskedWord[]) | undefined;
};

/**
 * A word or term of the question, folded: its share of the question's weight, and how surely the
 * passage holds it, 1 where it stands there as it is or translated.
 */
export type AskedWord = {
	word: string;
	share: number;
	held: number;
	/** The index terms of the passage that count as finding it, and how surely: to look for in a sentence. */
	ways?: readonly { terms: readonly string[]; weight: number }[];
};

export type PassageQuery = {
	text: string;
	language: Language;
	/** Hits wanted, 1 to 1,000. */
	limit: number;
	/** Only these; all where absent. */
	accept?: ((ref: PassageRef) => boolean) | undefined;
	/**
	 * How much a passage agrees with what else was read out of the question (dates, a speaker), 0 to
	 * 1: it lifts, it never excludes. Where the text asks for nothing, the preferred passages are the
	 * hits.
	 */
	prefer?: ((ref: PassageRef) => number) | undefined;
};

export type PassageHits = {
	hits: PassageHit[];
	/** The question's words that no passage holds in any translation or spelling: evidence that the corpus does not say. */
	unknownWords: string[];
	/** How words were widened: the question's word, and what was looked for beside it. */
	expansions: { word: string; to: string[] }[];
};

/** Served in process by MiniSearch; beyond 50,000 passages by a database behind the same port. */
export interface PassageSearch {
	readonly size: number;
	search(query: PassageQuery): Promise<PassageHits>;
	/** Does ahead of time what the first question would have to wait for. */
	warmUp?(): Promise<void>;
}
