import { PGlite, types } from "@electric-sql/pglite";
import { type PgPool, wholeNumber } from "../../../src/storage/postgres/pool.ts";

/**
 * PostgreSQL inside this process, for machines without its programs: one connection, which those who
 * ask take in turns. It runs the same statements, and finds no races.
 */
export async function pglitePool(): Promise<PgPool> {
	const database = await PGlite.create({
		parsers: { [types.INT8]: wholeNumber, [types.INT4]: wholeNumber },
	});
	let free: Promise<void> = Promise.resolve();
	return {
		async connect() {
			const before = free;
			const turn = Promise.withResolvers<void>();
			free = turn.promise;
			await before;
			return {
				async query(sql, parameters = []) {
					const { rows, affectedRows } = await database.query(sql, parameters);
					const command = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? "";
					return { command, rowCount: Math.max(affectedRows ?? 0, rows.length), rows };
				},
				release: () => turn.resolve(),
			};
		},
		end: () => database.close(),
	};
}
