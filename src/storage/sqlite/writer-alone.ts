import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables/schema.ts";

/** SQLite as the tables use it: one transaction writes at a time, so that nothing has to be locked. */
export function aloneDatabase(db: Kysely<Tables>): Database {
	const nothing = async () => {};
	return {
		db,
		transact: (work) => db.transaction().execute(work),
		locks: {
			hold: nothing,
			holdMigrations: nothing,
			toChange: (query) => query,
			free: (query) => query,
			toStay: (query) => query,
			isGone: () => sql`true`,
		},
		announce: nothing,
		close: () => db.destroy(),
	};
}
