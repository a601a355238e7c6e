import type { Client, ClientConfig, Pool } from "pg";
import { unreadable } from "./address.ts";

/** What is asked of a connection. */
export type PgClient = {
	query(sql: string, parameters?: unknown[]): Promise<PgResult>;
	/** `isBroken`: it is closed and not used again. */
	release(isBroken?: boolean): void;
};
export type PgResult = { command: string; rowCount: number | null; rows: unknown[] };
export type PgPool = { connect(): Promise<PgClient>; end(): Promise<void> };

/** In milliseconds, where nothing else is said. */
const bounds = {
	/** Connections of one process, beside the one that listens. */
	most: 10,
	/** To connect, or for a connection that is free. */
	connectMs: 5_000,
	statementMs: 30_000,
	/** For a row that somebody else holds. */
	lockMs: 10_000,
	/** A process that was frozen in a transaction must not keep the others from theirs for longer. */
	idleInTransactionMs: 15_000,
	/** A server that takes a statement and never answers: later than the server's own bound. */
	answerMs: 35_000,
	idleMs: 30_000,
	/** So long a connection is used: after a failover the old server is left. */
	lifeSeconds: 1_800,
} as const;

export type PgDriver = { pool(): Pool; client(): Client };

/** Read here, and only where a database is named: nothing else needs the package. Errors: `config_invalid`. */
export async function loadDriver(address: string): Promise<PgDriver> {
	const { Client, Pool, types } = await import("pg");
	const settings: ClientConfig = {
		connectionString: address,
		fallback_application_name: "isnad",
		connectionTimeoutMillis: bounds.connectMs,
		query_timeout: bounds.answerMs,
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
		types: {
			getTypeParser: (oid: number, format?: "text" | "binary") =>
				numbers.has(oid) ? wholeNumber : types.getTypeParser(oid, format as "text"),
		} as NonNullable<ClientConfig["types"]>,
	};
	return {
		pool: () =>
			readable(
				() =>
					new Pool({
						...settings,
						max: bounds.most,
						idleTimeoutMillis: bounds.idleMs,
						maxLifetimeSeconds: bounds.lifeSeconds,
						onConnect: async (client) => void (await client.query(setBounds)),
						// What is not asked for anything keeps no process alive.
						allowExitOnIdle: true,
					}),
			),
		client: () => readable(() => new Client(settings)),
	};
}

/** Not among what a connection is opened with: PgBouncer refuses one that names what it does not know. */
const setBounds = [
	`set statement_timeout = ${bounds.statementMs}`,
	`set lock_timeout = ${bounds.lockMs}`,
	`set idle_in_transaction_session_timeout = ${bounds.idleInTransactionMs}`,
].join("; ");

/** The driver's own error would quote the address, and with it the password. */
function readable<T>(make: () => T): T {
	try {
		return make();
	} catch {
		throw unreadable();
	}
}

/** What PostgreSQL calls int8 and int4: `select oid, typname from pg_type`. The driver leaves int8 a text. */
const numbers: ReadonlySet<number> = new Set([20, 23]);

/** A number that a double cannot hold is none: its row is then one that cannot be read, and no other is. */
export function wholeNumber(text: string): number {
	const number = Number(text);
	return Number.isSafeInteger(number) ? number : Number.NaN;
}
