import { isoDayOf } from "../../domain/iso-day.ts";
import type { TranslationStore } from "../../domain/state/translations.ts";
import type { Database } from "../database.ts";

export function translationStore({ db, transact }: Database): TranslationStore {
	return {
		async get(key) {
			const row = await db
				.selectFrom("translations")
				.select("text")
				.where("key", "=", key)
				.executeTakeFirst();
			return row?.text ?? null;
		},

		async put(key, text, at) {
			await db
				.insertInto("translations")
				.values({ key, text, at })
				.onConflict((c) => c.column("key").doUpdateSet({ text, at }))
				.execute();
		},

		async spend(day, count, most) {
			if (count > most) return false;
			return transact(async (trx) => {
				await trx
					.insertInto("translation_days")
					.values({ day, characters: 0 })
					.onConflict((c) => c.column("day").doNothing())
					.execute();
				// One statement looks and adds: who waits for the row looks at it again.
				const { numUpdatedRows } = await trx
					.updateTable("translation_days")
					.set(({ eb }) => ({ characters: eb("characters", "+", count) }))
					.where("day", "=", day)
					.where("characters", "<=", most - count)
					.executeTakeFirstOrThrow();
				return numUpdatedRows > 0n;
			});
		},

		async dropBefore(at) {
			const { numDeletedRows } = await db
				.deleteFrom("translations")
				.where("at", "<", at)
				.executeTakeFirstOrThrow();
			const day = isoDayOf(at);
			await db.deleteFrom("translation_days").where("day", "<", day).execute();
			return Number(numDeletedRows);
		},
	};
}
