import { DatabaseSync, type StatementSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import type { Outcome, Statement, WorkerSettings } from "./protocol.ts";

/** A writer of another process is waited for so long; then the statement fails as busy. */
const busyMs = 5_000;
const mostPrepared = 200;

/**
 * The thread that holds the database: a commit waits for the disk, and nothing else must wait with
 * it. One statement after the other, in the order in which they came.
 */
function serve(port: NonNullable<typeof parentPort>, { path, readOnly }: WorkerSettings): void {
	let database: DatabaseSync | null = null;
	const prepared = new Map<string, StatementSync>();
	port.on("message", (message: Statement | "close") => {
		if (message === "close") {
			// What cannot be closed is closed by the end of the thread.
			if (database?.isOpen) database.close();
			port.close();
			return;
		}
		port.postMessage(run(message));
	});

	function run({ id, sql, parameters }: Statement): Outcome {
		try {
			database ??= open(path, readOnly);
			const statement = prepare(database, sql);
			if (statement.columns().length > 0)
				return { id, rows: statement.all(...parameters) as never, changes: 0 };
			return { id, rows: [], changes: statement.run(...parameters).changes };
		} catch (error) {
			const { errcode } = error as { errcode?: unknown };
			const failed = error instanceof Error ? error.message : String(error);
			return { id, failed, code: typeof errcode === "number" ? errcode : null };
		}
	}

	function prepare(database: DatabaseSync, sql: string): StatementSync {
		let statement = prepared.get(sql);
		if (!statement) {
			statement = database.prepare(sql);
			if (prepared.size >= mostPrepared) prepared.clear();
			prepared.set(sql, statement);
		}
		return statement;
	}
}

function open(path: string, readOnly: boolean): DatabaseSync {
	const database = new DatabaseSync(path, { readOnly, timeout: busyMs });
	if (!readOnly) {
		// FULL syncs the log at every commit: what was acknowledged outlives a power cut.
		database.exec("pragma journal_mode = wal; pragma synchronous = full");
	}
	database.exec("pragma foreign_keys = on");
	return database;
}

if (parentPort) serve(parentPort, workerData as WorkerSettings);
