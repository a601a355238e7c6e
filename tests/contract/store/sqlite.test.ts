import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll } from "vitest";
import type { RowKind } from "../../../src/domain/state/damaged.ts";
import { openStore, statePath } from "../../../src/storage/open.ts";
import { openDatabase } from "../../../src/storage/sqlite/database.ts";
import { type Spoil, storeSuite } from "./suite.ts";

// Opened once and emptied for each test: to start the database's thread takes longer than most of them.
const data = await mkdtemp(join(tmpdir(), "isnad-store-"));
const store = await openStore({ data });
const beside = await openDatabase(statePath({ data }));
afterAll(async () => {
	await store.close();
	await beside.destroy();
	await rm(data, { recursive: true, force: true });
});

async function empty(): Promise<void> {
	// The migrations' own tables are not among these.
	for (const { name } of await beside.introspection.getTables())
		await sql`delete from ${sql.table(name)}`.execute(beside);
}

/** By kind: its table, its key, and the columns whose names are not those of their fields. */
const places: Record<RowKind, { table: string; key: string[]; columns?: Record<string, string> }> =
	{
		subscription: {
			table: "subscriptions",
			key: ["id"],
			columns: { request: "request_json", nextDue: "next_due", from: "from_day" },
		},
		delivery: { table: "deliveries", key: ["key"] },
		view: {
			table: "views",
			key: ["id"],
			columns: { request: "request_json", places: "places_json", answer: "answer_json" },
		},
		thread: { table: "threads", key: ["thread"], columns: { request: "request_json" } },
		source: { table: "sources", key: ["id"], columns: { lastProblem: "last_problem_json" } },
		source_item: {
			table: "source_items",
			key: ["source", "key"],
			columns: { problem: "problem_json" },
		},
		change: { table: "changes", key: ["seq"], columns: { goneClaims: "gone_claims_json" } },
		setting: { table: "settings", key: ["scope", "field"] },
		feedback: {
			table: "feedback",
			key: ["view", "voter"],
			columns: { request: "request_json", first: "first_json" },
		},
	};

const spoil: Spoil = async (kind, id, field, value) => {
	const { table, key, columns } = places[kind];
	const keys = key.length === 1 ? [id] : id.split(" ");
	const where = sql.join(
		key.map((column, at) => sql`${sql.ref(column)} = ${keys[at]}`),
		sql` and `,
	);
	const column = columns?.[field] ?? field;
	const changed = await sql`
		update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${where} returning 1
	`.execute(beside);
	if (changed.rows.length !== 1) throw new Error(`There is no ${kind} ${id}.`);
};

storeSuite("SQLite", async () => ({ store, spoil, remove: empty }));
