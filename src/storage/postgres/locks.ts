import { sql } from "kysely";
import type { Locks } from "../database.ts";

/** Before every name, so that no other program's lock in the same database is meant. */
const ours = "isnad ";

/** Locks that end with their transaction, also where the connection is cut. */
export const locks: Locks = {
	async hold(trx, name) {
		await sql`select pg_advisory_xact_lock(hashtextextended(${ours + name}, 0))`.execute(trx);
	},
	async holdMigrations(trx) {
		// Who comes second waits until the tables are as they should be, which may take minutes.
		await sql`set local lock_timeout = 0`.execute(trx);
		await sql`set local statement_timeout = 0`.execute(trx);
		await locks.hold(trx, "migrations");
	},
	toChange: (query) => query.forUpdate(),
	free: (query) => query.forUpdate().skipLocked(),
	toStay: (query) => query.forShare(),
	// Who holds the lock of its name is at work; where nobody does, it can be had.
	isGone: (column) =>
		sql`pg_try_advisory_xact_lock_shared(hashtextextended(${ours} || 'process ' || ${sql.ref(column)}, 0))`,
};

/** For a session to hold as long as a process is at work: one text parameter, its name. */
export const holdProcess = `select pg_try_advisory_lock(hashtextextended('${ours}process ' || $1, 0))`;
