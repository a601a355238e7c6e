import type { ThreadQuestion, ThreadStore } from "../../domain/state/conversation.ts";
import { StoredThread } from "../../domain/state/stored.ts";
import type { Database } from "../database.ts";
import { checked, json, type Read, readable } from "../readable.ts";
import type { Tables } from "./schema.ts";

export function threadStore({ db }: Database, collection: string): ThreadStore {
	return {
		async get(thread, since) {
			const row = await db
				.selectFrom("threads")
				.selectAll()
				.where("collection", "=", collection)
				.where("thread", "=", thread)
				.where("at", ">=", since)
				.executeTakeFirst();
			return row ? (readable([readThread(row)])[0]?.request ?? null) : null;
		},

		async put(thread, request, at) {
			const row = { request_json: JSON.stringify(request), at };
			await db
				.insertInto("threads")
				.values({ collection, thread, ...row })
				.onConflict((c) => c.columns(["collection", "thread"]).doUpdateSet(row))
				.execute();
		},

		async dropBefore(at) {
			const { numDeletedRows } = await db
				.deleteFrom("threads")
				.where("at", "<", at)
				.executeTakeFirstOrThrow();
			return Number(numDeletedRows);
		},
	};
}

export function readThread(row: Tables["threads"]): Read<{ request: ThreadQuestion }> {
	const request = json(row.request_json);
	return checked<{ request: ThreadQuestion }>(StoredThread, "thread", row.thread, { request });
}
