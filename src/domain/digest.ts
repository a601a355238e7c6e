import { z } from "zod";
import type { Answer } from "./answer.ts";
import type { Notice, Place } from "./chat.ts";

export const Weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
export type Weekday = z.infer<typeof Weekday>;

/** A message of a digest as a platform is to post it. */
export type DigestPost = {
	/** Of the subscription and its local date: at most 25 characters of A-Z, a-z, 0-9, `_`, `-`. */
	key: string;
	place: Place;
	answer: Answer;
	/** For the buttons under it. */
	view: string;
};

/** What is known after a try. Only `unknown` may or may not have reached the channel. */
export type PostOutcome =
	| { kind: "sent"; message: string }
	/** Surely not posted; the platform asks to wait. */
	| { kind: "wait"; retryAfterMs: number }
	/** Surely not posted and never will be: the channel is gone, or closed to the bot. */
	| { kind: "closed"; reason: "channel_gone" | "not_allowed" }
	/** Surely not posted, perhaps the next time. */
	| { kind: "failed"; reason: string }
	/** A lost reply, a time-out, a 5xx: ask with `find` before anything is posted again. */
	| { kind: "unknown"; reason: string };

/** Implemented by each platform's adapter with a client that never repeats a post by itself. */
export interface Poster {
	post(post: DigestPost, signal: AbortSignal): Promise<PostOutcome>;
	/**
	 * The id of the message with this key that was posted in the place at or after `since`
	 * (milliseconds since the epoch), or null where there surely is none. Throws where that cannot be
	 * told: nothing may be posted then.
	 */
	find(key: string, place: Place, since: number, signal: AbortSignal): Promise<string | null>;
	/** Tells a person something directly, such as that a digest was paused; a failure is only logged. */
	tell(person: string, place: Place, notice: Notice): Promise<void>;
}
