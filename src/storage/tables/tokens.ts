import { StoredToken } from "../../domain/state/stored.ts";
import type { Token, TokenStore } from "../../domain/tokens.ts";
import type { Database } from "../database.ts";
import { checked, type Read, readable } from "../readable.ts";
import type { TokenRow } from "./schema.ts";

export function tokenStore({ db }: Database): TokenStore {
	const rows = () => db.selectFrom("tokens").selectAll().orderBy("created_at").orderBy("id");
	return {
		async add({ id, name, hash, createdAt, expires, revokedAt, lastUsed }) {
			const held = revokedAt === null ? name : null;
			const row = { id, name, held_name: held, hash, created_at: createdAt, expires };
			const added = await db
				.insertInto("tokens")
				.values({ ...row, revoked_at: revokedAt, last_used: lastUsed })
				.onConflict((c) => c.doNothing())
				.returning("id")
				.execute();
			return added.length > 0;
		},

		async get(id) {
			const row = await rows().where("id", "=", id).executeTakeFirst();
			return row ? (readable([readToken(row)])[0] ?? null) : null;
		},

		list: async () => readable((await rows().execute()).map(readToken)),

		async any() {
			const row = await db.selectFrom("tokens").select("id").limit(1).executeTakeFirst();
			return row !== undefined;
		},

		async revoke(id, at) {
			const changed = await db
				.updateTable("tokens")
				.set({ revoked_at: at, held_name: null })
				.where("id", "=", id)
				.where("revoked_at", "is", null)
				.returning("id")
				.execute();
			return changed.length > 0;
		},

		async used(id, day) {
			await db
				.updateTable("tokens")
				.set({ last_used: day })
				.where("id", "=", id)
				.where(({ eb, or }) => or([eb("last_used", "is", null), eb("last_used", "<", day)]))
				.execute();
		},
	};
}

export function readToken(row: TokenRow): Read<Token> {
	const { id, name, hash, created_at, expires, revoked_at, last_used } = row;
	return checked<Token>(StoredToken, "token", id, {
		...{ id, name, hash, createdAt: created_at, expires },
		...{ revokedAt: revoked_at, lastUsed: last_used },
	});
}
