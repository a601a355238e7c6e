import type { Answer, Citation, Request } from "./answer.ts";
import type { Article, Claim, Language } from "./article.ts";
import type { DamagedRow, RowKind } from "./damaged.ts";
import type { DeliveryLedger, SubscriptionStore } from "./digest.ts";
import type { SourceStore } from "./sources.ts";

/** How the bot behaves for a person, a channel or a space; what is absent is inherited. */
export type Settings = {
	/** Of answers; `auto`: the language of the question. */
	language: "auto" | Language;
	/** Whether an answer to a command is first shown to the asker alone or to the channel. */
	visibility: "private" | "channel";
};

/** The first scope that sets a field wins: person, channel, space. Keys: `slack/T1/C1`. */
export interface SettingsStore {
	get(scope: string): Promise<Partial<Settings>>;
	/** Changes the fields that are given; null takes a field back. */
	put(scope: string, change: { [K in keyof Settings]?: Settings[K] | null }): Promise<void>;
}

/** Identifies an item of an answer after a restart, without its text. */
export type ItemPlace = Pick<Citation, "article" | "passage" | "line" | "start" | "end"> & {
	/** Of the claim or event that the item is, where it is one. */
	stated: string | null;
};

/** An answer that somebody was shown, for the buttons under it. */
export type View = {
	id: string;
	/** What is asked again for the next page; null for an answer that is kept whole. */
	request: Request | null;
	/** Kept whole where asking again would give another one: a digest. */
	answer: Answer | null;
	places: ItemPlace[];
	/** Milliseconds since the epoch. */
	at: number;
};

export interface ViewStore {
	put(view: View): Promise<void>;
	get(id: string): Promise<View | null>;
	/** Drops what is older; the number of views dropped. */
	dropBefore(at: number): Promise<number>;
}

/** The last question of each thread. */
export interface ThreadStore {
	/** Null where there is none that was put at or after `since`. */
	get(thread: string, since: number): Promise<Request | null>;
	put(thread: string, request: Request, at: number): Promise<void>;
	dropBefore(at: number): Promise<number>;
}

/**
 * Deliveries that were taken. One that was begun by another process and never finished counts as
 * never taken, since that process may have died over it.
 */
export interface InboxStore {
	/** Notes it and says true, or false where it was finished, or begun by this same process. */
	begin(delivery: string, process: string, at: number): Promise<boolean>;
	finish(delivery: string): Promise<void>;
	dropBefore(at: number): Promise<number>;
}

/** What happened to an article of the corpus, in the order in which it was noticed. */
export type Change = {
	/** Grows by at least 1; a digest remembers the last one that it looked at. */
	seq: number;
	/** When it was noticed, in milliseconds since the epoch. */
	at: number;
	kind: "added" | "updated" | "withdrawn";
	/** The article as it is now; as it was, where it was withdrawn. */
	article: string;
	/** The id that an updated article had before, where its text changed. */
	before: string | null;
	/** Ids of claims that the article makes now and did not make before. */
	newClaims: string[];
	/** Claims that it made before and makes no more, as they stood. */
	goneClaims: Claim[];
	/** What is said of the article beside its gone claims: the corpus may hold it no more. */
	head?: ArticleHead | undefined;
};

export type ArticleHead = Pick<
	Article,
	"title" | "outlet" | "url" | "published" | "language" | "rendering"
> & { file: string };

export interface ChangeJournal {
	/**
	 * Several processes may serve one corpus and notice the same: an addition of what is known, a
	 * withdrawal of what is not, and a new version that has taken its place already are passed over.
	 */
	append(changes: readonly Omit<Change, "seq">[]): Promise<void>;
	/** Changes after `seq`, the oldest first, at most `limit`. */
	after(seq: number, limit: number): Promise<Change[]>;
	/** The newest number; 0 where nothing was noted yet. */
	last(): Promise<number>;
	/** Every article that was ever noted and not withdrawn since. */
	known(): Promise<Set<string>>;
}

/**
 * Everything that outlives a restart, behind one port. A row that cannot be read is left out of what
 * is asked for, as if it were not there, and named by `damaged`. Errors: `store_*`.
 */
export interface Store {
	readonly settings: SettingsStore;
	readonly views: ViewStore;
	readonly threads: ThreadStore;
	readonly inbox: InboxStore;
	readonly changes: ChangeJournal;
	readonly sources: SourceStore;
	readonly subscriptions: SubscriptionStore;
	readonly deliveries: DeliveryLedger;
	/** Rows that cannot be read, the first `limit` of them; it looks at every row of these kinds, or of all. */
	damaged(limit: number, kinds?: readonly RowKind[]): Promise<DamagedRow[]>;
	/** After what was asked of it is done; nothing may be asked afterwards. */
	close(): Promise<void>;
}
