import type { Kysely } from "kysely";

/** Where the app is installed, with what it was given there, sealed. */
export async function up(db: Kysely<never>): Promise<void> {
	await db.schema
		.createTable("installations")
		.addColumn("id", "text", (c) => c.notNull().primaryKey())
		.addColumn("of", "text")
		.addColumn("name", "text", (c) => c.notNull())
		.addColumn("sealed", "text", (c) => c.notNull())
		.addColumn("key_id", "text", (c) => c.notNull())
		.addColumn("expires_at", "bigint")
		.addColumn("refused", "integer", (c) => c.notNull())
		.addColumn("installed_at", "bigint", (c) => c.notNull())
		.addColumn("version", "bigint", (c) => c.notNull())
		.addColumn("lease", "text")
		.addColumn("leased_until", "bigint", (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex("subscriptions_space")
		.on("subscriptions" as never)
		.columns(["platform", "space"] as never)
		.execute();
}
