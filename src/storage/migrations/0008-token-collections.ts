import type { Kysely } from "kysely";

/** Which collection each token asks: those that were made before ask the default one. */
export async function up(db: Kysely<never>): Promise<void> {
	await db.schema
		.alterTable("tokens")
		.addColumn("collection", "text", (c) => c.notNull().defaultTo("default"))
		.execute();
}
