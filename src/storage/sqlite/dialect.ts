import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from "kysely";
import type { SqlValue } from "./protocol.ts";
import type { SqliteThread } from "./thread.ts";

/**
 * Kysely over a database in a thread. This folder is all that knows SQLite: everything else is
 * Kysely's builder in words that PostgreSQL has as well.
 */
export function sqliteDialect(thread: SqliteThread): Dialect {
	return {
		createDriver: () => new ThreadDriver(thread),
		createQueryCompiler: () => new SqliteQueryCompiler(),
		createAdapter: () => new Adapter(),
		createIntrospector: (db) => new SqliteIntrospector(db),
	};
}

class Adapter extends SqliteAdapter {
	// A migration that is killed half-way is rolled back with what it created.
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

class ThreadDriver implements Driver {
	readonly #thread: SqliteThread;
	readonly #connection: DatabaseConnection;

	constructor(thread: SqliteThread) {
		this.#thread = thread;
		this.#connection = new ThreadConnection(thread);
	}

	async init(): Promise<void> {}

	// Kysely hands the only connection to one taker at a time: transactions follow each other.
	async acquireConnection(): Promise<DatabaseConnection> {
		return this.#connection;
	}

	// Immediate: a writer of another process is waited for here, where nothing has been read yet.
	async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw("begin immediate"));
	}

	async commitTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw("commit"));
	}

	async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw("rollback"));
	}

	async releaseConnection(): Promise<void> {}

	async destroy(): Promise<void> {
		await this.#thread.close();
	}
}

class ThreadConnection implements DatabaseConnection {
	readonly #thread: SqliteThread;

	constructor(thread: SqliteThread) {
		this.#thread = thread;
	}

	async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
		const { rows, changes } = await this.#thread.run(sql, parameters as SqlValue[]);
		return { rows: rows as R[], numAffectedRows: BigInt(changes) };
	}

	async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
		yield await this.executeQuery<R>(query);
	}
}
