import type { Answer, AnswerItem, Citation, Request } from "../answer.ts";
import type { Place } from "../place.ts";
import type { Settings } from "../sets/settings.ts";

/** The first scope that sets a field wins: person, channel, space. Keys: `slack/T1/C1`. */
export interface SettingsStore {
	get(scope: string): Promise<Partial<Settings>>;
	/** Of each of these, in their order, asked for at once: every question looks. */
	each(scopes: readonly string[]): Promise<Partial<Settings>[]>;
	/** Changes the fields that are given; null takes a field back. */
	put(scope: string, change: { [K in keyof Settings]?: Settings[K] | null }): Promise<void>;
}

/** Identifies an item of an answer after a restart, without its text. */
export type ItemPlace = Pick<
	Citation,
	"article" | "passage" | "line" | "start" | "end" | "end_line"
> & {
	/** Of the claim or event that the item is, where it is one. */
	stated: string | null;
	/** A short hash of the quoted words, by which they are told from others in the same place. */
	words?: string | undefined;
};

/** Where an answer was shown, and to whom: its buttons are of no use beyond. */
export type Home = Pick<Place, "platform" | "space" | "channel"> & {
	/** Who asked; null for what nobody asked for: a digest. */
	person: string | null;
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
	/** Absent in what was kept before this was noted. */
	home?: Home | undefined;
};

export interface ViewStore {
	put(view: View): Promise<void>;
	get(id: string): Promise<View | null>;
	/** Drops what is older; the number of views dropped. */
	dropBefore(at: number): Promise<number>;
}

/** A question of a thread, with what a person may go back to from it. */
export type ThreadQuestion = Request & {
	/** The question whose answer it asks further about: why? when was that? */
	of?: Request | undefined;
	/** The questions before it, the newest first. */
	earlier?: Request[] | undefined;
};

/** The last question of each thread. */
export interface ThreadStore {
	/** Null where there is none that was put at or after `since`. */
	get(thread: string, since: number): Promise<ThreadQuestion | null>;
	put(thread: string, request: ThreadQuestion, at: number): Promise<void>;
	dropBefore(at: number): Promise<number>;
}

/**
 * Deliveries that were taken. One that was begun by another process and never finished counts as
 * never taken, since that process may have died over it.
 */
export interface InboxStore {
	/** Notes it and says true, or false where it was finished, or begun by this same process. */
	begin(delivery: string, process: string, at: number): Promise<boolean>;
	/**
	 * Keeps it known that a process is at work for as long as the store is open: what it has begun is
	 * taken by nobody else meanwhile. Absent where a store cannot tell.
	 */
	attend?(process: string): Promise<void>;
	finish(delivery: string): Promise<void>;
	/** What this process began, and did not finish, counts as never taken. */
	release(delivery: string, process: string): Promise<void>;
	dropBefore(at: number): Promise<number>;
}

/** How an item is found again. */
export function placeOf(item: AnswerItem): ItemPlace {
	if (item.kind === "source")
		return {
			article: item.article.id,
			passage: "",
			line: 1,
			start: null,
			end: null,
			stated: null,
		};
	const { article, passage, line, start, end, end_line } = item.citation;
	const stated =
		item.kind === "claim" ? item.claim.id : item.kind === "event" ? item.event.id : null;
	const to = end_line === undefined ? {} : { end_line };
	return { article, passage, line, start, end, ...to, stated, words: wordsHash(item.quote) };
}

/** FNV-1a over the words, base 36. */
export function wordsHash(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
}

/** An answer as it is kept whole for its buttons, since asking again would give another one: a digest. */
export function wholeView(answer: Answer, id: string, at: number, home: Home): View {
	return { id, request: null, answer, places: answer.items.map(placeOf), at, home };
}
