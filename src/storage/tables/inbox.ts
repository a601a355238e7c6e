import type { InboxStore } from "../../domain/state/conversation.ts";
import type { Database } from "../database.ts";

export function inboxStore({ db, locks, attend }: Database): InboxStore {
	return {
		...(attend ? { attend } : {}),

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
						.where("inbox.process", "<>", process)
						.where(locks.isGone("inbox.process")),
				)
				.executeTakeFirstOrThrow();
			return Number(numInsertedOrUpdatedRows) > 0;
		},

		async finish(delivery) {
			await db.updateTable("inbox").set({ finished: 1 }).where("delivery", "=", delivery).execute();
		},

		async release(delivery, process) {
			await db
				.deleteFrom("inbox")
				.where("delivery", "=", delivery)
				.where("process", "=", process)
				.where("finished", "=", 0)
				.execute();
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
