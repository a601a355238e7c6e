import type { Kysely } from "kysely";
import type { Settings, SettingsStore } from "../../domain/conversation.ts";
import type { Tables } from "./schema.ts";

export function settingsStore(db: Kysely<Tables>): SettingsStore {
	return {
		async get(scope) {
			const rows = await db
				.selectFrom("settings")
				.select(["field", "value"])
				.where("scope", "=", scope)
				.execute();
			// Only `put` writes here, and it writes what `Settings` has.
			return Object.fromEntries(
				rows.map(({ field, value }) => [field, value]),
			) as Partial<Settings>;
		},

		async put(scope, change) {
			await db.transaction().execute(async (trx) => {
				for (const [field, value] of Object.entries(change)) {
					if (value === undefined) continue;
					if (value === null)
						await trx
							.deleteFrom("settings")
							.where("scope", "=", scope)
							.where("field", "=", field)
							.execute();
					else
						await trx
							.insertInto("settings")
							.values({ scope, field, value })
							.onConflict((c) => c.columns(["scope", "field"]).doUpdateSet({ value }))
							.execute();
				}
			});
		},
	};
}
