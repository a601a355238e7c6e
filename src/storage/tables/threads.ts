import type { Kysely } from "kysely";
import type { ThreadStore } from "../../domain/conversation.ts";
import type { Tables } from "./schema.ts";

export function threadStore(db: Kysely<Tables>): ThreadStore {
	return {
		async get(thread, since) {
			const row = await db
				.selectFrom("threads")
				.select("request_json")
				.where("thread", "=", thread)
				.where("at", ">=", since)
				.executeTakeFirst();
			return row ? JSON.parse(row.request_json) : null;
		},

		async put(thread, request, at) {
			const row = { request_json: JSON.stringify(request), at };
			await db
				.insertInto("threads")
				.values({ thread, ...row })
				.onConflict((c) => c.column("thread").doUpdateSet(row))
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
