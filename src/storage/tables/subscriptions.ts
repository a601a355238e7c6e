import type { Kysely } from "kysely";
import type { Subscription, SubscriptionStore, Weekday } from "../../domain/digest.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import type { SubscriptionRow, Tables } from "./schema.ts";

export function subscriptionStore(db: Kysely<Tables>): SubscriptionStore {
	return {
		async add(subscription, most) {
			return db.transaction().execute(async (trx) => {
				const { platform, channel } = subscription.place;
				const { count } = await trx
					.selectFrom("subscriptions")
					.select((eb) => eb.fn.countAll<number>().as("count"))
					.where("platform", "=", platform)
					.where("channel", "=", channel)
					.executeTakeFirstOrThrow();
				if (Number(count) >= most) return false;
				await trx.insertInto("subscriptions").values(toRow(subscription)).execute();
				return true;
			});
		},

		async get(id) {
			const row = await db
				.selectFrom("subscriptions")
				.selectAll()
				.where("id", "=", id)
				.executeTakeFirst();
			return row ? fromRow(row) : null;
		},

		async ofChannel(platform, channel) {
			const rows = await db
				.selectFrom("subscriptions")
				.selectAll()
				.where("platform", "=", platform)
				.where("channel", "=", channel)
				.orderBy("created_at")
				.orderBy("id")
				.execute();
			return rows.map(fromRow);
		},

		async page(after, limit) {
			const rows = await db
				.selectFrom("subscriptions")
				.selectAll()
				.where("id", ">", after)
				.orderBy("id")
				.limit(limit)
				.execute();
			return rows.map(fromRow);
		},

		async due(platforms, now, horizon, limit) {
			if (platforms.length === 0) return [];
			const rows = await db
				.selectFrom("subscriptions")
				.selectAll()
				.where("platform", "in", platforms)
				.where("paused", "is", null)
				.where((eb) => eb.or([eb("next_due", "<=", now), eb("next_due", ">", horizon)]))
				.orderBy("next_due")
				.orderBy("created_at")
				.orderBy("id")
				.limit(limit)
				.execute();
			return rows.map(fromRow);
		},

		async change(id, { paused, from, nextDue }) {
			const set = {
				...(paused === undefined ? {} : { paused }),
				...(from === undefined ? {} : { from_day: from }),
				...(nextDue === undefined ? {} : { next_due: nextDue }),
			};
			if (Object.keys(set).length === 0) return;
			await db.updateTable("subscriptions").set(set).where("id", "=", id).execute();
		},

		async remove(id) {
			await db.transaction().execute(async (trx) => {
				await trx.deleteFrom("deliveries").where("subscription", "=", id).execute();
				await trx.deleteFrom("subscriptions").where("id", "=", id).execute();
			});
		},
	};
}

function toRow({ place, request, days, ...rest }: Subscription): SubscriptionRow {
	const { id, maker, language, at, zone, empty, paused, createdAt, from, since } = rest;
	return {
		id,
		...place,
		maker,
		request_json: JSON.stringify(request),
		language,
		at,
		zone,
		days: days.join(","),
		empty,
		paused,
		created_at: createdAt,
		from_day: from,
		since,
		last_day: rest.lastDay,
		next_due: rest.nextDue,
	};
}

function fromRow(row: SubscriptionRow): Subscription {
	const { id, space, channel, thread, maker, at, zone, since } = row;
	return {
		id,
		place: { platform: row.platform as PlatformName, space, channel, thread },
		maker,
		request: JSON.parse(row.request_json),
		language: row.language as Subscription["language"],
		at,
		zone,
		days: row.days.split(",") as Weekday[],
		empty: row.empty as Subscription["empty"],
		paused: row.paused as Subscription["paused"],
		createdAt: row.created_at,
		from: row.from_day,
		since,
		lastDay: row.last_day,
		nextDue: row.next_due,
	};
}
