import { z } from "zod";
import type { ClosedReason } from "../digest.ts";
import type { PlatformName } from "../sets/platforms.ts";
import type { View } from "./conversation.ts";

/**
 * `pending`: surely not posted. `sending`: may have been posted. The others are final; `skipped` has
 * a reason: `nothing_new`, `folded` into the next day's digest, `paused`.
 */
export const DeliveryState = z.enum(["pending", "sending", "sent", "skipped", "failed", "closed"]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** One subscription on one local day, or one alert of it, whatever became of it. */
export type Delivery = {
	/** See `deliveryKey` and `alertKey`: what the platform can be asked about. */
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
	| { state: "closed"; reason: ClosedReason };

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
	 * `farthestLease` counts for nothing.
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

/**
 * The last moment at which a lease that somebody took may end, for one that is taken from `now` to
 * `until`: clocks of two machines differ, and only a clock that was set back leaves one beyond.
 */
export function farthestLease(now: number, until: number): number {
	return until + (until - now);
}
