import type { Article, Claim } from "../article.ts";
import type { ArticleStanding } from "../notice.ts";

export const changeKinds = ["added", "updated", "withdrawn", "marked"] as const;

/** What happened to an article of the corpus, in the order in which it was noticed. */
export type Change = {
	/** Grows by at least 1; a digest remembers the last one that it looked at. */
	seq: number;
	/** When it was noticed, in milliseconds since the epoch. */
	at: number;
	/**
	 * `withdrawn`: the article left the corpus; `marked`: it stays, and its publisher took it back, or its
	 * page is gone: `head.standing` says which.
	 */
	kind: (typeof changeKinds)[number];
	/** The article as it is now; as it was, where it was withdrawn. */
	article: string;
	/** The id that an updated article had before, where its text changed; of an added one, what nobody noted. */
	before: string | null;
	/** Ids of claims that the article makes now and did not make before. */
	newClaims: string[];
	/** Claims that it made before and makes no more, as they stood; of a marked article all of them. */
	goneClaims: Claim[];
	/** What is said of the article beside its gone claims: the corpus may hold it no more. */
	head?: ArticleHead | undefined;
};

/** A change before it is numbered. */
export type NewChange = Omit<Change, "seq"> & {
	/**
	 * What the article may have been before, the last version first. Processes pass versions by: only the
	 * journal knows which of them was noted, and notes the article as that one's new version.
	 */
	since?: readonly VersionChange[] | undefined;
};

/** What is new in an article, and what is gone, since the version of that id. */
export type VersionChange = { id: string } & Pick<Change, "newClaims" | "goneClaims">;

export type ArticleHead = Pick<
	Article,
	"title" | "outlet" | "url" | "published" | "language" | "rendering"
> & {
	file: string;
	/** Of a marked article. */
	standing?: ArticleStanding | undefined;
	/** Claims that a correction which was not there before concerns; of the whole article: all of them. */
	corrected?: string[] | undefined;
};

export interface ChangeJournal {
	/**
	 * Several processes may serve one corpus and notice the same: an addition of what is known, a
	 * withdrawal of what is not, a new version that has taken its place already, and a mark that the
	 * article's last change has set are passed over. A new version that is known while the earlier one is
	 * there still takes its place without new claims.
	 *
	 * `asOf`: the newest number from before the corpus was looked at. Where something else was noted of an
	 * article behind it, what was seen may be over: that change is left out, and the answer is false.
	 */
	append(changes: readonly NewChange[], asOf?: number): Promise<boolean>;
	/** Changes after `seq`, the oldest first, at most `limit`. */
	after(seq: number, limit: number): Promise<Change[]>;
	/** The newest number; 0 where nothing was noted yet. */
	last(): Promise<number>;
	/**
	 * The number behind which its last `count` changes stand; 0 where there are no more than these. Numbers
	 * do not count them: other collections have theirs between them.
	 */
	startOf(count: number): Promise<number>;
	/**
	 * Calls back soon after an append, also of another process, until what it returns is called. A hint
	 * that may fail to come: who needs to know looks by itself as well. Absent where none is given.
	 */
	watch?(heard: () => void): () => void;
	/** Every article that was ever noted and not withdrawn since. */
	known(): Promise<Set<string>>;
}
