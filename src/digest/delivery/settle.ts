import type { ClosedReason, PostOutcome, Subscription } from "../../domain/digest.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { answered, giveBack, type Hold, type Tried } from "./hold.ts";
import { pausedNotice } from "./paused-notice.ts";
import { mostAttempts } from "./rates.ts";
import { takeBack } from "./take-back.ts";

/** Notes what came of a post. */
export async function settle(
	parts: DigestParts,
	hold: Hold,
	subscription: Subscription,
	outcome: PostOutcome,
): Promise<Tried> {
	const { store, now } = parts;
	const { row, lease } = hold;
	switch (outcome.kind) {
		case "sent": {
			const sent = { state: "sent", message: outcome.message } as const;
			if (!(await store.deliveries.finish(row.key, lease, now(), sent)))
				await takeBack(parts, hold, subscription.place);
			return answered;
		}
		case "wait":
			return rest(parts, hold, outcome.retryAfterMs);
		case "closed":
			await close(parts, hold, subscription, outcome.reason);
			return answered;
		case "failed":
			return retryLater(parts, hold, outcome);
		case "unknown": {
			// It is asked about soon, once: a request may still be on its way. From then on more seldom.
			hold.settling.begin(row, row.attempts + 1);
			const soon = row.attempts === 0 ? 0 : undefined;
			if (!(await giveBack(parts, hold, "sending", outcome.reason, soon)))
				await takeBack(parts, hold, subscription.place);
			return { platform: "failed", failed: "post" };
		}
	}
}

async function rest(parts: DigestParts, hold: Hold, namedMs: number | null): Promise<Tried> {
	if (namedMs === null) {
		await giveBack(parts, hold, "pending", "rate_limited");
		return { platform: "failed", failed: "post" };
	}
	const { leastWaitMs, longestWaitMs } = parts.timing;
	const waitMs = Math.min(Math.max(namedMs, leastWaitMs), longestWaitMs);
	await giveBack(parts, hold, "pending", "rate_limited", waitMs);
	return { platform: "answered", waitMs };
}

async function retryLater(
	parts: DigestParts,
	hold: Hold,
	{ reason, away }: PostOutcome & { kind: "failed" },
): Promise<Tried> {
	const { store, now } = parts;
	const { row, lease } = hold;
	// Only what was refused for the same reason before is given up: being away is no refusal.
	if (away || row.attempts + 1 < mostAttempts || row.reason !== reason)
		await giveBack(parts, hold, "pending", reason, away ? 0 : undefined);
	else await store.deliveries.finish(row.key, lease, now(), { state: "failed", reason });
	return away ? { platform: "failed", failed: "question" } : answered;
}

async function close(
	{ store, now, log, say }: DigestParts,
	{ row, lease, poster }: Hold,
	subscription: Subscription,
	reason: ClosedReason,
): Promise<void> {
	const closed = { state: "closed", reason } as const;
	if (!(await store.deliveries.finish(row.key, lease, now(), closed))) return;
	const { key } = row;
	log("warn", "A digest was paused: its channel takes no messages.", { key, reason });
	// Whoever made it was forgotten since.
	if (subscription.maker === "") return;
	const notice = pausedNotice(subscription, reason, say);
	await poster.tell(subscription.maker, subscription.place, notice).catch(() => {
		log("info", "The maker of a paused digest could not be told.", { key });
	});
}
