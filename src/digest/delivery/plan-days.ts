import type { Subscription } from "../../domain/digest.ts";
import { asIsnadError } from "../../domain/errors.ts";
import { platformNames } from "../../domain/sets/platforms.ts";
import type { Planned } from "../../domain/state/delivery-ledger.ts";
import {
	addDays,
	type CoveredDay,
	dueDay,
	farthestMs,
	firstDay,
	localDay,
	nextDue,
} from "../local-days.ts";
import { deliveryKey } from "./delivery-key.ts";
import type { DigestParts } from "./delivery-parts.ts";

type PlanParts = Pick<DigestParts, "store" | "posters" | "now" | "timing" | "log">;

/** Subscriptions looked at in one go. */
const batch = 50;
/** A subscription that could not be planned is left alone for so long. */
const restMs = 3_600_000;
/** More of the ledger than any digest makes up for. */
const daysLookedAt = 40;

/** Notes the days that are due in the ledger; whether there may be more of them. */
export async function planDue(parts: PlanParts): Promise<boolean> {
	const { subscriptions } = parts.store;
	const now = parts.now();
	const due = await subscriptions.due(platformsOf(parts), now, now + farthestMs, batch);
	for (const each of due) await planAlone(parts, each, () => planOne(parts, each));
	return due.length === batch;
}

/** Whatever is wrong with one subscription, the others are planned; it is looked at again later. */
export async function planAlone(
	parts: Pick<DigestParts, "store" | "now" | "log">,
	subscription: Subscription,
	plan: () => Promise<void>,
): Promise<void> {
	try {
		await plan();
	} catch (error) {
		const { code } = asIsnadError(error);
		// What is wrong with the state is wrong for all of them.
		if (code.startsWith("store_")) throw error;
		const { id } = subscription;
		parts.log("error", "A digest could not be planned.", { subscription: id, code });
		await parts.store.subscriptions.change(id, { nextDue: parts.now() + restMs });
	}
}

export function platformsOf({ posters }: Pick<DigestParts, "posters">) {
	return platformNames.filter((name) => posters[name]);
}

async function planOne(
	{ store: { subscriptions, deliveries }, now: clock, timing }: PlanParts,
	subscription: Subscription,
): Promise<void> {
	const now = clock();
	const today = localDay(now, subscription.zone);
	// Made while the clock was ahead: its first day would be long in coming.
	const from =
		subscription.from > addDays(today, 1) ? firstDay(subscription, now) : subscription.from;
	const schedule = { ...subscription, from };
	const told: CoveredDay[] = await deliveries.since(
		subscription.id,
		addDays(today, -daysLookedAt),
		2 * daysLookedAt,
	);
	const due = dueDay(schedule, told, now);
	if (due) {
		const { id, place } = subscription;
		const planned: Planned = {
			key: deliveryKey(id, due.day),
			subscription: id,
			platform: place.platform,
			channel: place.channel,
			...due,
		};
		if (await deliveries.plan(planned, now)) told.push(due);
		else {
			// The day before is in somebody's hands, or somebody else was quicker.
			await subscriptions.change(id, { nextDue: now + timing.lookMs, from });
			return;
		}
	}
	await subscriptions.change(subscription.id, { nextDue: nextDue(schedule, told, now), from });
}
