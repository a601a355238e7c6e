import type { DamagedRow } from "./state/damaged.ts";

/** What went wrong with an address, for people: the text is `error.<key>` in their language. */
export type SourceProblem = {
	/** Milliseconds since the epoch. */
	at: number;
	code: string;
	key: string;
	params: Record<string, string | number>;
};

/** A feed or a page that is looked at again and again. */
export type Source = {
	/** Six characters that people can type. */
	id: string;
	address: string;
	/** Told by what stands there; null until it was read once. */
	kind: "feed" | "page" | null;
	/** As the feed calls itself. */
	title: string | null;
	/** Who added it: `slack/T1/U1`, `console`. */
	addedBy: string;
	addedAt: number;
	/** What its server said of the last answer, to be asked whether it is still the same. */
	etag: string | null;
	lastModified: string | null;
	/** When it is looked at next. */
	nextPollAt: number;
	lastSuccessAt: number | null;
	/** Of the last look; null where that one went well. */
	lastProblem: SourceProblem | null;
	/** Looks that failed in a row. */
	failures: number;
};

/** What a source leads to: an item of its feed, or the page itself. */
export type SourceItem = {
	/** The feed's own id for it, else its address. */
	key: string;
	/** Of its page; null where the feed gives none. */
	address: string | null;
	/** Of what the feed says of it: another one means that it changed. */
	mark: string;
	/** The article that it gave last; null where it gave none. */
	article: string | null;
	etag: string | null;
	lastModified: string | null;
	firstSeenAt: number;
	/** When its page is looked at again; null for never. */
	nextCheckAt: number | null;
	/** Times in a row that its page was not there. */
	missing: number;
	/** Why it is no article, or could not be read the last time. */
	problem: SourceProblem | null;
};

/** Sources and their items, kept over restarts. */
export interface SourceStore {
	/** False where its address is there already. */
	add(source: Source): Promise<boolean>;
	/** In the order in which they were added. */
	list(): Promise<Source[]>;
	/** Sources that cannot be read. */
	damaged(): Promise<DamagedRow[]>;
	/** With its items; false where there is none of that id. */
	remove(id: string): Promise<boolean>;
	/**
	 * The source that has been due longest at `now`, with its next look put off until `until`, so that
	 * nobody else takes it meanwhile; null where none is due.
	 */
	take(now: number, until: number): Promise<Source | null>;
	/**
	 * Puts the next look of a source that was taken until `held` off until `until`; false where
	 * somebody else has it by now, or where it was removed.
	 */
	renew(id: string, held: number, until: number): Promise<boolean>;
	/** Keeps how a look went; nothing happens where the source was removed meanwhile. */
	save(source: Source): Promise<void>;
	items(source: string): Promise<SourceItem[]>;
	/** Adds or replaces them by key; nothing happens where the source was removed meanwhile. */
	saveItems(source: string, items: readonly SourceItem[]): Promise<void>;
	/** Drops all but the `most` items that were seen last; the number dropped. */
	trimItems(source: string, most: number): Promise<number>;
}
