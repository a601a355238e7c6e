import type { Client } from "pg";
import { IsnadError } from "../../domain/errors.ts";
import { databaseError, sqlState } from "./errors.ts";

/** Others may have the connection that would tell: then the next round does. */
const rounds = 3;

/**
 * Refuses a pooler that gives a connection to others between two transactions. What a session holds is
 * lost there: notifications, the lock by which others see that a process is at work, bounds of time.
 * Errors: `config_invalid`, `store_*`.
 */
export async function refusePooler(make: () => Client, name: string): Promise<void> {
	const clients = [make(), make()] as const;
	try {
		for (const client of clients) {
			// One that ends meanwhile says so to whoever asks it something.
			client.on("error", () => {});
			await client.connect();
		}
		for (let round = 0; round < rounds; round++)
			if (await isShared(...clients)) throw transactionMode(name);
	} catch (error) {
		throw isStatementMode(error) ? transactionMode(name) : databaseError(name, error);
	} finally {
		await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
	}
}

/** Whether the server's end of one connection is the other's now, or is not what it was. */
async function isShared(one: Client, other: Client): Promise<boolean> {
	const before = await backendOf(one);
	await other.query("begin");
	const beside = await backendOf(other);
	const after = await backendOf(one);
	await other.query("rollback");
	return beside === before || after !== before;
}

async function backendOf(client: Client): Promise<number> {
	const { rows } = await client.query<{ backend: number }>("select pg_backend_pid() as backend");
	return rows[0]?.backend ?? 0;
}

/** PgBouncer's own words for a transaction where it pools single statements. */
function isStatementMode(error: unknown): boolean {
	return sqlState(error) === "08P01" && /transaction/i.test((error as Error).message);
}

function transactionMode(name: string): IsnadError {
	return new IsnadError(
		"config_invalid",
		`The database ${name} is reached through a pooler that changes connections between transactions: set pool_mode = session for it in PgBouncer, or name the server itself in DATABASE_URL.`,
	);
}
