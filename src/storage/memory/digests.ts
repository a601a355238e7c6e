import type { Subscription, SubscriptionStore } from "../../domain/digest.ts";
import type { ViewStore } from "../../domain/state/conversation.ts";
import {
	type Delivery,
	type DeliveryLedger,
	farthestLease,
} from "../../domain/state/delivery-ledger.ts";
import { damagedOf, type Read, readable } from "../readable.ts";
import { type MemoryTables, reads } from "./tables.ts";

type Rows = Pick<MemoryTables, "subscriptions" | "deliveries">;

export function memoryDigests(
	rows: Rows,
	views: ViewStore,
	all: () => readonly Rows[],
): {
	subscriptions: SubscriptionStore;
	deliveries: DeliveryLedger;
} {
	return { subscriptions: subscriptionsOf(rows, all), deliveries: ledgerOf(rows, views) };
}

function subscriptionsOf(
	{ subscriptions, deliveries }: Rows,
	all: () => readonly Rows[],
): SubscriptionStore {
	const inSpace = (platform: string, space: string, paused: string | null) =>
		all()
			.flatMap((rows) => [...rows.subscriptions.values()])
			.filter(({ place }) => place.platform === platform && place.space === space)
			.filter((row) => row.paused === paused);
	const ofChannel = (platform: string, channel: string) =>
		[...subscriptions.values()]
			.filter(({ place }) => place.platform === platform && place.channel === channel)
			.sort((a, b) => a.createdAt - b.createdAt || order(a.id, b.id))
			.map(reads.subscription);
	return {
		ofChannel: async (platform, channel) => structuredClone(readable(ofChannel(platform, channel))),
		damaged: async (platform, channel) => damagedOf(ofChannel(platform, channel)),
		async add(subscription, most) {
			const { platform, channel } = subscription.place;
			if (ofChannel(platform, channel).length >= most) return false;
			subscriptions.set(subscription.id, structuredClone(subscription));
			return true;
		},
		async get(id) {
			const row = subscriptions.get(id);
			return row ? structuredClone(readable([reads.subscription(row)])[0] ?? null) : null;
		},
		async page(after, limit) {
			const found = readRows(subscriptions, reads.subscription)
				.filter(({ id }) => id > after)
				.sort((a, b) => order(a.id, b.id))
				.slice(0, limit);
			return structuredClone(found);
		},
		async due(platforms, now, horizon, limit) {
			const isDue = ({ when, paused, nextDue }: Subscription) =>
				when === "daily" && !paused && (nextDue <= now || nextDue > horizon);
			const found = readRows(subscriptions, reads.subscription, isDue)
				.filter(({ place }) => platforms.includes(place.platform))
				.sort((a, b) => a.nextDue - b.nextDue || a.createdAt - b.createdAt || order(a.id, b.id))
				.slice(0, limit);
			return structuredClone(found);
		},
		async alerts(platforms, last, now, horizon, limit) {
			const isDue = ({ when, paused, since, nextDue }: Subscription) =>
				when === "now" && !paused && since < last && (nextDue <= now || nextDue > horizon);
			const found = readRows(subscriptions, reads.subscription, isDue)
				.filter(({ place }) => platforms.includes(place.platform))
				.sort((a, b) => a.nextDue - b.nextDue || a.createdAt - b.createdAt || order(a.id, b.id))
				.slice(0, limit);
			return structuredClone(found);
		},
		async leave(platform, space) {
			const found = inSpace(platform, space, null);
			for (const row of found) row.paused = "left";
			return found.length;
		},
		async comeBack(platform, space, now) {
			const found = inSpace(platform, space, "left");
			for (const row of found) Object.assign(row, { paused: null, nextDue: now });
			return found.length;
		},
		async passOver(id, upTo) {
			const row = subscriptions.get(id);
			if (row && row.since <= upTo) row.since = upTo;
		},
		async change(id, change) {
			const row = subscriptions.get(id);
			const given = Object.entries(change).filter(([, value]) => value !== undefined);
			if (row) Object.assign(row, structuredClone(Object.fromEntries(given)));
		},
		async remove(id) {
			subscriptions.delete(id);
			for (const [key, row] of deliveries) if (row.subscription === id) deliveries.delete(key);
		},
	};
}

