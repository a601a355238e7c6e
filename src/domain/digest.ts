import { z } from "zod";
import type { Answer, Request } from "./answer.ts";
import type { Notice } from "./chat.ts";
import type { Place } from "./place.ts";
import type { Language } from "./sets/languages.ts";
import type { PlatformName } from "./sets/platforms.ts";
import type { DamagedRow } from "./state/damaged.ts";

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

/** Why a channel takes nothing any more. */
export type ClosedReason = Exclude<PauseReason, "asked" | "moved">;

/** What is known after a try. Only `unknown` may or may not have reached the channel. */
export type PostOutcome =
	| { kind: "sent"; message: string }
	/** Surely not posted; the platform asks to wait. `null`: it names no time. */
	| { kind: "wait"; retryAfterMs: number | null }
	/** Surely not posted and never will be: the platform itself says that the channel is gone or closed. */
	| { kind: "closed"; reason: ClosedReason }
	/** Surely not posted, perhaps the next time. `away`: nothing could be reached. */
	| { kind: "failed"; reason: string; away?: true }
	/**
	 * Every answer that the platform does not document as a refusal, and none at all: ask with `find`
	 * before anything is posted again.
	 */
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
	/**
	 * Whether the platform answers at all and knows the bot; false for every other answer and for none.
	 * Asked while posts fail, so that nothing is posted for the sake of trying. What cannot be away
	 * leaves it out.
	 */
	reach?(signal: AbortSignal): Promise<boolean>;
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

/** What a digest does on a day without anything new. */
export const whereNothingIsNew = ["say", "skip"] as const;

/** When somebody is told: once a day at a time, or of each new statement as soon as it is read. */
export const whenTold = ["daily", "now"] as const;
export type WhenTold = (typeof whenTold)[number];

/**
 * Why a digest rests: somebody asked for it, its channel no longer takes messages, its place is answered
 * from another collection (`moved`), or the app was taken out of its workspace or guild (`left`).
 */
export const PauseReason = z.enum(["asked", "channel_gone", "not_allowed", "moved", "left"]);
export type PauseReason = z.infer<typeof PauseReason>;

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
	/** `now`: time, days and what is done on an empty day mean nothing. */
	when: WhenTold;
	/** Local time, `07:30`. */
	at: string;
	/** IANA name. */
	zone: string;
	days: Weekday[];
	/** What is done on a day without anything new. */
	empty: (typeof whereNothingIsNew)[number];
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
	 * When to look whether a day is due, or whether there is anything to tell: worked out anew from the
	 * ledger each time, kept only so that not every subscription has to be looked at.
	 */
	nextDue: number;
};

/** What may be changed of one: not its place, and not what it was told already. */
export type SubscriptionChange = Partial<
	Omit<Subscription, "id" | "place" | "maker" | "createdAt" | "since" | "lastDay">
>;

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
	/**
	 * Daily ones that are not paused, on these platforms, and `nextDue` at or before `now` or after
	 * `horizon`: the first ones.
	 */
	due(
		platforms: readonly PlatformName[],
		now: number,
		horizon: number,
		limit: number,
	): Promise<Subscription[]>;
	/** The same of those that are told at once, and that have not looked at the change `last` yet. */
	alerts(
		platforms: readonly PlatformName[],
		last: number,
		now: number,
		horizon: number,
		limit: number,
	): Promise<Subscription[]>;
	change(id: string, change: SubscriptionChange): Promise<void>;
	/** Pauses what is told in a workspace or guild that the bot was taken out of, of every collection; how many. */
	leave(platform: PlatformName, space: string): Promise<number>;
	/** What was paused by that goes on; how many. */
	comeBack(platform: PlatformName, space: string, now: number): Promise<number>;
	/** What was looked at and held nothing for it: it is never told again. */
	passOver(id: string, upTo: number): Promise<void>;
	/** With what the ledger has of it. */
	remove(id: string): Promise<void>;
}
