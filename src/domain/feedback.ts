import type { Request } from "./answer.ts";
import type { PlatformName } from "./sets/platforms.ts";

/** What a reader can say that is wrong with an answer, in the form's order; texts: `vote.reason.…`. */
export const voteReasons = ["off_topic", "unsaid", "missed", "speaker", "day", "other"] as const;
export type VoteReason = (typeof voteReasons)[number];

/** Of what a reader adds in their own words, in UTF-16 units. */
export const longestNote = 500;
/** Of the words of the first item that are kept beside a vote. */
export const longestFirst = 300;

/** What one reader says of one answer, and what was asked: what a test question needs. */
export type Feedback = {
	/** Of the answer. */
	view: string;
	/** `slack/T1/U1`: a person says one thing of an answer, which they may change. */
	voter: string;
	platform: PlatformName;
	vote: "right" | "wrong";
	/** Null where nothing was chosen. */
	reason: VoteReason | null;
	/** The reader's own words; untrusted, empty where there are none. */
	note: string;
	request: Request;
	/** Whether the answer said that the articles say it. */
	answered: boolean;
	/** What stood first: its file, and its words as they are quoted. */
	first: { file: string; words: string } | null;
	/** Milliseconds since the epoch, of the last change. */
	at: number;
};

export type FeedbackCounts = {
	right: number;
	wrong: number;
	/** Of those that are wrong, by what was chosen; `none` where nothing was. */
	reasons: Partial<Record<VoteReason | "none", number>>;
};

/** Where a page of them goes on. */
export type FeedbackCursor = Pick<Feedback, "at" | "view" | "voter">;

/** What readers say of answers. Errors: `store_*`. */
export interface FeedbackStore {
	/** In the place of what this person said of this answer before. */
	put(feedback: Feedback): Promise<void>;
	get(view: string, voter: string): Promise<Feedback | null>;
	counts(): Promise<FeedbackCounts>;
	/** The newest first, behind the one that is named; fewer than `limit` where there are no more. */
	page(after: FeedbackCursor | null, limit: number): Promise<Feedback[]>;
	/** Drops what was last changed before; how many. */
	dropBefore(at: number): Promise<number>;
}

/** What a reader sends; untrusted like all text. */
export type VoteEntry = {
	/** A `VoteReason`. */
	reason: string;
	note: string;
};
