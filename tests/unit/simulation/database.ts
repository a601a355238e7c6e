import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Store } from "../../../src/domain/state/store.ts";
import { databaseStore } from "../../../src/storage/database-store.ts";
import { migrate } from "../../../src/storage/migrate.ts";
import { type SqliteRunner, sqliteDialect } from "../../../src/storage/sqlite/dialect.ts";
import { storeError } from "../../../src/storage/sqlite/errors.ts";
import { GroupCommit } from "../../../src/storage/sqlite/group-commit.ts";
import type { Order, Outcome } from "../../../src/storage/sqlite/protocol.ts";
import { aloneDatabase } from "../../../src/storage/sqlite/writer-alone.ts";
import type { Tables } from "../../../src/storage/tables/schema.ts";
import type { InFlight } from "./in-flight.ts";
import type { Link } from "./link.ts";

type Rows = Extract<Outcome, { rows: unknown }>;
type Unnumbered<T> = T extends { id: number } ? Omit<T, "id"> : never;

/** The one database of all processes, with the state's own code over it. */
export type SimulatedDatabase = {
	/** As nobody's delays reach it. */
	store: Store;
	/** As a process reaches it that is at the other end of the link; what is under way is dropped by `cut`. */
	reachedBy(link: Link, random: () => number): { store: Store; cut(): void };
	/** Where it answers by a clock of its own. */
	inFlight?: InFlight;
	close(): Promise<void>;
};

/** SQLite in this thread: nothing in it waits, so that a seed decides every step. */
export async function sqliteDatabase(hints: Hints): Promise<SimulatedDatabase> {
	const store = await storeInThisThread(hints);
	return { store, reachedBy: () => ({ store, cut() {} }), close: () => store.close() };
}

async function storeInThisThread(hints: Hints): Promise<Store> {
	const alone = aloneDatabase(new Kysely<Tables>({ dialect: sqliteDialect(inThisThread()) }));
	const database = {
		...alone,
		announce: async () => hints.tell(),
		watch: (heard: () => void) => hints.watch(heard),
	};
	await migrate(database, "simulated");
	return databaseStore(database);
}

/** What says that something was appended, and may fail to. */
export type Hints = { tell(): void; watch(heard: () => void): () => void };

function inThisThread(): SqliteRunner {
	const database = new DatabaseSync(":memory:");
	database.exec("pragma foreign_keys = on");
	const waiting = new Map<number, PromiseWithResolvers<Rows>>();
	const group = new GroupCommit(database, (outcomes) => {
		for (const outcome of outcomes) {
			const settle = waiting.get(outcome.id);
			waiting.delete(outcome.id);
			if ("rows" in outcome) settle?.resolve(outcome);
			else settle?.reject(storeError("simulated", outcome.failed, outcome.code));
		}
	});
	let last = 0;
	const order = (what: Unnumbered<Order>): Promise<Rows> => {
		const id = ++last;
		const settle = Promise.withResolvers<Rows>();
		waiting.set(id, settle);
		group.take([{ ...what, id }]);
		return settle.promise;
	};
	return {
		run: (connection, sql, parameters) => order({ kind: "run", connection, sql, parameters }),
		transaction: async (connection, kind) => void (await order({ kind, connection })),
		close: async () => database.close(),
	};
}
