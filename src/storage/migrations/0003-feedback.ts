import type { Kysely } from "kysely";

/** What readers say of answers, and where each answer was shown. */
export async function up(db: Kysely<never>): Promise<void> {
	const schema = db.schema;
	await schema
		.createTable("feedback")
		.addColumn("view", "text", (c) => c.notNull())
		.addColumn("voter", "text", (c) => c.notNull())
		.addColumn("platform", "text", (c) => c.notNull())
		.addColumn("vote", "text", (c) => c.notNull())
		.addColumn("reason", "text")
		.addColumn("note", "text", (c) => c.notNull())
		.addColumn("request_json", "text", (c) => c.notNull())
		.addColumn("answered", "integer", (c) => c.notNull())
		.addColumn("first_json", "text")
		.addColumn("at", "bigint", (c) => c.notNull())
		.addPrimaryKeyConstraint("feedback_key", ["view", "voter"])
		.execute();
	await schema.createIndex("feedback_at").on("feedback").columns(["at", "view", "voter"]).execute();
	await schema.alterTable("views").addColumn("home_json", "text").execute();
}
