import type { ExpressionBuilder } from "kysely";
import type {
	Subscription,
	SubscriptionChange,
	SubscriptionStore,
	WhenTold,
} from "../../domain/digest.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import { StoredSubscription } from "../../domain/state/stored.ts";
import type { Database } from "../database.ts";
import { checked, damagedOf, firstReadable, json, type Read, readable } from "../readable.ts";
import { planningOf } from "./deliveries.ts";
import type { SubscriptionRow, Tables } from "./schema.ts";

export function subscriptionStore(
	{ db, transact, locks }: Database,
	collection: string,
): SubscriptionStore {
	const ownRow = (id: string) => (eb: ExpressionBuilder<Tables, "subscriptions">) =>
		eb.and([eb("id", "=", id), eb("collection", "=", collection)]);
	const rowsOf = async (platform: PlatformName, channel: string) => {
		const rows = await db
			.selectFrom("subscriptions")
			.selectAll()
			.where("collection", "=", collection)
			.where("platform", "=", platform)
			.where("channel", "=", channel)
			.orderBy("created_at")
			.orderBy("id")
			.execute();
		return rows.map(readSubscription);
	};
	const waiting = (
		platforms: readonly PlatformName[],
		when: WhenTold,
		now: number,
		horizon: number,
	) =>
		db
			.selectFrom("subscriptions")
			.selectAll()
			.where("collection", "=", collection)
			.where("platform", "in", platforms)
			.where("paused", "is", null)
			.where("told_when", "=", when)
			.where((eb) => eb.or([eb("next_due", "<=", now), eb("next_due", ">", horizon)]))
			.orderBy("next_due")
			.orderBy("created_at")
			.orderBy("id");
	return {
		async add(subscription, most) {
			return transact(async (trx) => {
				const { platform, channel } = subscription.place;
				// Two that count at the same moment would both find room for one.
				await locks.hold(trx, `subscriptions ${platform} ${channel}`);
				const { count } = await trx
					.selectFrom("subscriptions")
					.select((eb) => eb.fn.countAll<number>().as("count"))
					.where("collection", "=", collection)
					.where("platform", "=", platform)
					.where("channel", "=", channel)
					.executeTakeFirstOrThrow();
				if (Number(count) >= most) return false;
				await trx
					.insertInto("subscriptions")
					.values({ collection, ...toRow(subscription) })
					.execute();
				return true;
			});
		},

		async get(id) {
			const row = await db
				.selectFrom("subscriptions")
				.selectAll()
				.where(ownRow(id))
				.executeTakeFirst();
			return row ? (readable([readSubscription(row)])[0] ?? null) : null;
		},

		ofChannel: async (platform, channel) => readable(await rowsOf(platform, channel)),
		damaged: async (platform, channel) => damagedOf(await rowsOf(platform, channel)),

		async page(after, limit) {
			const fetch = (count: number, _read: number, last?: SubscriptionRow) =>
				db
					.selectFrom("subscriptions")
					.selectAll()
					.where("collection", "=", collection)
					.where("id", ">", last?.id ?? after)
					.orderBy("id")
					.limit(count)
					.execute();
			return firstReadable(limit, fetch, readSubscription);
		},

		async due(platforms, now, horizon, limit) {
			if (platforms.length === 0) return [];
			const fetch = (count: number, read: number) =>
				waiting(platforms, "daily", now, horizon).limit(count).offset(read).execute();
			return firstReadable(limit, fetch, readSubscription);
		},

		async alerts(platforms, last, now, horizon, limit) {
			if (platforms.length === 0) return [];
			const fetch = (count: number, read: number) =>
				waiting(platforms, "now", now, horizon)
					.where("since", "<", last)
					.limit(count)
					.offset(read)
					.execute();
			return firstReadable(limit, fetch, readSubscription);
		},

		async change(id, change) {
			const set = changedColumns(change);
			if (Object.keys(set).length === 0) return;
			await db.updateTable("subscriptions").set(set).where(ownRow(id)).execute();
		},

		async leave(platform, space) {
			const { numUpdatedRows } = await db
				.updateTable("subscriptions")
				.set({ paused: "left" })
				.where("platform", "=", platform)
				.where("space", "=", space)
				.where("paused", "is", null)
				.executeTakeFirstOrThrow();
			return Number(numUpdatedRows);
		},

		async comeBack(platform, space, now) {
			const { numUpdatedRows } = await db
				.updateTable("subscriptions")
				.set({ paused: null, next_due: now })
				.where("platform", "=", platform)
				.where("space", "=", space)
				.where("paused", "=", "left")
				.executeTakeFirstOrThrow();
			return Number(numUpdatedRows);
		},

		async passOver(id, upTo) {
			await db
				.updateTable("subscriptions")
				.set({ since: upTo })
				.where(ownRow(id))
				.where("since", "<=", upTo)
				.execute();
		},

		async remove(id) {
			await transact(async (trx) => {
				await locks.hold(trx, planningOf(id));
				const { numDeletedRows } = await trx
					.deleteFrom("subscriptions")
					.where(ownRow(id))
					.executeTakeFirstOrThrow();
				if (Number(numDeletedRows) === 0) return;
				await trx.deleteFrom("deliveries").where("subscription", "=", id).execute();
			});
		},
	};
}

/** The columns of what is given, and of nothing else. */
function changedColumns(change: SubscriptionChange): Partial<SubscriptionRow> {
	const { request, days, when, from, nextDue, ...same } = change;
	const columns = {
		...same,
		request_json: request && JSON.stringify(request),
		days: days?.join(","),
		told_when: when,
		from_day: from,
		next_due: nextDue,
	};
	return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function toRow({
	place,
	request,
	days,
	...rest
}: Subscription): Omit<SubscriptionRow, "collection"> {
	const { id, maker, language, at, zone, when, empty, paused, createdAt, from, since } = rest;
	return {
		id,
		...place,
		maker,
		request_json: JSON.stringify(request),
		language,
		at,
		zone,
		days: days.join(","),
		told_when: when,
		empty,
		paused,
		created_at: createdAt,
		from_day: from,
		since,
		last_day: rest.lastDay,
		next_due: rest.nextDue,
	};
}

export function readSubscription(row: SubscriptionRow): Read<Subscription> {
	const { id, platform, space, channel, thread, maker, language, at, zone } = row;
	const { empty, paused, since } = row;
	return checked<Subscription>(StoredSubscription, "subscription", id, {
		id,
		place: { platform, space, channel, thread },
		maker,
		request: json(row.request_json),
		...{ language, at, zone },
		when: row.told_when,
		days: String(row.days).split(","),
		...{ empty, paused },
		createdAt: row.created_at,
		from: row.from_day,
		since,
		lastDay: row.last_day,
		nextDue: row.next_due,
	});
}
