import type { Kysely } from "kysely";

/** What a translator gave, by a hash of what it was given, and the characters sent on each day. */
export async function up(db: Kysely<never>): Promise<void> {
	const schema = db.schema;
	await schema
		.createTable("translations")
		.addColumn("key", "text", (c) => c.primaryKey().notNull())
		.addColumn("text", "text", (c) => c.notNull())
		.addColumn("at", "bigint", (c) => c.notNull())
		.execute();
	await schema.createIndex("translations_at").on("translations").column("at").execute();
	await schema
		.createTable("translation_days")
		.addColumn("day", "text", (c) => c.primaryKey().notNull())
		.addColumn("characters", "bigint", (c) => c.notNull())
		.execute();
}
