import {
	type CompiledQuery,
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

/** What runs statements: a database in a thread. */
export type SqliteRunner = Pick<SqliteThread, "run" | "transaction" | "close">;

/**
 * Kysely over a database in a thread. This folder is all that knows SQLite: everything else is
 * Kysely's builder in words that PostgreSQL has as well.
 */
export function sqliteDialect(thread: SqliteRunner): Dialect {
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

	// There is one database handle, but its thread keeps transactions apart and groups commits.
	override get supportsMultipleConnections(): boolean {
		return true;
	}
}

class ThreadDriver implements Driver {
	readonly #thread: SqliteRunner;
	#last = 0;

	constructor(thread: SqliteRunner) {
		this.#thread = thread;
	}

	async init(): Promise<void> {}

	async acquireConnection(): Promise<ThreadConnection> {
		return new ThreadConnection(this.#thread, ++this.#last);
	}

	async beginTransaction(connection: ThreadConnection): Promise<void> {
		await this.#thread.transaction(connection.id, "begin");
	}

	async commitTransaction(connection: ThreadConnection): Promise<void> {
		await this.#thread.transaction(connection.id, "commit");
	}

	async rollbackTransaction(connection: ThreadConnection): Promise<void> {
		await this.#thread.transaction(connection.id, "rollback");
	}

	async releaseConnection(): Promise<void> {}

	async destroy(): Promise<void> {
		await this.#thread.close();
	}
}

class ThreadConnection implements DatabaseConnection {
	readonly id: number;
	readonly #thread: SqliteRunner;

	constructor(thread: SqliteRunner, id: number) {
		this.#thread = thread;
		this.id = id;
	}

	async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
		const { rows, changes } = await this.#thread.run(this.id, sql, parameters as SqlValue[]);
		return { rows: rows as R[], numAffectedRows: BigInt(changes) };
	}

	async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
		yield await this.executeQuery<R>(query);
	}
}
