import type { Article, Passage } from "./article.ts";
import type { FacetTest } from "./facets.ts";
import type { Act } from "./sets/acts.ts";
import type { Filters } from "./sets/filters.ts";
import type { Language } from "./sets/languages.ts";

export type PassageRef = { article: Article; passage: Passage };

export type PassageHit = PassageRef & {
	/** Comparable within one answer only. Higher is better; ties are broken by article id, then line. */
	score: number;
	/** Share of the question's weight that the passage holds, 0 to 1. */
	coverage: number;
	/** Words of the passage, folded, that the question reached: what a sentence is chosen by. */
	matched: ReadonlySet<string>;
	/** What the question asks for, in its order, and how far the passage has it. */
	asked: readonly AskedWord[];
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
	/** Words of the text, folded, that are looked for as a part of a listed term alone. */
	light?: readonly string[] | undefined;
	language: Language;
	/** Hits wanted, 1 to 1,000. */
	limit: number;
	/** What a hit must be; all passages where absent. */
	within?: PassageConditions | undefined;
	/**
	 * What else was read out of the question: it lifts what agrees with it, it never excludes. Where the
	 * text asks for nothing, the preferred passages are the hits.
	 */
	prefer?: PassagePreference | undefined;
	/** Nobody waits for it: searches that somebody waits for go first. */
	unhurried?: boolean | undefined;
};

export type PassageHits = {
	hits: PassageHit[];
	/** The question's words that no passage holds in any translation or spelling: evidence that the corpus does not say. */
	unknownWords: string[];
	/** How words were widened: the question's word, and what was looked for beside it. */
	expansions: { word: string; to: string[] }[];
};

/** Values, so that a database can be asked with them. */
export type PassageConditions = {
	/** Of the passage, its article, or a claim or an event in it. */
	filters?: Filters | undefined;
	/** These alone, by `passageKey`. */
	passages?: ReadonlySet<string> | undefined;
};

/** Days, a speaker, an outlet and an act: a passage agrees with each in part, 0 to 1. */
export type PassagePreference = Pick<Filters, "by" | "outlet" | "from" | "to"> & {
	act?: Act | undefined;
};

export function passageKey({
	article,
	passage,
}: {
	article: Pick<PassageRef["article"], "id">;
	passage: Pick<PassageRef["passage"], "id">;
}): string {
	return `${article.id}\n${passage.id}`;
}

/** What `passageKey` was made of. */
export function placeOf(key: string): { article: string; passage: string } {
	const end = key.indexOf("\n");
	return { article: key.slice(0, end), passage: key.slice(end + 1) };
}

/** Finds passages of one state of the corpus. */
export interface PassageSearch {
	readonly size: number;
	search(query: PassageQuery): Promise<PassageHits>;
}

/**
 * What conditions and preferences mean in a state of the corpus, for an index that keeps passages in
 * this process; a database works them out by itself.
 */
export interface PassageJudge {
	accepts(within: PassageConditions): (ref: PassageRef) => boolean;
	/**
	 * What an article has to have so that a passage of it may be accepted, for an index that keeps it in
	 * columns: whatever passes is still asked about. Nothing is known where it is absent.
	 */
	narrows?(within: PassageConditions): readonly FacetTest[];
	/** Of these an article has to have one, so that a passage of it may agree; nothing is known where it is absent. */
	preferring?(prefer: PassagePreference): readonly FacetTest[] | undefined;
	/** How much a passage agrees, 0 to 1. */
	prefers(prefer: PassagePreference): (ref: PassageRef) => number;
}

/**
 * The index with its writing half. Articles come and go while it is searched: what is asked before a
 * change may be answered from before or after it, what is asked after it from after it.
 */
export interface PassageIndex {
	/** Passages that it holds. */
	readonly size: number;
	/** Grows with every change. */
	readonly version: number;
	/** False while it cannot be searched and whoever asks is refused; true where absent. */
	readonly isReady?: boolean;
	/** Adds an article's passages; an article with the same id is replaced. */
	add(article: Article): Promise<void>;
	/** Puts an article in the place of the one with its id at once; false, and nothing done, where their texts differ. */
	exchange(article: Article): Promise<boolean>;
	/** Takes an article's passages out; nothing happens where there are none. */
	remove(articleId: string): Promise<void>;
	search(query: PassageQuery, judge: PassageJudge): Promise<PassageHits>;
	/** Does ahead of time what the first question would have to wait for. */
	warmUp?(): Promise<void>;
	/** Ends what it runs beside this thread; nothing is asked afterwards. */
	close?(): Promise<void>;
}
