import { type Kysely, sql } from "kysely";

/** Whose each row is: what was kept before there were collections is of the default one. */
export async function up(db: Kysely<never>): Promise<void> {
	for (const table of ["views", "changes", "subscriptions", "deliveries", "feedback"])
		await db.schema
			.alterTable(table)
			.addColumn("collection", "text", (c) => c.notNull().defaultTo("default"))
			.execute();
	await db.schema
		.createIndex("changes_collection")
		.on("changes")
		.columns(["collection", "seq"])
		.execute();
	await db.schema
		.createIndex("deliveries_collection")
		.on("deliveries")
		.columns(["collection", "state", "due", "key"])
		.execute();
	await renewThreads(db);
	await renewKnown(db);
	await renewSources(db);
}

// A key of theirs changes, which SQLite can only do by making the table anew.

async function renewThreads(db: Kysely<never>): Promise<void> {
	await db.schema
		.createTable("new_threads")
		.addColumn("collection", "text", (c) => c.notNull())
		.addColumn("thread", "text", (c) => c.notNull())
		.addColumn("request_json", "text", (c) => c.notNull())
		.addColumn("at", "bigint", (c) => c.notNull())
		.addPrimaryKeyConstraint("threads_key", ["collection", "thread"])
		.execute();
	await exchange(db, "threads", ["thread", "request_json", "at"]);
	await db.schema.createIndex("threads_at").on("threads").column("at").execute();
}

async function renewKnown(db: Kysely<never>): Promise<void> {
	await db.schema
		.createTable("new_known_articles")
		.addColumn("collection", "text", (c) => c.notNull())
		.addColumn("article", "text", (c) => c.notNull())
		.addPrimaryKeyConstraint("known_articles_key", ["collection", "article"])
		.execute();
	await exchange(db, "known_articles", ["article"]);
}

/** Two collections may follow the same address. */
async function renewSources(db: Kysely<never>): Promise<void> {
	await db.schema
		.createTable("new_sources")
		.addColumn("collection", "text", (c) => c.notNull())
		.addColumn("id", "text", (c) => c.notNull().primaryKey())
		.addColumn("address", "text", (c) => c.notNull())
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
		.addUniqueConstraint("sources_address", ["collection", "address"])
		.execute();
	await exchange(db, "sources", [
		...["id", "address", "kind", "title", "added_by", "added_at", "etag", "last_modified"],
		...["next_poll_at", "last_success_at", "last_problem_json", "failures"],
	]);
	await db.schema
		.createIndex("sources_due")
		.on("sources")
		.columns(["next_poll_at", "id"])
		.execute();
}

/** Puts the new table in the old one's place, with every row of it. */
async function exchange(db: Kysely<never>, table: string, columns: string[]): Promise<void> {
	const names = sql.join(columns.map((column) => sql.ref(column)));
	await sql`
		insert into ${sql.table(`new_${table}`)} (collection, ${names})
		select 'default', ${names} from ${sql.table(table)}
	`.execute(db);
	await db.schema.dropTable(table).execute();
	await db.schema.alterTable(`new_${table}`).renameTo(table).execute();
}
