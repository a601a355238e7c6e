/** What SQLite takes and gives. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** From the main thread to the one that holds the database. */
export type Order = {
	id: number;
	/** Orders of one connection follow each other; those of others wait while it is in a transaction. */
	connection: number;
} & (
	| { kind: "run"; sql: string; parameters: readonly SqlValue[] }
	| { kind: "begin" | "commit" | "rollback" }
);

/** The answer to one order. `code`: SQLite's own result code, where it is an error of SQLite. */
export type Outcome =
	| { id: number; rows: Record<string, SqlValue>[]; changes: number | bigint }
	| { id: number; failed: string; code: number | null };

export type WorkerSettings = { path: string; readOnly: boolean };
