import { type Kysely, sql } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { IsnadError } from "../domain/errors.ts";
import type { Database } from "./database.ts";
import { migrations, provider } from "./migrations/index.ts";
import type { Tables } from "./tables/schema.ts";

/**
 * Brings a state to today's form, or refuses one that a newer version wrote. Of processes that start
 * at the same moment one does it and the others wait.
 */
export async function migrate({ db, transact, locks }: Database, name: string): Promise<void> {
	await refuseNewer(db, name);
	if ((await missing(db)).length === 0) return;
	await transact(async (trx) => {
		await locks.holdMigrations(trx);
		// What was waited for may have been a newer version's.
		await refuseNewer(trx, name);
		const { error } = await new Migrator({ db: trx, provider }).migrateToLatest();
		if (error) throw error;
	});
}

/** Errors: `store_newer`. */
export async function refuseNewer(db: Kysely<Tables>, name: string): Promise<void> {
	const unknown = (await applied(db)).find((step) => !Object.hasOwn(migrations, step));
	if (unknown)
		throw new IsnadError(
			"store_newer",
			`The state ${name} was written by a newer version of Isnad (${unknown.slice(0, 60)}): install that version, or name another place in ISNAD_DATA or DATABASE_URL.`,
		);
}

/** Steps that a state has still to go through. */
export async function missing(db: Kysely<Tables>): Promise<string[]> {
	const done = new Set(await applied(db));
	return Object.keys(migrations).filter((step) => !done.has(step));
}

/** Names of the steps that a state has gone through; none where it is empty. */
export async function applied(db: Kysely<Tables>): Promise<string[]> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
	const { rows } = await sql<{ name: string }>`
		select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name
	`.execute(db);
	return rows.map((row) => row.name);
}
