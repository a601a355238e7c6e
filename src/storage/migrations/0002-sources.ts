import type { Kysely } from "kysely";

/** Feeds and pages that are looked at, and what each of them led to. */
export async function up(db: Kysely<never>): Promise<void> {
	const schema = db.schema;
	await schema
		.createTable("sources")
		.addColumn("id", "text", (c) => c.notNull().primaryKey())
		.addColumn("address", "text", (c) => c.notNull().unique())
		.addColumn("kind", "text")
		.addColumn("title", "text")
		.addColumn("added_by", "text", (c) => c.notNull())
		.addColumn("added_at", "bigint", (c) => c.notNull())
		.addColumn("etag", "text")
		.addColumn("last_modified", "text")
		.addColumn("next_poll_at", "bigint", (c) => c.notNull())
		.addColumn("last_success_at", "bigint")
		.addColumn("last_problem_json", "text")
		.addColumn("failures", "integer", (c) => c.notNull())
		.execute();
	await schema.createIndex("sources_due").on("sources").columns(["next_poll_at", "id"]).execute();
	await schema
		.createTable("source_items")
		.addColumn("source", "text", (c) => c.notNull())
		.addColumn("key", "text", (c) => c.notNull())
		.addColumn("address", "text")
		.addColumn("mark", "text", (c) => c.notNull())
		.addColumn("article", "text")
		.addColumn("etag", "text")
		.addColumn("last_modified", "text")
		.addColumn("first_seen_at", "bigint", (c) => c.notNull())
		.addColumn("next_check_at", "bigint")
		.addColumn("missing", "integer", (c) => c.notNull())
		.addColumn("problem_json", "text")
		.addPrimaryKeyConstraint("source_items_key", ["source", "key"])
		.execute();
}
