import type { Delivery } from "../../domain/delivery-ledger.ts";
import type { Poster } from "../../domain/digest.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { lookBackMs } from "./rates.ts";
import type { Failed } from "./rests.ts";
import type { Settling } from "./settling.ts";

/** What became of one try, for whoever keeps the pace. */
export type Tried =
	/** Nothing was asked of the platform. */
	| { platform: "not_asked" }
	/** It answered as it documents; nothing goes there for `waitMs`. */
	| { platform: "answered"; waitMs: number }
	/** It did not, or asks to wait and names no time. */
	| { platform: "failed"; failed: Failed };

export const notAsked: Tried = { platform: "not_asked" };
export const answered: Tried = { platform: "answered", waitMs: 0 };

/** A delivery in a worker's hands. */
export type Hold = {
	/** As it was when it was taken. */
	row: Delivery;
	lease: string;
	poster: Poster;
	signal: AbortSignal;
	settling: Settling;
	/** Whether it may be in the channel already. */
	perhapsPosted: boolean;
};

/** For a later try, the later the more often it was tried; false where another worker has it. */
export async function giveBack(
	{ store, now, timing }: DigestParts,
	{ row, lease }: Hold,
	state: "pending" | "sending",
	reason: string,
	waitMs?: number,
): Promise<boolean> {
	const doubled = timing.retryMs * 2 ** Math.min(row.attempts, 20);
	const at = now();
	const notBefore = at + (waitMs ?? Math.min(doubled, timing.longestRetryMs));
	return store.deliveries.release(row.key, lease, at, { state, notBefore, reason });
}

/** Milliseconds since the epoch from which on the platform is asked for the delivery's message. */
export function lookFrom({ now }: DigestParts, { due }: Delivery): number {
	return Math.min(due, now()) - lookBackMs;
}
