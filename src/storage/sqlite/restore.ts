import { constants, existsSync } from "node:fs";
import { chmod, copyFile, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Kysely, sql } from "kysely";
import { asIsnadError, IsnadError } from "../../domain/errors.ts";
import { openRegular } from "../../files/regular-file.ts";
import { reason, systemLimit } from "../../files/system-error.ts";
import { applied, migrate } from "../migrate.ts";
import type { Tables } from "../tables/schema.ts";
import { sync } from "./backup.ts";
import { openDatabase, ownerOnly } from "./database.ts";
import { unwritable } from "./errors.ts";
import { aloneDatabase } from "./writer-alone.ts";

/**
 * Puts a backup in the place of the state at `path`; what was there stays beside it. Gives the name
 * of that, or null where there was none. At any moment the old state or the new one is in place.
 * Errors: `path_unreadable`, `store_busy` while a process has the state open, `store_corrupt` or
 * `store_newer` where the backup is.
 */
export async function restore(path: string, file: string): Promise<string | null> {
	if (!existsSync(file))
		throw new IsnadError("path_unreadable", `${file} is not there: name a file of isnad backup.`);
	await readable(file);
	const copy = `${path}.restoring`;
	try {
		await mkdir(dirname(path), { recursive: true });
		await copyFile(file, copy);
		await chmod(copy, ownerOnly);
		await prepare(copy, file);
		return await replace(path, copy);
	} catch (error) {
		if (error instanceof IsnadError) throw error;
		const mend = "name a folder in ISNAD_DATA that can be written to";
		throw unwritable(`The state ${path}`, error, mend);
	} finally {
		for (const end of ["", "-wal", "-shm", "-journal"]) await rm(copy + end, { force: true });
	}
}

/** Errors: `path_unreadable`. */
async function readable(file: string): Promise<void> {
	try {
		await (await openRegular(file)).close();
	} catch (error) {
		const sentence = `${file} cannot be read${reason(error, "name a file of isnad backup")}.`;
		throw systemLimit(error) ?? new IsnadError("path_unreadable", sentence, { cause: error });
	}
}

/** Everything that can be wrong with a backup is found on a copy of it. */
async function prepare(copy: string, file: string): Promise<void> {
	try {
		const db = await openDatabase(copy);
		try {
			if ((await applied(db)).length === 0) throw new IsnadError("store_corrupt", "");
			await migrate(aloneDatabase(db), file);
			await leaveLog(db);
		} finally {
			await db.destroy();
		}
	} catch (error) {
		if (asIsnadError(error).code !== "store_corrupt") throw error;
		throw new IsnadError(
			"store_corrupt",
			`${file} is damaged or no backup: name a file that isnad backup wrote.`,
			{ cause: error },
		);
	}
	await sync(copy);
}

async function replace(path: string, copy: string): Promise<string | null> {
	const before = `${path}.before-restore`;
	const isThere = existsSync(path);
	const held = isThere ? await hold(path) : null;
	try {
		if (isThere) {
			await copyFile(path, before, constants.COPYFILE_FICLONE);
			await sync(before);
		}
		await rename(copy, path);
		// Left by a state that could not be opened: its log must not be played into the new one.
		for (const end of ["-wal", "-shm"]) await rm(path + end, { force: true });
		await sync(dirname(path));
		return isThere ? before : null;
	} finally {
		await held?.destroy();
	}
}

/** The state in nobody else's hands; null where it cannot be opened at all. Errors: `store_busy`. */
async function hold(path: string): Promise<Kysely<Tables> | null> {
	let db: Kysely<Tables>;
	try {
		db = await openDatabase(path);
	} catch (error) {
		if (asIsnadError(error).code === "store_corrupt") return null;
		throw error;
	}
	try {
		await leaveLog(db);
		await sql`begin exclusive`.execute(db);
		return db;
	} catch (error) {
		await db.destroy();
		if (asIsnadError(error).code !== "store_busy") throw error;
		throw new IsnadError(
			"store_busy",
			`The state ${path} is in use: stop Isnad, then restore again.`,
			{ cause: error },
		);
	}
}

/** Out of the log into one file, which SQLite grants only to a connection that is alone. */
async function leaveLog(db: Kysely<Tables>): Promise<void> {
	await sql`pragma journal_mode = delete`.execute(db);
}
