import type { Kysely } from "kysely";

/** What lets other programs ask: hashes of their tokens, never the tokens. */
export async function up(db: Kysely<never>): Promise<void> {
	await db.schema
		.createTable("tokens")
		.addColumn("id", "text", (c) => c.notNull().primaryKey())
		.addColumn("name", "text", (c) => c.notNull())
		// The name while the token holds, null afterwards: one at a time has it.
		.addColumn("held_name", "text", (c) => c.unique())
		.addColumn("hash", "text", (c) => c.notNull())
		.addColumn("created_at", "bigint", (c) => c.notNull())
		.addColumn("expires", "text")
		.addColumn("revoked_at", "bigint")
		.addColumn("last_used", "text")
		.execute();
}
