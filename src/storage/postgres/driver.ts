import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import { databaseError, isClash, isCut } from "./errors.ts";
import type { PgClient, PgPool, PgResult } from "./pool.ts";
import type { Reach } from "./reach.ts";
import type { Pauses } from "./tries.ts";

export type DriverParts = {
	pool: PgPool;
	/** Without a password. */
	name: string;
	reach: Reach;
	pauses: Pauses;
};

/**
 * Statements by themselves take a connection each; those of a transaction keep one. So a statement
 * that surely did nothing can be tried again on another connection, which Kysely's own driver cannot.
 */
export class PoolDriver implements Driver {
	readonly #parts: DriverParts;

	constructor(parts: DriverParts) {
		this.#parts = parts;
	}

	async init(): Promise<void> {}

	async acquireConnection(): Promise<PoolConnection> {
		return new PoolConnection(this.#parts);
	}

	async beginTransaction(connection: PoolConnection): Promise<void> {
		await connection.begin();
	}

	async commitTransaction(connection: PoolConnection): Promise<void> {
		await connection.commit();
	}

	async rollbackTransaction(connection: PoolConnection): Promise<void> {
		await connection.rollback();
	}

	async releaseConnection(connection: PoolConnection): Promise<void> {
		await connection.rollback();
	}

	async destroy(): Promise<void> {
		await this.#parts.pool.end();
	}
}

class PoolConnection implements DatabaseConnection {
	readonly #parts: DriverParts;
	/** While a transaction is open. */
	#held: PgClient | null = null;
	#isBroken = false;

	constructor(parts: DriverParts) {
		this.#parts = parts;
	}

	async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
		const values = parameters.map(storable);
		const { rows, rowCount } = this.#held
			? await this.#inside(this.#held, sql, values)
			: await this.#alone(sql, values);
		return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
	}

	async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
		yield await this.executeQuery<R>(query);
	}

	/** Nothing was done where this fails, so that a connection that died in the pool costs a try and no more. */
	async begin(): Promise<void> {
		const { pool, pauses } = this.#parts;
		const once = async () => {
			const client = await pool.connect();
			try {
				// Each statement sees what was committed before it, whatever the database has as its default.
				await client.query("begin isolation level read committed");
				return client;
			} catch (error) {
				client.release(true);
				throw error;
			}
		};
		this.#held = await this.#ask(() => pauses.again(once, mayReconnect));
	}

	/** Where the connection ends meanwhile nobody knows whether it was committed: that is never tried again here. */
	async commit(): Promise<void> {
		if (!this.#held) return;
		const { command } = await this.#inside(this.#held, "commit");
		this.#release();
		if (command === "ROLLBACK") throw new Error("the transaction was rolled back");
	}

	/** The server rolls back by itself what a connection leaves behind. */
	async rollback(): Promise<void> {
		const client = this.#held;
		if (client && !this.#isBroken) await this.#inside(client, "rollback").catch(() => undefined);
		this.#release();
	}

	#release(): void {
		this.#held?.release(this.#isBroken);
		this.#held = null;
		this.#isBroken = false;
	}

	#inside(client: PgClient, sql: string, values: unknown[] = []): Promise<PgResult> {
		return this.#ask(() =>
			client.query(sql, values).catch((error: unknown) => {
				this.#isBroken ||= isCut(error);
				throw error;
			}),
		);
	}

	/** A question may be asked again on another connection; what writes only where it surely did nothing. */
	async #alone(sql: string, values: unknown[]): Promise<PgResult> {
		const { pool, pauses } = this.#parts;
		const isQuestion = /^\s*select\b/i.test(sql);
		const once = async () => {
			const client = await pool.connect();
			try {
				const result = await client.query(sql, values);
				client.release();
				return result;
			} catch (error) {
				client.release(isCut(error));
				throw error;
			}
		};
		const mayAgain = (error: unknown, tried: number) =>
			isClash(error) || (isQuestion && mayReconnect(error, tried));
		return this.#ask(() => pauses.again(once, mayAgain));
	}

	async #ask<T>(work: () => Promise<T>): Promise<T> {
		const attempt = this.#parts.reach.attempt();
		try {
			const result = await work();
			attempt.answered();
			return result;
		} catch (error) {
			const told = databaseError(this.#parts.name, error);
			attempt.failed(told);
			throw told;
		}
	}
}

/** Once: a connection may have died in the pool, and one that is made anew tells how it is. */
function mayReconnect(error: unknown, tried: number): boolean {
	return isCut(error) && tried < 2;
}

/**
 * As PostgreSQL can keep it: no text of its own holds a zero character, and every number of the tables
 * is a whole one, while a platform may ask to wait for 650.2 milliseconds.
 */
function storable(value: unknown): unknown {
	if (typeof value === "string") return value.replaceAll("\0", "\ufffd");
	if (typeof value === "number" && !Number.isInteger(value)) return Math.ceil(value);
	return value;
}
