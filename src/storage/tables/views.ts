import type { Kysely } from "kysely";
import type { View, ViewStore } from "../../domain/conversation.ts";
import type { Tables } from "./schema.ts";

export function viewStore(db: Kysely<Tables>): ViewStore {
	return {
		async put(view) {
			await putView(db, view);
		},

		async get(id) {
			const row = await db.selectFrom("views").selectAll().where("id", "=", id).executeTakeFirst();
			if (!row) return null;
			return {
				id,
				request: row.request_json === null ? null : JSON.parse(row.request_json),
				answer: row.answer_json === null ? null : JSON.parse(row.answer_json),
				places: JSON.parse(row.places_json),
				at: row.at,
			};
		},

		async dropBefore(at) {
			const { numDeletedRows } = await db
				.deleteFrom("views")
				.where("at", "<", at)
				.executeTakeFirstOrThrow();
			return Number(numDeletedRows);
		},
	};
}

export async function putView(db: Kysely<Tables>, view: View): Promise<void> {
	const row = {
		request_json: view.request === null ? null : JSON.stringify(view.request),
		answer_json: view.answer === null ? null : JSON.stringify(view.answer),
		places_json: JSON.stringify(view.places),
		at: view.at,
	};
	await db
		.insertInto("views")
		.values({ id: view.id, ...row })
		.onConflict((c) => c.column("id").doUpdateSet(row))
		.execute();
}
