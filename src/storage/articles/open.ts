import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type ArticlesPlace, SqliteArticles } from "./sqlite-articles.ts";
import { form, statements, tables } from "./statements.ts";

/** Another process that makes the file at the same moment is waited for so long. */
const busyMs = 5_000;

/**
 * The rows of one corpus in their file, which several processes may have open. They are made from the
 * corpus folder and can be made again: a file of another version or form, or a damaged one, is
 * begun anew. `madeBy`: the program's version, which reads articles in its own way.
 * Errors: those of the system, where there can be no file.
 */
export function openArticleRows(place: ArticlesPlace, madeBy: string): SqliteArticles {
	mkdirSync(dirname(place.path), { recursive: true });
	const version = `${madeBy} ${form}`;
	if (!isReady(place.path, version)) {
		removeRows(place.path);
		if (!isReady(place.path, version)) throw new Error(`${place.path} cannot be begun anew`);
	}
	return new SqliteArticles(place);
}

/** Deletes the file of rows and what SQLite keeps beside it. Errors: those of the system. */
export function removeRows(path: string): void {
	for (const ending of ["", "-wal", "-shm"]) rmSync(path + ending, { force: true });
}

/** Whether it is a file of this version, made where there was none. */
function isReady(path: string, version: string): boolean {
	const database = new DatabaseSync(path, { timeout: busyMs });
	try {
		database.exec("pragma journal_mode = wal; begin immediate");
		for (const table of tables) database.exec(table);
		const known = database.prepare(statements.madeBy).get();
		if (!known) database.prepare(statements.setMadeBy).run(version);
		database.exec("commit");
		return !known || known["made_by"] === version;
	} catch {
		return false;
	} finally {
		database.close();
	}
}
