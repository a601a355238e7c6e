import { existsSync } from "node:fs";
import { join } from "node:path";
import { IsnadError } from "../domain/errors.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import type { Store } from "../domain/state/store.ts";
import type { Database } from "./database.ts";
import { databaseStore } from "./database-store.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./sqlite/database.ts";
import { aloneDatabase } from "./sqlite/writer-alone.ts";

export type StorePlace = {
	/** Folder for what the program keeps; made where it is not there. */
	data: string;
	/** `postgres://…`: the state is in that database instead of a file in the folder. */
	databaseUrl?: string | undefined;
	/** As which collection it is seen; the default one where absent. */
	collection?: string | undefined;
};

export type StoreParts = {
	/** Told once where a database is away, and once where it is back. */
	log?: Logger;
	now?: Clock;
	/** From 0 to below 1: keeps processes that clash from clashing again. */
	random?: () => number;
};

/**
 * The state of this installation. Several processes may have it open.
 * Errors: `config_invalid`, `store_newer`, `store_corrupt`, `store_unwritable`, `store_busy`,
 * `store_unavailable`.
 */
export async function openStore(place: StorePlace, parts: StoreParts = {}): Promise<Store> {
	let isOpen = false;
	// Whoever opens it is told why it cannot be, and needs no line in the log beside that.
	const log: Logger = (...line) => (isOpen ? parts.log?.(...line) : undefined);
	const { database, name, check } = await databaseAt(place, { ...parts, log });
	try {
		await check?.();
		await migrate(database, name);
		isOpen = true;
	} catch (error) {
		await database.close();
		throw error;
	}
	return databaseStore(database, place.collection);
}

async function databaseAt(
	place: StorePlace,
	{ log = () => {}, now = Date.now, random = Math.random }: StoreParts,
): Promise<{ database: Database; name: string; check?: () => Promise<void> }> {
	if (place.databaseUrl === undefined) {
		const name = statePath(place);
		return { database: aloneDatabase(await openDatabase(name)), name };
	}
	// Read here alone: who keeps the state in a file waits for none of it.
	const [{ openPostgres }, { databaseName }] = await Promise.all([
		import("./postgres/open.ts"),
		import("./postgres/address.ts"),
	]);
	const database = await openPostgres(place.databaseUrl, { log, now, random });
	const name = databaseName(place.databaseUrl);
	return { database, name, check: () => database.refusePooler() };
}

/** Whether something was kept already; of a database that is not asked. */
export function isKept(place: StorePlace): boolean {
	return place.databaseUrl !== undefined || existsSync(statePath(place));
}

/** The file of the state. Errors: `not_supported` where it is in a database. */
export function statePath({ data, databaseUrl }: StorePlace): string {
	if (databaseUrl !== undefined)
		throw new IsnadError(
			"not_supported",
			"The state is in PostgreSQL (DATABASE_URL) and not in a file: copy it with pg_dump --format=custom and put it back with pg_restore, as docs/operating.md says.",
		);
	return join(data, "isnad.db");
}
