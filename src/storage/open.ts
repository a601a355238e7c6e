import { join } from "node:path";
import { IsnadError } from "../domain/errors.ts";
import type { Store } from "../domain/store.ts";
import { databaseStore } from "./database-store.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./sqlite/database.ts";

export type StorePlace = {
	/** Folder for what the program keeps; made where it is not there. */
	data: string;
	databaseUrl?: string | undefined;
};

/**
 * The state of this installation. Several processes may have it open.
 * Errors: `store_newer`, `store_corrupt`, `store_unwritable`, `store_busy`, `not_supported`.
 */
export async function openStore(place: StorePlace): Promise<Store> {
	const path = statePath(place);
	const db = await openDatabase(path);
	try {
		await migrate(db, path);
	} catch (error) {
		await db.destroy();
		throw error;
	}
	return databaseStore(db);
}

/** Errors: `not_supported`. */
export function statePath({ data, databaseUrl }: StorePlace): string {
	if (databaseUrl)
		throw new IsnadError(
			"not_supported",
			"PostgreSQL is not part of this version: unset DATABASE_URL, and the state is kept in ISNAD_DATA.",
		);
	return join(data, "isnad.db");
}
