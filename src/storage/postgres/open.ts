import { Kysely, sql } from "kysely";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { Database } from "../database.ts";
import type { Tables } from "../tables/schema.ts";
import { databaseName } from "./address.ts";
import { postgresDialect } from "./dialect.ts";
import { databaseError, isClash } from "./errors.ts";
import { channel, Listener } from "./listener.ts";
import { locks } from "./locks.ts";
import { loadDriver, type PgPool } from "./pool.ts";
import { refusePooler } from "./pooler.ts";
import { Reach } from "./reach.ts";
import { Pauses } from "./tries.ts";

export type PostgresParts = { log: Logger; now: Clock; random(): number };

/** Connects when it is first asked for something. Errors: `config_invalid`, `store_*`. */
export async function openPostgres(address: string, parts: PostgresParts): Promise<Reached> {
	const name = databaseName(address);
	const driver = await loadDriver(address);
	const reach = new Reach(parts.log, parts.now);
	const pool = driver.pool();
	// One that ends while it is used says so to whoever asked it something; without this it would also
	// end the process.
	pool.on("connect", (client) => client.on("error", () => {}));
	// Of a connection that nobody uses at the moment.
	pool.on("error", (error) => reach.failed(databaseError(name, error)));
	const database = pooledDatabase(pool, { ...parts, name, reach });
	const listener = new Listener({
		client: driver.client,
		random: parts.random,
		attempt() {
			const attempt = reach.attempt();
			return {
				reached: () => attempt.answered(),
				failed: (error) => attempt.failed(databaseError(name, error)),
			};
		},
		failed: (error) => reach.failed(databaseError(name, error)),
	});
	return {
		...database,
		refusePooler: () => refusePooler(driver.client, name),
		watch: (heard) => listener.watch(heard),
		attend: (process) => listener.attend(process),
		async close() {
			await listener.close();
			await database.close();
		},
	};
}

/** `refusePooler`: to be called before anything is kept there; see there. */
export type Reached = Database & { refusePooler(): Promise<void> };

type Pooled = Pick<PostgresParts, "random"> & { name: string; reach: Reach };

/** PostgreSQL as the tables use it, over any pool that speaks as the driver's does. */
export function pooledDatabase(pool: PgPool, { name, reach, random }: Pooled): Database {
	const pauses = new Pauses(random);
	const db = new Kysely<Tables>({ dialect: postgresDialect({ pool, name, reach, pauses }) });
	return {
		db,
		transact: (work) => pauses.again(() => db.transaction().execute(work), isClash),
		locks,
		async announce(trx) {
			await sql`select pg_notify(${channel}, '')`.execute(trx);
		},
		close: () => db.destroy(),
	};
}
