import { z } from "zod";
import type { Answer, Request } from "./answer.ts";
import type { Language } from "./article.ts";
import type { Notice, Place, PlatformName } from "./chat.ts";
import type { DamagedRow } from "./damaged.ts";
import type { View } from "./store.ts";

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
	/**
	 * Deletes what was posted with this key in the place at or after `since`, but for `keep`: a worker
	 * had been frozen between its last check and its request, and another one had posted meanwhile. A
	 * platform that lets nobody delete leaves it out.
	 */
	retract?(
		key: string,
		keep: string,
		place: Place,
		since: number,
		signal: AbortSignal,
	): Promise<void>;
}

/** Why a digest rests: somebody asked for it, or its channel no longer takes messages. */
export type PauseReason = "asked" | "channel_gone" | "not_allowed";

/** One channel's wish to be told what is new on a topic. */
export type Subscription = {
	/** Twelve lower-case letters and digits: half of a delivery's key. */
	id: string;
	place: Place;
	/** Who made it, and is told when it has to be paused. */
	maker: string;
	/** Topic and filters; its command is `claims`. */
	request: Request;
	language: Language;
	/** Local time, `07:30`. */
	at: string;
	/** IANA name. */
	zone: string;
	days: Weekday[];
	/** What is done on a day without anything new. */
	empty: "say" | "skip";
	paused: PauseReason | null;
	/** Milliseconds since the epoch. */
	createdAt: number;
	/** Local days before this one are not due. */
	from: string;
	/** The last change that a delivered digest looked at. */
	since: number;
	/** Day of the last digest that was delivered or had nothing to say; null before the first. */
	lastDay: string | null;
	/**
	 * When to look whether a day is due: worked out anew from the ledger each time, kept only so that
	 * not every subscription has to be looked at.
	 */
	nextDue: number;
};

export interface SubscriptionStore {
	/** Adds it unless its channel has `most` already; whether it was added. */
	add(subscription: Subscription, most: number): Promise<boolean>;
	get(id: string): Promise<Subscription | null>;
	/** Of one channel, the oldest first. */
	ofChannel(platform: PlatformName, channel: string): Promise<Subscription[]>;
	/** Of one channel: those that cannot be read. */
	damaged(platform: PlatformName, channel: string): Promise<DamagedRow[]>;
	/** All, by id, after `after`; "" begins. */
	page(after: string, limit: number): Promise<Subscription[]>;
	/** Not paused, on these platforms, and `nextDue` at or before `now` or after `horizon`: the first ones. */
	due(
		platforms: readonly PlatformName[],
		now: number,
		horizon: number,
		limit: number,
	): Promise<Subscription[]>;
	change(
		id: string,
		change: Partial<Pick<Subscription, "paused" | "from" | "nextDue">>,
	): Promise<void>;
	/** With what the ledger has of it. */
	remove(id: string): Promise<void>;
}

/**
 * `pending`: surely not posted. `sending`: may have been posted. The others are final; `skipped` has
 * a reason: `nothing_new`, `folded` into the next day's digest, `paused`.
 */
export type DeliveryState = "pending" | "sending" | "sent" | "skipped" | "failed" | "closed";

/** One subscription on one local day, whatever became of it. */
export type Delivery = {
	/** `<subscription>-<YYYYMMDD>`: what the platform can be asked about. */
	key: string;
	subscription: string;
	platform: PlatformName;
	channel: string;
	/** Local day, ISO. */
	day: string;
	/** Earlier days that it makes up for: the first of them, and how many. */
	missedFrom: string | null;
	missed: number;
	/** When it was due, in milliseconds since the epoch. */
	due: number;
	state: DeliveryState;
	/** Nothing is tried before. */
	notBefore: number;
	attempts: number;
	/** The last change that it tells of; null until it was written. */
	upTo: number | null;
	view: string | null;
	message: string | null;
	reason: string | null;
	/** Who works on it; others may after `leasedUntil`. */
	lease: string | null;
	leasedUntil: number;
	/** Of the last change of this row. */
	changedAt: number;
};

/** A day that is due. */
export type Planned = Pick<
	Delivery,
	"key" | "subscription" | "platform" | "channel" | "day" | "missedFrom" | "missed" | "due"
>;

/** What became of a delivery that a worker held. */
export type DeliveryEnd =
	| { state: "sent"; message: string }
	| { state: "skipped" | "failed"; reason: string }
	/** Pauses the subscription too. */
	| { state: "closed"; reason: "channel_gone" | "not_allowed" };

/** Every method that names a lease changes nothing and says false where the lease is no longer held. */
export interface DeliveryLedger {
	/**
	 * Notes a day as due. An earlier day that is still pending is folded into it; one that is being
	 * sent, or pending in a worker's hands, keeps it back (false), as does the same key.
	 */
	plan(planned: Planned, now: number): Promise<boolean>;
	/**
	 * Unfinished ones that nobody holds and that may be tried now, in the order in which they were due.
	 * A lease that ends after `horizon` is from before the clock was set back, and counts for nothing.
	 */
	ready(
		platforms: readonly PlatformName[],
		now: number,
		horizon: number,
		limit: number,
	): Promise<Delivery[]>;
	/** The earliest time at which an unfinished one may be tried or its lease ends; null where there is none. */
	nextReady(platforms: readonly PlatformName[]): Promise<number | null>;
	/**
	 * Takes one that nobody holds; null where somebody does or it is finished. A lease that ends after
	 * `until` counts for nothing.
	 */
	claim(key: string, lease: string, now: number, until: number): Promise<Delivery | null>;
	/** Right before posting: from here on it may have been posted. Keeps `view` for the buttons. */
	sending(
		key: string,
		lease: string,
		now: number,
		until: number,
		written: { upTo: number; view: View },
	): Promise<boolean>;
	/** Gives it back unfinished: `pending` where it was surely not posted. */
	release(
		key: string,
		lease: string,
		now: number,
		next: { state: "pending" | "sending"; notBefore: number; reason: string },
	): Promise<boolean>;
	/**
	 * Ends it. `sent`, and `skipped` with an `upTo`, move the subscription on to what was looked at, in
	 * the same transaction.
	 */
	finish(
		key: string,
		lease: string,
		now: number,
		end: DeliveryEnd,
		upTo?: number,
	): Promise<boolean>;
	get(key: string): Promise<Delivery | null>;
	/** Of one subscription: days at or after `day`, the newest first. */
	since(subscription: string, day: string, limit: number): Promise<Delivery[]>;
}
