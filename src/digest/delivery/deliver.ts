import type { Subscription } from "../../domain/digest.ts";
import { asIsnadError, isToldOnce } from "../../domain/errors.ts";
import type { Place } from "../../domain/place.ts";
import { wholeView } from "../../domain/state/conversation.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { answered, giveBack, type Hold, lookFrom, notAsked, type Tried } from "./hold.ts";
import { postOnce } from "./post-once.ts";
import { settle } from "./settle.ts";
import type { Settling } from "./settling.ts";
import { timedOut, within } from "./time-limit.ts";

/**
 * One try at one delivery: taken under a lease, given back or ended. Every step before and after the
 * post is noted in the ledger first, so that a process may die anywhere. `signal` cuts waiting short.
 */
export async function deliver(
	parts: DigestParts,
	key: string,
	settling: Settling,
	signal: AbortSignal,
): Promise<Tried> {
	const { store, now, timing, posters } = parts;
	const lease = parts.newId();
	const taken = now();
	const row = await store.deliveries.claim(key, lease, taken, taken + timing.leaseMs);
	if (!row) return notAsked;
	const poster = posters[row.platform];
	if (!poster) {
		// Its platform ended meanwhile: another process may have it at once.
		const { state, reason } = row;
		const back = { state: state === "sending" ? state : "pending", notBefore: taken } as const;
		await store.deliveries.release(key, lease, now(), { ...back, reason: reason ?? "not_served" });
		return notAsked;
	}
	const hold: Hold = {
		row,
		lease,
		poster,
		signal,
		settling,
		perhapsPosted: row.state === "sending",
	};
	try {
		return await work(parts, hold);
	} catch (error) {
		const { code } = asIsnadError(error);
		if (!isToldOnce(error)) parts.log("error", "A digest could not be written.", { key, code });
		// What may have been posted stays so until the platform has been asked.
		await giveBack(parts, hold, hold.perhapsPosted ? "sending" : "pending", code);
		return notAsked;
	}
}

async function work(parts: DigestParts, hold: Hold): Promise<Tried> {
	const { store, now } = parts;
	const { row, lease } = hold;
	const subscription = await store.subscriptions.get(row.subscription);
	if (!subscription) {
		// Removed a moment ago, and its ledger with it, unless another process planned this meanwhile.
		const skipped = { state: "skipped", reason: "paused" } as const;
		await store.deliveries.finish(row.key, lease, now(), skipped);
		return notAsked;
	}
	if (row.state === "sending") {
		const found = await findPosted(parts, hold, subscription.place);
		if (found.kind === "unknown") {
			await giveBack(parts, hold, "sending", found.reason);
			return hold.signal.aborted ? notAsked : { platform: "failed", failed: "question" };
		}
		if (found.message === null) {
			// Surely not posted: it takes its turn among the others again, within the rates.
			await giveBack(parts, hold, "pending", row.reason ?? "not_posted", 0);
		} else {
			const sent = { state: "sent", message: found.message } as const;
			await store.deliveries.finish(row.key, lease, now(), sent);
		}
		return answered;
	}
	if (subscription.paused) {
		const skipped = { state: "skipped", reason: "paused" } as const;
		await store.deliveries.finish(row.key, lease, now(), skipped);
		return notAsked;
	}
	return send(parts, hold, subscription);
}

type Found = { kind: "told"; message: string | null } | { kind: "unknown"; reason: string };

/** Asks the platform, once no request of another worker can be on its way any more. */
async function findPosted(
	parts: DigestParts,
	{ row, poster, signal, settling }: Hold,
	place: Place,
): Promise<Found> {
	const { sleep, timing } = parts;
	await settling.settled(row);
	if (signal.aborted) return { kind: "unknown", reason: "stopped" };
	const since = lookFrom(parts, row);
	try {
		const message = await within(sleep, timing.requestMs, (over) =>
			poster.find(row.key, place, since, over),
		);
		if (message === timedOut) return { kind: "unknown", reason: "timed_out" };
		settling.end(row);
		return { kind: "told", message };
	} catch (error) {
		const { code, message } = asIsnadError(error);
		return { kind: "unknown", reason: code === "internal" ? message.slice(0, 200) : code };
	}
}

async function send(parts: DigestParts, hold: Hold, subscription: Subscription): Promise<Tried> {
	const { store, now, timing } = parts;
	const { row, lease, poster } = hold;
	const { answer, news, upTo, isWhole } = await parts.write(subscription, row);
	if (isWhole === false) {
		await giveBack(parts, hold, "pending", "not_read_yet", timing.lookMs);
		return notAsked;
	}
	if (!news && (subscription.empty === "skip" || subscription.when === "now")) {
		const skipped = { state: "skipped", reason: "nothing_new" } as const;
		await store.deliveries.finish(row.key, lease, now(), skipped, upTo);
		return notAsked;
	}
	const { platform, space, channel } = subscription.place;
	const home = { platform, space, channel, person: null };
	const view = wholeView(answer, parts.newId(), now(), home);
	const begun = now();
	const until = begun + timing.leaseMs;
	if (!(await store.deliveries.sending(row.key, lease, begun, until, { upTo, view })))
		return notAsked;
	hold.perhapsPosted = true;
	const post = { key: row.key, place: subscription.place, answer, view: view.id };
	const outcome = await postOnce(parts, poster, post, until);
	return settle(parts, hold, subscription, outcome);
}
