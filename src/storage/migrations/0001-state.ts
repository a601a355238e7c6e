import type { Kysely } from "kysely";

/** What conversations, the change journal and digests keep. */
export async function up(db: Kysely<never>): Promise<void> {
	const schema = db.schema;
	await schema
		.createTable("settings")
		.addColumn("scope", "text", (c) => c.notNull())
		.addColumn("field", "text", (c) => c.notNull())
		.addColumn("value", "text", (c) => c.notNull())
		.addPrimaryKeyConstraint("settings_key", ["scope", "field"])
		.execute();
	await schema
		.createTable("views")
		.addColumn("id", "text", (c) => c.notNull().primaryKey())
		.addColumn("request_json", "text")
		.addColumn("answer_json", "text")
		.addColumn("places_json", "text", (c) => c.notNull())
		.addColumn("at", "bigint", (c) => c.notNull())
		.execute();
	await schema.createIndex("views_at").on("views").column("at").execute();
	await schema
		.createTable("threads")
		.addColumn("thread", "text", (c) => c.notNull().primaryKey())
		.addColumn("request_json", "text", (c) => c.notNull())
		.addColumn("at", "bigint", (c) => c.notNull())
		.execute();
	await schema.createIndex("threads_at").on("threads").column("at").execute();
	await schema
		.createTable("inbox")
		.addColumn("delivery", "text", (c) => c.notNull().primaryKey())
		.addColumn("process", "text", (c) => c.notNull())
		.addColumn("finished", "integer", (c) => c.notNull())
		.addColumn("at", "bigint", (c) => c.notNull())
		.execute();
	await schema.createIndex("inbox_at").on("inbox").column("at").execute();
	await schema
		.createTable("counters")
		.addColumn("name", "text", (c) => c.notNull().primaryKey())
		.addColumn("value", "bigint", (c) => c.notNull())
		.execute();
	await schema
		.createTable("changes")
		.addColumn("seq", "bigint", (c) => c.notNull().primaryKey())
		.addColumn("at", "bigint", (c) => c.notNull())
		.addColumn("kind", "text", (c) => c.notNull())
		.addColumn("article", "text", (c) => c.notNull())
		.addColumn("before", "text")
		.addColumn("new_claims_json", "text", (c) => c.notNull())
		.addColumn("gone_claims_json", "text", (c) => c.notNull())
		.addColumn("head_json", "text")
		.execute();
	await schema
		.createTable("known_articles")
		.addColumn("article", "text", (c) => c.notNull().primaryKey())
		.execute();
	await schema
		.createTable("subscriptions")
		.addColumn("id", "text", (c) => c.notNull().primaryKey())
		.addColumn("platform", "text", (c) => c.notNull())
		.addColumn("space", "text")
		.addColumn("channel", "text", (c) => c.notNull())
		.addColumn("thread", "text")
		.addColumn("maker", "text", (c) => c.notNull())
		.addColumn("request_json", "text", (c) => c.notNull())
		.addColumn("language", "text", (c) => c.notNull())
		.addColumn("at", "text", (c) => c.notNull())
		.addColumn("zone", "text", (c) => c.notNull())
		.addColumn("days", "text", (c) => c.notNull())
		.addColumn("empty", "text", (c) => c.notNull())
		.addColumn("paused", "text")
		.addColumn("created_at", "bigint", (c) => c.notNull())
		.addColumn("from_day", "text", (c) => c.notNull())
		.addColumn("since", "bigint", (c) => c.notNull())
		.addColumn("last_day", "text")
		.addColumn("next_due", "bigint", (c) => c.notNull())
		.execute();
	await schema
		.createIndex("subscriptions_channel")
		.on("subscriptions")
		.columns(["platform", "channel"])
		.execute();
	await schema
		.createIndex("subscriptions_due")
		.on("subscriptions")
		.columns(["next_due", "id"])
		.execute();
	await schema
		.createTable("deliveries")
		.addColumn("key", "text", (c) => c.notNull().primaryKey())
		.addColumn("subscription", "text", (c) => c.notNull())
		.addColumn("platform", "text", (c) => c.notNull())
		.addColumn("channel", "text", (c) => c.notNull())
		.addColumn("day", "text", (c) => c.notNull())
		.addColumn("missed_from", "text")
		.addColumn("missed", "integer", (c) => c.notNull())
		.addColumn("due", "bigint", (c) => c.notNull())
		.addColumn("state", "text", (c) => c.notNull())
		.addColumn("not_before", "bigint", (c) => c.notNull())
		.addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
		.addColumn("up_to", "bigint")
		.addColumn("view", "text")
		.addColumn("message", "text")
		.addColumn("reason", "text")
		.addColumn("lease", "text")
		.addColumn("leased_until", "bigint", (c) => c.notNull())
		.addColumn("changed_at", "bigint", (c) => c.notNull())
		.execute();
	await schema
		.createIndex("deliveries_subscription")
		.on("deliveries")
		.columns(["subscription", "day"])
		.execute();
	await schema
		.createIndex("deliveries_state")
		.on("deliveries")
		.columns(["state", "due", "key"])
		.execute();
}
