import { type ExpressionBuilder, sql } from "kysely";
import {
	type Delivery,
	type DeliveryLedger,
	farthestLease,
} from "../../domain/state/delivery-ledger.ts";
import { StoredDelivery } from "../../domain/state/stored.ts";
import type { Database } from "../database.ts";
import { checked, firstReadable, type Read, readable } from "../readable.ts";
import type { DeliveryRow, Tables } from "./schema.ts";
import { putView } from "./views.ts";

const unfinished: readonly string[] = ["pending", "sending"];

export function deliveryLedger(
	{ db, transact, locks }: Database,
	collection: string,
): DeliveryLedger {
	return {
		async plan({ missedFrom, ...planned }, now) {
			return transact(async (trx) => {
				// Neither another plan nor a worker comes in between: what is folded must not be in hand.
				await locks.hold(trx, planningOf(planned.subscription));
				const open = await trx
					.selectFrom("deliveries")
					.selectAll()
					.where("subscription", "=", planned.subscription)
					.where("state", "in", unfinished)
					.where("key", "<>", planned.key)
					.orderBy("day")
					.$call(locks.toChange)
					.execute();
				if (open.some((row) => row.state === "sending" || row.leased_until > now)) return false;
				const first = open[0];
				const { numInsertedOrUpdatedRows } = await trx
					.insertInto("deliveries")
					.values({
						...planned,
						collection,
						missed: planned.missed + open.reduce((sum, row) => sum + 1 + row.missed, 0),
						missed_from: first ? (first.missed_from ?? first.day) : missedFrom,
						state: "pending",
						not_before: planned.due,
						attempts: 0,
						leased_until: 0,
						changed_at: now,
					})
					.onConflict((c) => c.column("key").doNothing())
					.executeTakeFirstOrThrow();
				if (Number(numInsertedOrUpdatedRows) === 0) return false;
				for (const { key } of open)
					await trx
						.updateTable("deliveries")
						.set({ state: "skipped", reason: "folded", lease: null, changed_at: now })
						.where("key", "=", key)
						.execute();
				return true;
			});
		},

		async ready(platforms, now, horizon, limit) {
			if (platforms.length === 0) return [];
			const fetch = (count: number, read: number) =>
				db
					.selectFrom("deliveries")
					.selectAll()
					.where("collection", "=", collection)
					.where("state", "in", unfinished)
					.where("platform", "in", platforms)
					.where("not_before", "<=", now)
					.where(isFree(now, horizon))
					.orderBy("due")
					.orderBy("key")
					.limit(count)
					.offset(read)
					.execute();
			return firstReadable(limit, fetch, readDelivery);
		},

		async nextReady(platforms) {
			if (platforms.length === 0) return null;
			const row = await db
				.selectFrom("deliveries")
				.select(
					sql<
						number | null
					>`min(case when leased_until > not_before then leased_until else not_before end)`.as(
						"at",
					),
				)
				.where("collection", "=", collection)
				.where("state", "in", unfinished)
				.where("platform", "in", platforms)
				.executeTakeFirst();
			return row?.at ?? null;
		},

		async claim(key, lease, now, until) {
			const row = await db
				.updateTable("deliveries")
				.set({ lease, leased_until: until, changed_at: now })
				.where("collection", "=", collection)
				.where("key", "=", key)
				.where("state", "in", unfinished)
				.where(isFree(now, farthestLease(now, until)))
				.returningAll()
				.executeTakeFirst();
			return row ? (readable([readDelivery(row)])[0] ?? null) : null;
		},

		async sending(key, lease, now, until, { upTo, view }) {
			return transact(async (trx) => {
				const { numUpdatedRows } = await trx
					.updateTable("deliveries")
					.set((eb) => ({
						state: "sending",
						up_to: upTo,
						view: view.id,
						attempts: eb("attempts", "+", 1),
						leased_until: until,
						changed_at: now,
					}))
					.where(held(key, lease))
					.where("leased_until", ">", now)
					.executeTakeFirstOrThrow();
				if (Number(numUpdatedRows) === 0) return false;
				await putView(trx, view, collection);
				return true;
			});
		},

		async release(key, lease, now, { state, notBefore, reason }) {
			const { numUpdatedRows } = await db
				.updateTable("deliveries")
				.set({
					state,
					reason,
					not_before: notBefore,
					lease: null,
					leased_until: 0,
					changed_at: now,
				})
				.where(held(key, lease))
				.executeTakeFirstOrThrow();
			return Number(numUpdatedRows) > 0;
		},

		async finish(key, lease, now, end, upTo) {
			return transact(async (trx) => {
				const row = await trx
					.updateTable("deliveries")
					.set({
						state: end.state,
						message: end.state === "sent" ? end.message : null,
						reason: end.state === "sent" ? null : end.reason,
						lease: null,
						leased_until: 0,
						changed_at: now,
						...(upTo === undefined ? {} : { up_to: upTo }),
					})
					.where(held(key, lease))
					.returningAll()
					.executeTakeFirst();
				if (!row) return false;
				const of = trx.updateTable("subscriptions").where("id", "=", row.subscription);
				if (end.state === "closed") await of.set({ paused: end.reason }).execute();
				const advances = end.state === "sent" || upTo !== undefined;
				if (advances && row.up_to !== null)
					await of
						.set({ since: row.up_to, last_day: row.day })
						.where("since", "<=", row.up_to)
						.execute();
				return true;
			});
		},

		async get(key) {
			const row = await db
				.selectFrom("deliveries")
				.selectAll()
				.where("collection", "=", collection)
				.where("key", "=", key)
				.executeTakeFirst();
			return row ? (readable([readDelivery(row)])[0] ?? null) : null;
		},

		async since(subscription, day, limit) {
			const fetch = (count: number, read: number) =>
				db
					.selectFrom("deliveries")
					.selectAll()
					.where("collection", "=", collection)
					.where("subscription", "=", subscription)
					.where("day", ">=", day)
					.orderBy("day", "desc")
					.orderBy("due", "desc")
					.orderBy("key")
					.limit(count)
					.offset(read)
					.execute();
			return firstReadable(limit, fetch, readDelivery);
		},
	};
}

/** The name under which a subscription's deliveries are planned or taken away, one at a time. */
export function planningOf(subscription: string): string {
	return `deliveries ${subscription}`;
}

function isFree(now: number, horizon: number) {
	return (eb: ExpressionBuilder<Tables, "deliveries">) =>
		eb.or([eb("leased_until", "<=", now), eb("leased_until", ">", horizon)]);
}

function held(key: string, lease: string) {
	return (eb: ExpressionBuilder<Tables, "deliveries">) =>
		eb.and([eb("key", "=", key), eb("lease", "=", lease), eb("state", "in", unfinished)]);
}

export function readDelivery(row: DeliveryRow): Read<Delivery> {
	const { key, subscription, platform, channel, day, missed, due, state, attempts } = row;
	const { view, message, reason, lease } = row;
	return checked<Delivery>(StoredDelivery, "delivery", key, {
		...{ key, subscription, platform, channel, day },
		missedFrom: row.missed_from,
		...{ missed, due, state },
		notBefore: row.not_before,
		attempts,
		upTo: row.up_to,
		...{ view, message, reason, lease },
		leasedUntil: row.leased_until,
		changedAt: row.changed_at,
	});
}
