import { IsnadError } from "../../domain/errors.ts";
import type { AskedWord, PassageHits, PassageQuery } from "../../domain/passage-search.ts";
import type { IndexArticle } from "./segment/passage-rows.ts";
import type { KnownArticle } from "./segment-store.ts";

/** Passages by their articles' numbers and their places in them. */
export type PassageNumbers = { articles: Int32Array; places: Int32Array };

export type EngineQuery = Pick<
	PassageQuery,
	"text" | "light" | "language" | "limit" | "unhurried"
> & {
	/** These passages alone. */
	only: PassageNumbers | undefined;
	/** By article number: 0 where none of its passages can be accepted; all may be where it is absent. */
	among?: Uint8Array | undefined;
};

/** What conditions and preferences mean, in another thread: for each passage 0 to 1. */
export type EngineJudge = {
	accepts: ((passages: PassageNumbers) => Promise<Float64Array>) | undefined;
	prefers: ((passages: PassageNumbers) => Promise<Float64Array>) | undefined;
};

export type EngineHit = {
	article: number;
	place: number;
	score: number;
	coverage: number;
	matched: Set<string>;
	asked: AskedWord[];
};

export type EngineHits = Pick<PassageHits, "unknownWords" | "expansions"> & {
	hits: EngineHit[];
	/** The text asks for nothing: the preferred passages are the hits, which only the judge knows. */
	asksNothing: boolean;
};

/** What searches segments, here or in a thread of its own. It knows articles by number. */
export interface SegmentEngine {
	/** Articles that it holds, and the hash of the corpus that it was kept with; null where it has changed. */
	known(): Promise<{ articles: KnownArticle[]; corpus: string | null }>;
	/** Gives the article's number. `isBulk`: many more come at once. */
	add(article: IndexArticle, isBulk?: boolean): Promise<number>;
	remove(articleId: string): Promise<void>;
	search(query: EngineQuery, judge: EngineJudge): Promise<EngineHits>;
	/** All that it holds stands in files once this resolves, under this hash of the corpus. */
	keep(corpus: string | null): Promise<void>;
	close(): Promise<void>;
	/** Of one that may end by itself: resolves with why, once nothing of it runs any more. */
	readonly ended?: Promise<EngineEnded>;
}

/** The engine is gone, and whatever it was asked is not answered. */
export class EngineEnded extends IsnadError {
	constructor(reason: string, options: { cause?: unknown } = {}) {
		const sentence = `The search thread ended (${reason}): it is started again, ask in a minute.`;
		super("search_unavailable", sentence, options);
	}
}
