import { type Kysely, sql } from "kysely";
import type { RowKind } from "../../../src/domain/state/damaged.ts";
import type { Tables } from "../../../src/storage/tables/schema.ts";
import type { Spoil } from "./suite.ts";

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
		token: { table: "tokens", key: ["id"] },
	};

/** Writes into a column by a connection beside the store's. `badNumber`: what a column of numbers takes that is none. */
export function spoilRows(db: Kysely<Tables>, badNumber?: string): Spoil {
	return async (kind, id, field, value) => {
		const { table, key, columns } = places[kind];
		const keys = key.length === 1 ? [id] : id.split(" ");
		const where = sql.join(
			key.map((column, at) => sql`${sql.ref(column)} = ${keys[at]}`),
			sql` and `,
		);
		const column = columns?.[field] ?? field;
		const written = field === "nextDue" ? (badNumber ?? value) : value;
		const changed = await sql`
			update ${sql.table(table)} set ${sql.ref(column)} = ${written} where ${where} returning 1
		`.execute(db);
		if (changed.rows.length !== 1) throw new Error(`There is no ${kind} ${id}.`);
	};
}

/** Takes all rows out; the migrations' own tables are not among these. */
export async function emptyTables(db: Kysely<Tables>): Promise<void> {
	for (const { name } of await db.introspection.getTables())
		await sql`delete from ${sql.table(name)}`.execute(db);
}
