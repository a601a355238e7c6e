import type { Expression, Kysely, SelectQueryBuilder, SqlBool } from "kysely";
import type { Tables } from "./tables/schema.ts";

/**
 * A database as the tables use it. What two databases say differently is asked of it here, so that a
 * table's own file reads the same for both.
 */
export type Database = {
	readonly db: Kysely<Tables>;
	/** All of it or nothing. `work` may run more than once: where it clashed with another transaction. */
	transact<T>(work: (trx: Kysely<Tables>) => Promise<T>): Promise<T>;
	readonly locks: Locks;
	/** To be called in the transaction that appends changes: whoever watches hears of it at the commit. */
	announce(trx: Kysely<Tables>): Promise<void>;
	/** Calls back soon after an append, also of another process; a hint that may fail to come. */
	watch?(heard: () => void): () => void;
	/** Keeps it known that a process is at work, until the database is closed. */
	attend?(process: string): Promise<void>;
	close(): Promise<void>;
};

/**
 * What keeps two writers at the same moment apart. SQLite has one writer, so that all of it is
 * nothing there; elsewhere each transaction sees only what was committed before its statement began.
 */
export type Locks = {
	/** Nobody else holds the same name until the end of the transaction; who comes second waits. */
	hold(trx: Kysely<Tables>, name: string): Promise<void>;
	/** The same for whoever brings the tables to today's form, however long that takes. */
	holdMigrations(trx: Kysely<Tables>): Promise<void>;
	/** Rows that are read to be changed: as they are once nobody else changes them. */
	toChange: LockRows;
	/** The same, but without those that somebody else has in hand. */
	free: LockRows;
	/** Rows that have to be there still at the end of the transaction. */
	toStay: LockRows;
	/** Whether the process that a column names is known to be at work no more. */
	isGone(column: "inbox.process"): Expression<SqlBool>;
};

type LockRows = <T extends keyof Tables, O>(
	query: SelectQueryBuilder<Tables, T, O>,
) => SelectQueryBuilder<Tables, T, O>;
