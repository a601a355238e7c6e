import { existsSync } from "node:fs";
import { chmod, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { sql } from "kysely";
import { IsnadError } from "../../domain/errors.ts";
import { openDatabase, ownerOnly } from "./database.ts";
import { unwritable } from "./errors.ts";

/**
 * Copies the state at `path` to `file`, as it stands at one moment, while others read and write it.
 * The file appears whole or not at all. Gives its size in bytes. Errors: `path_unreadable`, `store_*`.
 */
export async function backUp(path: string, file: string): Promise<number> {
	if (!existsSync(path))
		throw new IsnadError(
			"path_unreadable",
			`There is no state at ${path} yet: nothing was kept that could be backed up.`,
		);
	if (existsSync(file))
		throw new IsnadError("store_unwritable", `${file} is there already: name a new file.`);
	const part = `${file}.part`;
	const db = await openDatabase(path);
	try {
		await rm(part, { force: true });
		await sql`vacuum into ${part}`.execute(db);
		await chmod(part, ownerOnly);
		await sync(part);
		await rename(part, file);
		await sync(dirname(file));
		return (await stat(file)).size;
	} catch (error) {
		await rm(part, { force: true });
		if (error instanceof IsnadError && error.code !== "store_unwritable") throw error;
		throw unwritable(file, error, "name a file in a folder that can be written to");
	} finally {
		await db.destroy();
	}
}

/** Waits until a file, or the names in a folder, are on the disk. */
export async function sync(path: string): Promise<void> {
	const handle = await open(path, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
