import type { Kysely } from "kysely";
import type { InboxStore } from "../../domain/conversation.ts";
import type { Tables } from "./schema.ts";

export function inboxStore(db: Kysely<Tables>): InboxStore {
	return {
		async begin(delivery, process, at) {
			// One statement decides, so that two processes never both take it at the same moment.
			const { numInsertedOrUpdatedRows } = await db
				.insertInto("inbox")
				.values({ delivery, process, finished: 0, at })
				.onConflict((c) =>
					c
						.column("delivery")
						.doUpdateSet({ process, at })
						.where("inbox.finished", "=", 0)
						.where("inbox.process", "<>", process),
				)
				.executeTakeFirstOrThrow();
			return Number(numInsertedOrUpdatedRows) > 0;
		},

		async finish(delivery) {
			await db.updateTable("inbox").set({ finished: 1 }).where("delivery", "=", delivery).execute();
		},

		async dropBefore(at) {
			const { numDeletedRows } = await db
				.deleteFrom("inbox")
				.where("at", "<", at)
				.executeTakeFirstOrThrow();
			return Number(numDeletedRows);
		},
	};
}
