import type { Kysely } from "kysely";

/** Whether a channel is told once a day or at once. */
export async function up(db: Kysely<never>): Promise<void> {
	await db.schema
		.alterTable("subscriptions" as never)
		.addColumn("told_when", "text", (c) => c.notNull().defaultTo("daily"))
		.execute();
}
