import type { Kysely } from "kysely";
import type { Store } from "../../../src/domain/state/store.ts";
import { databaseStore } from "../../../src/storage/database-store.ts";
import { migrate } from "../../../src/storage/migrate.ts";
import { openStore } from "../../../src/storage/open.ts";
import { openPostgres, pooledDatabase } from "../../../src/storage/postgres/open.ts";
import { Reach } from "../../../src/storage/postgres/reach.ts";
import type { Tables } from "../../../src/storage/tables/schema.ts";
import { pglitePool } from "./pglite.ts";
import { whyNoServer } from "./programs.ts";
import { startServer } from "./server.ts";

export type OpenedPostgres = {
	/** What runs here: a server, or PGlite where none is installed. */
	name: string;
	store: Store;
	/** A connection beside the store's. */
	beside: Kysely<Tables>;
	remove(): Promise<void>;
};

const quiet = { log: () => {}, now: Date.now, random: Math.random };

/** A real server where its programs are installed, else PostgreSQL inside this process. */
export async function openTestPostgres(): Promise<OpenedPostgres> {
	if (whyNoServer() === undefined) return openServer();
	const reach = new Reach(quiet.log, quiet.now);
	const pool = await pglitePool();
	const database = pooledDatabase(pool, { ...quiet, name: "pglite", reach });
	await migrate(database, "pglite");
	return {
		name: "PGlite, since no PostgreSQL server is installed",
		store: databaseStore(database),
		beside: database.db,
		remove: () => database.close(),
	};
}

async function openServer(): Promise<OpenedPostgres> {
	const server = await startServer();
	const databaseUrl = server.database("contract");
	const store = await openStore({ data: "/nonexistent", databaseUrl });
	const beside = await openPostgres(databaseUrl, quiet);
	return {
		name: "PostgreSQL",
		store,
		beside: beside.db,
		async remove() {
			await store.close();
			await beside.close();
			await server.remove();
		},
	};
}
