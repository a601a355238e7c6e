import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely, sql } from "kysely";
import { IsnadError } from "../../domain/errors.ts";
import type { Tables } from "../tables/schema.ts";
import { sqliteDialect } from "./dialect.ts";
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
		closeSync(openSync(path, "a", ownerOnly));
	} catch (error) {
		const code = (error as { code?: string }).code ?? "unknown error";
		throw new IsnadError(
			"store_unwritable",
			`The state ${path} cannot be written (${code}): name a folder in ISNAD_DATA that can be written to.`,
			{ cause: error },
		);
	}
}
