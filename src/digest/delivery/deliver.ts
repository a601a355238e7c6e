import { wholeView } from "../../domain/conversation.ts";
import type { Delivery } from "../../domain/delivery-ledger.ts";
import type { Poster, PostOutcome, Subscription } from "../../domain/digest.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { Place } from "../../domain/place.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { pausedNotice } from "./paused-notice.ts";
import { postOnce } from "./post-once.ts";
import { lookBackMs, mostAttempts } from "./rates.ts";
import { timedOut, within } from "./time-limit.ts";

/** What became of one try, for whoever keeps the pace. */
export type Tried = { waitMs: number };

type Hold = {
	/** As it was when it was taken. */
	row: Delivery;
	lease: string;
	poster: Poster;
	signal: AbortSignal;
	/** Whether it may be in the channel already. */
	perhapsPosted: boolean;
};

/**
 * One try at one delivery: taken under a lease, given back or ended. Every step before and after the
 * post is noted in the ledger first, so that a process may die anywhere. `signal` cuts waiting short.
 */
export async function deliver(
	parts: DigestParts,
	key: string,
	signal: AbortSignal,
): Promise<Tried> {
	const { store, now, timing, posters } = parts;
	const lease = parts.newId();
	const taken = now();
	const row = await store.deliveries.claim(key, lease, taken, taken + timing.leaseMs);
	const poster = row && posters[row.platform];
	if (!row || !poster) return { waitMs: 0 };
	const hold: Hold = { row, lease, poster, signal, perhapsPosted: row.state === "sending" };
	try {
		return await work(parts, hold);
	} catch (error) {
		const { code } = asIsnadError(error);
		parts.log("error", "A digest could not be written.", { key, code });
		// What may have been posted stays so until the platform has been asked.
		await giveBack(parts, hold, hold.perhapsPosted ? "sending" : "pending", code);
		return { waitMs: 0 };
	}
}

async function work(parts: DigestParts, hold: Hold): Promise<Tried> {
	const { store, now } = parts;
	const { row, lease } = hold;
	const subscription = await store.subscriptions.get(row.subscription);
	// Removed a moment ago, and its ledger with it.
	if (!subscription) return { waitMs: 0 };
	if (row.state === "sending") {
		const found = await findPosted(parts, hold, subscription.place);
		if (found.kind === "unknown") {
			await giveBack(parts, hold, "sending", found.reason);
			return { waitMs: 0 };
		}
		if (found.message !== null) {
			const sent = { state: "sent", message: found.message } as const;
			await store.deliveries.finish(row.key, lease, now(), sent);
			return { waitMs: 0 };
		}
		hold.perhapsPosted = false;
	}
	if (subscription.paused) {
		const skipped = { state: "skipped", reason: "paused" } as const;
		await store.deliveries.finish(row.key, lease, now(), skipped);
		return { waitMs: 0 };
	}
	return send(parts, hold, subscription);
}

type Found = { kind: "told"; message: string | null } | { kind: "unknown"; reason: string };

/** Asks the platform, once no request of another worker can be on its way any more. */
async function findPosted(
	parts: DigestParts,
	{ row, poster, signal }: Hold,
	place: Place,
): Promise<Found> {
	const { sleep, timing } = parts;
	await sleep(timing.settleMs, signal);
	if (signal.aborted) return { kind: "unknown", reason: "stopped" };
	const since = lookFrom(parts, row);
	try {
		const message = await within(sleep, timing.requestMs, (over) =>
			poster.find(row.key, place, since, over),
		);
		if (message === timedOut) return { kind: "unknown", reason: "timed_out" };
		return { kind: "told", message };
	} catch (error) {
		const { code, message } = asIsnadError(error);
		return { kind: "unknown", reason: code === "internal" ? message.slice(0, 200) : code };
	}
}

async function send(parts: DigestParts, hold: Hold, subscription: Subscription): Promise<Tried> {
	const { store, now, timing } = parts;
	const { row, lease, poster } = hold;
	const { answer, news, upTo } = await parts.write(subscription, row);
	if (!news && subscription.empty === "skip") {
		const skipped = { state: "skipped", reason: "nothing_new" } as const;
		await store.deliveries.finish(row.key, lease, now(), skipped, upTo);
		return { waitMs: 0 };
	}
	const view = wholeView(answer, parts.newId(), now());
	const begun = now();
	const until = begun + timing.leaseMs;
	if (!(await store.deliveries.sending(row.key, lease, begun, until, { upTo, view })))
		return { waitMs: 0 };
	hold.perhapsPosted = true;
	const post = { key: row.key, place: subscription.place, answer, view: view.id };
	const outcome = await postOnce(parts, poster, post, until);
	return settle(parts, hold, subscription, outcome);
}

async function settle(
	parts: DigestParts,
	hold: Hold,
	subscription: Subscription,
	outcome: PostOutcome,
): Promise<Tried> {
	const { store, now, log } = parts;
	const { row, lease, poster } = hold;
	switch (outcome.kind) {
		case "sent": {
			const sent = { state: "sent", message: outcome.message } as const;
			if (!(await store.deliveries.finish(row.key, lease, now(), sent)))
				await takeBack(parts, hold, subscription.place);
			break;
		}
		case "wait":
			await giveBack(parts, hold, "pending", "rate_limited", outcome.retryAfterMs);
			return { waitMs: outcome.retryAfterMs };
		case "closed": {
			const closed = { state: "closed", reason: outcome.reason } as const;
			if (!(await store.deliveries.finish(row.key, lease, now(), closed))) break;
			log("warn", "A digest was paused: its channel takes no messages.", {
				key: row.key,
				reason: outcome.reason,
			});
			const notice = pausedNotice(subscription, outcome.reason, parts.say);
			await poster.tell(subscription.maker, subscription.place, notice).catch(() => {
				log("info", "The maker of a paused digest could not be told.", { key: row.key });
			});
			break;
		}
		case "failed":
			if (row.attempts + 1 < mostAttempts) await giveBack(parts, hold, "pending", outcome.reason);
			else {
				const failed = { state: "failed", reason: outcome.reason } as const;
				await store.deliveries.finish(row.key, lease, now(), failed);
			}
			break;
		case "unknown":
			if (!(await giveBack(parts, hold, "sending", outcome.reason, 0)))
				await takeBack(parts, hold, subscription.place);
			break;
	}
	return { waitMs: 0 };
}

/** For a later try, the later the more often it was tried; false where another worker has it. */
async function giveBack(
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

/** So often it is looked whether the other worker has posted. */
const mostLooks = 10;

/**
 * This worker was frozen between its last look at the clock and its request, and another one took
 * over: where that one posts as well, ours is one too many.
 */
async function takeBack(
	parts: DigestParts,
	{ row, poster, signal }: Hold,
	place: Place,
): Promise<void> {
	const { store, log, sleep, timing } = parts;
	log("warn", "A digest was posted after its lease had ended.", { key: row.key });
	for (let looks = 0; looks < mostLooks && !signal.aborted; looks++) {
		await sleep(timing.settleMs, signal);
		const current = await store.deliveries.get(row.key);
		if (!current) return;
		const { state, message } = current;
		if (state !== "sent" || message === null) continue;
		await within(sleep, timing.requestMs, async (over) =>
			poster.retract?.(row.key, message, place, lookFrom(parts, row), over),
		);
		return;
	}
}

function lookFrom({ now }: DigestParts, { due }: Delivery): number {
	return Math.min(due, now()) - lookBackMs;
}