function ledgerOf({ subscriptions, deliveries }: Rows, views: ViewStore): DeliveryLedger {
	const held = (key: string, lease: string): Delivery | null => {
		const row = deliveries.get(key);
		return row && row.lease === lease && isOpen(row) ? row : null;
	};
	return {
		async plan({ missedFrom, ...planned }, now) {
			if (deliveries.has(planned.key)) return false;
			const open = [...deliveries.values()]
				.filter((row) => row.subscription === planned.subscription && isOpen(row))
				.sort((a, b) => order(a.day, b.day));
			if (open.some((row) => row.state === "sending" || row.leasedUntil > now)) return false;
			const first = open[0];
			deliveries.set(planned.key, {
				...planned,
				missedFrom: first ? (first.missedFrom ?? first.day) : missedFrom,
				missed: planned.missed + open.reduce((sum, row) => sum + 1 + row.missed, 0),
				state: "pending",
				notBefore: planned.due,
				attempts: 0,
				upTo: null,
				view: null,
				message: null,
				reason: null,
				lease: null,
				leasedUntil: 0,
				changedAt: now,
			});
			for (const row of open)
				Object.assign(row, { state: "skipped", reason: "folded", lease: null, changedAt: now });
			return true;
		},
		async ready(platforms, now, horizon, limit) {
			const isReady = (row: Delivery) =>
				isOpen(row) && row.notBefore <= now && isFree(row, now, horizon);
			const found = readRows(deliveries, reads.delivery, isReady)
				.filter((row) => platforms.includes(row.platform))
				.sort((a, b) => a.due - b.due || order(a.key, b.key))
				.slice(0, limit);
			return structuredClone(found);
		},
		async nextReady(platforms) {
			const times = [...deliveries.values()]
				.filter((row) => isOpen(row) && platforms.includes(row.platform))
				.map((row) => Math.max(row.notBefore, row.leasedUntil));
			return times.length > 0 ? Math.min(...times) : null;
		},
		async claim(key, lease, now, until) {
			const row = deliveries.get(key);
			if (!row || !isOpen(row) || !isFree(row, now, farthestLease(now, until))) return null;
			Object.assign(row, { lease, leasedUntil: until, changedAt: now });
			return structuredClone(readable([reads.delivery(row)])[0] ?? null);
		},
		async sending(key, lease, now, until, { upTo, view }) {
			const row = held(key, lease);
			if (!row || row.leasedUntil <= now) return false;
			const attempts = row.attempts + 1;
			const change = { state: "sending", upTo, view: view.id, attempts, leasedUntil: until };
			Object.assign(row, { ...change, changedAt: now });
			await views.put(view);
			return true;
		},
		async release(key, lease, now, next) {
			const row = held(key, lease);
			if (!row) return false;
			Object.assign(row, { ...next, lease: null, leasedUntil: 0, changedAt: now });
			return true;
		},
		async finish(key, lease, now, end, upTo) {
			const row = held(key, lease);
			if (!row) return false;
			Object.assign(row, {
				state: end.state,
				message: end.state === "sent" ? end.message : null,
				reason: end.state === "sent" ? null : end.reason,
				lease: null,
				leasedUntil: 0,
				changedAt: now,
				upTo: upTo ?? row.upTo,
			});
			const subscription = subscriptions.get(row.subscription);
			if (!subscription) return true;
			if (end.state === "closed") subscription.paused = end.reason;
			const advances = end.state === "sent" || upTo !== undefined;
			if (advances && row.upTo !== null && subscription.since <= row.upTo)
				Object.assign(subscription, { since: row.upTo, lastDay: row.day });
			return true;
		},
		async get(key) {
			const row = deliveries.get(key);
			return row ? structuredClone(readable([reads.delivery(row)])[0] ?? null) : null;
		},
		async since(subscription, day, limit) {
			const found = readRows(deliveries, reads.delivery)
				.filter((row) => row.subscription === subscription && row.day >= day)
				.sort((a, b) => order(b.day, a.day) || b.due - a.due || order(a.key, b.key))
				.slice(0, limit);
			return structuredClone(found);
		},
	};
}

function isOpen({ state }: Delivery): boolean {
	return state === "pending" || state === "sending";
}

function isFree({ leasedUntil }: Delivery, now: number, horizon: number): boolean {
	return leasedUntil <= now || leasedUntil > horizon;
}

/**
 * Those asked for that can be read: what is given out of them is copied, and no more. Which are asked for is
 * looked at first, since checking a row takes far longer; of one that cannot be read any field may be anything.
 */
function readRows<T>(
	of: Map<string, T>,
	read: (row: T) => Read<T>,
	isAsked: (row: T) => boolean = () => true,
): T[] {
	return readable([...of.values()].filter(isAsked).map(read));
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
