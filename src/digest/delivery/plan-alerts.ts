import type { Subscription } from "../../domain/digest.ts";
import type { Delivery, Planned } from "../../domain/state/delivery-ledger.ts";
import { alertsWithin, hourMs, mostAnHour, rowsLookedAt } from "../alert-bound.ts";
import { farthestMs, localDay } from "../local-days.ts";
import { alertKey } from "./delivery-key.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { planAlone, platformsOf } from "./plan-days.ts";

type PlanParts = Pick<DigestParts, "store" | "posters" | "write" | "now" | "timing" | "log">;

/** Subscriptions looked at in one go: for each a text may have to be written. */
const batch = 20;

/**
 * Notes in the ledger what channels that are told at once have to be told now; whether there may be
 * more of them. A change that holds nothing for a channel is passed over without a delivery.
 */
export async function planAlerts(parts: PlanParts): Promise<boolean> {
	const { subscriptions, changes } = parts.store;
	const now = parts.now();
	const last = await changes.last();
	const horizon = now + farthestMs;
	const found = await subscriptions.alerts(platformsOf(parts), last, now, horizon, batch);
	for (const each of found) await planAlone(parts, each, () => planOne(parts, each));
	return found.length === batch;
}

async function planOne(parts: PlanParts, subscription: Subscription): Promise<void> {
	const { store, timing, write } = parts;
	const { id, zone, since, place } = subscription;
	const now = parts.now();
	const later = (ms: number) => store.subscriptions.change(id, { nextDue: now + ms });
	const day = localDay(now, zone);
	// Of any age: after a long pause an alert goes on from the change on which it ended.
	const rows = await store.deliveries.since(id, "", rowsLookedAt);
	// It tells all that is new once it is written.
	if (rows.some(({ state }) => state === "pending" || state === "sending"))
		return later(timing.lookMs);
	const told = alertsWithin(rows, now);
	const oldest = told.at(-1);
	if (oldest && told.length >= mostAnHour) return later(Math.max(1, oldest.due + hourMs - now));
	const { news, upTo, isWhole } = await write(subscription, { day, missedFrom: null, missed: 0 });
	if (isWhole === false) return later(timing.lookMs);
	if (!news) return store.subscriptions.passOver(id, upTo);
	const planned: Planned = {
		key: alertKey(id, since, triesFrom(rows, id, since)),
		...{ subscription: id, platform: place.platform, channel: place.channel },
		...{ day, due: now, missedFrom: null, missed: 0 },
	};
	await store.deliveries.plan(planned, now);
	await later(timing.lookMs);
}

/** Alerts from the same change on that ended without having been told. */
function triesFrom(rows: readonly Delivery[], subscription: string, since: number): number {
	const first = alertKey(subscription, since, 0);
	return rows.filter(({ key }) => key === first || key.startsWith(`${first}-`)).length;
}
