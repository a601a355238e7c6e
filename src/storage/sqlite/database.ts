import { closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely, sql } from "kysely";
import { IsnadError } from "../../domain/errors.ts";
import { NotRegularError, otherKind } from "../../files/regular-file.ts";
import { systemLimit } from "../../files/system-error.ts";
import type { Tables } from "../tables/schema.ts";
import { sqliteDialect } from "./dialect.ts";
import { unwritable } from "./errors.ts";
import { SqliteThread } from "./thread.ts";

/** Opens a file, made where it is not there unless it is only read. Errors: `store_*`. */
export async function openDatabase(
	path: string,
	options: { readOnly?: boolean } = {},
): Promise<Kysely<Tables>> {
	const readOnly = options.readOnly ?? false;
	if (!readOnly) makeFile(path);
	const thread = new SqliteThread({ path, readOnly });
	const db = new Kysely<Tables>({ dialect: sqliteDialect(thread) });
	try {
		const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
		if (rows[0]?.quick_check !== "ok")
			throw new IsnadError(
				"store_corrupt",
				`The state ${path} is damaged: restore a backup with isnad restore FILE.`,
			);
		return db;
	} catch (error) {
		await db.destroy();
		throw error;
	}
}

/** Who asked what is nobody else's on the machine. */
export const ownerOnly = 0o600;

function makeFile(path: string): void {
	try {
		mkdirSync(dirname(path), { recursive: true });
		// To open a pipe would wait for whoever reads it.
		const info = statSync(path, { throwIfNoEntry: false });
		const kind = info ? otherKind(info) : null;
		if (kind !== null) throw new NotRegularError(path, kind);
		closeSync(openSync(path, "a", ownerOnly));
	} catch (error) {
		const mend = "name a folder in ISNAD_DATA that can be written to";
		throw systemLimit(error) ?? unwritable(`The state ${path}`, error, mend);
	}
}
