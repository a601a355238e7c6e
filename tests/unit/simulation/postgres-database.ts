import type { Locks } from "../../../src/storage/database.ts";
import { databaseStore } from "../../../src/storage/database-store.ts";
import { migrate } from "../../../src/storage/migrate.ts";
import { locks } from "../../../src/storage/postgres/locks.ts";
import { pooledDatabase } from "../../../src/storage/postgres/open.ts";
import { loadDriver, type PgPool } from "../../../src/storage/postgres/pool.ts";
import { Reach } from "../../../src/storage/postgres/reach.ts";
import type { World } from "../digest/world.ts";
import type { Hints, SimulatedDatabase } from "./database.ts";
import { InFlight } from "./in-flight.ts";
import { ProcessPool } from "./process-pool.ts";

/** What a server has to be started with: who waits in a circle is told at once, not after a second. */
export const serverSettings = { deadlock_timeout: "1ms" };

export type ServerDatabase = {
	/** Of an empty database. */
	address: string;
	/** Nobody waits for anybody, to see that it is found. */
	isUnlocked?: boolean;
};

const unlocked: Locks = {
	...locks,
	hold: async () => {},
	toChange: (query) => query,
	free: (query) => query,
	toStay: (query) => query,
};

/**
 * An empty database at a server of PostgreSQL's, 14 or newer: each process has connections of its own, and
 * locks are the server's. Who gets a lock for which several wait is the server's choice and no seed's.
 */
export async function postgresDatabase(
	{ address, isUnlocked = false }: ServerDatabase,
	world: World,
	hints: Hints,
): Promise<SimulatedDatabase> {
	const driver = await loadDriver(address);
	const beside = driver.pool();
	beside.on("error", () => {});
	const inFlight = new InFlight(async () => {
		const { rows } = await beside.query("select pid from pg_locks where not granted");
		return new Set(rows.map(({ pid }) => pid));
	});
	const over = (pool: PgPool, random: () => number) => ({
		...pooledDatabase(pool, { name: "simulated", reach: new Reach(() => {}, world.now), random }),
		...(isUnlocked ? { locks: unlocked } : {}),
		// What is told by LISTEN and NOTIFY would come by the server's clock.
		announce: async () => hints.tell(),
		watch: (heard: () => void) => hints.watch(heard),
	});
	const plain = over(beside, () => 0.5);
	await migrate(plain, "simulated");
	const open = async () => {
		const client = driver.client();
		client.on("error", () => {});
		await client.connect();
		const { rows } = await client.query("select pg_backend_pid() as backend");
		return { client, backend: rows[0].backend };
	};
	const end = async (backend: number, what: "backend" | "statement") => {
		const ask = what === "backend" ? "pg_terminate_backend($1, 10000)" : "pg_cancel_backend($1)";
		await beside.query(`select ${ask}`, [backend]);
	};
	const pools: ProcessPool[] = [];
	return {
		store: databaseStore(plain),
		reachedBy(link, random) {
			const pool = new ProcessPool({ world, link, inFlight, random, open, end });
			pools.push(pool);
			return { store: databaseStore(over(pool, random)), cut: () => pool.cut() };
		},
		inFlight,
		async close() {
			for (const pool of pools) pool.cut();
			await inFlight.settle();
			await beside.end();
		},
	};
}
