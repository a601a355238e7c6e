import type { Kysely } from "kysely";
import type { View, ViewStore } from "../../domain/state/conversation.ts";
import { StoredView } from "../../domain/state/stored.ts";
import type { Database } from "../database.ts";
import { checked, json, type Read, readable } from "../readable.ts";
import type { Tables } from "./schema.ts";

export function viewStore({ db }: Database, collection: string): ViewStore {
	return {
		async put(view) {
			await putView(db, view, collection);
		},

		async get(id) {
			const row = await db
				.selectFrom("views")
				.selectAll()
				.where("id", "=", id)
				.where("collection", "=", collection)
				.executeTakeFirst();
			return row ? (readable([readView(row)])[0] ?? null) : null;
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

export async function putView(db: Kysely<Tables>, view: View, collection: string): Promise<void> {
	const row = {
		request_json: view.request === null ? null : JSON.stringify(view.request),
		answer_json: view.answer === null ? null : JSON.stringify(view.answer),
		places_json: JSON.stringify(view.places),
		at: view.at,
		home_json: view.home ? JSON.stringify(view.home) : null,
		collection,
	};
	await db
		.insertInto("views")
		.values({ id: view.id, ...row })
		.onConflict((c) => c.column("id").doUpdateSet(row))
		.execute();
}

export function readView(row: Tables["views"]): Read<View> {
	return checked<View>(StoredView, "view", row.id, {
		id: row.id,
		request: json(row.request_json),
		answer: json(row.answer_json),
		places: json(row.places_json),
		at: row.at,
		home: json(row.home_json) ?? undefined,
	});
}
