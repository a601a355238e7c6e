import type { Settings } from "../../domain/sets/settings.ts";
import type { SettingsStore } from "../../domain/state/conversation.ts";
import { StoredSetting } from "../../domain/state/stored.ts";
import type { Database } from "../database.ts";
import { checked, type Read, readable } from "../readable.ts";
import type { Tables } from "./schema.ts";

type Setting = { field: string; value: string };

export function settingsStore({ db, transact }: Database): SettingsStore {
	const each: SettingsStore["each"] = async (scopes) => {
		// PostgreSQL reads no empty list.
		if (scopes.length === 0) return [];
		const rows = await db.selectFrom("settings").selectAll().where("scope", "in", scopes).execute();
		return scopes.map((scope) => {
			const own = rows.filter((row) => row.scope === scope);
			const set = readable(own.map(readSetting)).map(({ field, value }) => [field, value]);
			return Object.fromEntries(set) as Partial<Settings>;
		});
	};
	return {
		each,

		async get(scope) {
			const [set = {}] = await each([scope]);
			return set;
		},

		async put(scope, change) {
			await transact(async (trx) => {
				// In one order for everybody: two that hold a row each and want the other's would wait for ever.
				const fields = Object.entries(change).sort(([a], [b]) => (a < b ? -1 : 1));
				for (const [field, value] of fields) {
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

export function readSetting({ scope, field, value }: Tables["settings"]): Read<Setting> {
	return checked<Setting>(StoredSetting, "setting", `${scope} ${field}`, { field, value });
}
