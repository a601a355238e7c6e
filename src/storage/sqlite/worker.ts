import { DatabaseSync } from "node:sqlite";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { GroupCommit } from "./group-commit.ts";
import type { Order, WorkerSettings } from "./protocol.ts";

/** A writer of another process is waited for so long; then the statement fails as busy. */
const busyMs = 5_000;

/**
 * The thread that holds the database: a commit waits for the disk, and nothing else must wait with
 * it.
 */
function serve(port: NonNullable<typeof parentPort>, settings: WorkerSettings): void {
	let database: DatabaseSync | null = null;
	let group: GroupCommit | null = null;
	port.on("message", (first: Order[] | "close") => {
		const orders: Order[] = [];
		let isOver = false;
		for (let message: Order[] | "close" | undefined = first; message; ) {
			if (message === "close") isOver = true;
			else orders.push(...message);
			message = receiveMessageOnPort(port)?.message;
		}
		try {
			database ??= open(settings);
			group ??= new GroupCommit(database, (outcomes) => port.postMessage(outcomes));
			group.take(orders);
		} catch (error) {
			const { message, errcode: code = null } = error as Error & { errcode?: number };
			port.postMessage(orders.map(({ id }) => ({ id, failed: message, code })));
		}
		if (!isOver) return;
		if (database?.isOpen) database.close();
		port.close();
	});
}

function open({ path, readOnly }: WorkerSettings): DatabaseSync {
	const database = new DatabaseSync(path, { readOnly, timeout: busyMs });
	try {
		// FULL syncs the log at every commit: what was acknowledged outlives a power cut.
		if (!readOnly) database.exec("pragma journal_mode = wal; pragma synchronous = full");
		database.exec("pragma foreign_keys = on");
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}

if (parentPort) serve(parentPort, workerData as WorkerSettings);
