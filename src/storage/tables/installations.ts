import {
	type InstallationRow,
	type InstallationRows,
	StoredInstallation,
} from "../../domain/state/installations.ts";
import type { Database } from "../database.ts";
import type { InstallationTable } from "./schema.ts";

export function installationRows({ db, transact }: Database): InstallationRows {
	return {
		async put({ expiresAt, installedAt, keyId, ...row }) {
			const set = {
				...{ of: row.of, name: row.name, sealed: row.sealed, key_id: keyId },
				...{ expires_at: expiresAt, refused: 0, installed_at: installedAt },
				...{ lease: null, leased_until: 0 },
			};
			await db
				.insertInto("installations")
				.values({ id: row.id, ...set, version: 1 })
				.onConflict((c) =>
					c.column("id").doUpdateSet((eb) => ({
						...set,
						version: eb("installations.version", "+", 1),
					})),
				)
				.execute();
		},

		async meet({ id, of, name, installedAt }) {
			await db
				.insertInto("installations")
				.values({
					...{ id, of, name, sealed: "", key_id: "", expires_at: null, refused: 0 },
					...{ installed_at: installedAt, version: 1, lease: null, leased_until: 0 },
				})
				.onConflict((c) => c.column("id").doNothing())
				.execute();
		},

		async get(id) {
			const row = await db
				.selectFrom("installations")
				.selectAll()
				.where("id", "=", id)
				.executeTakeFirst();
			return row ? readRow(row) : null;
		},

		async list() {
			const rows = await db.selectFrom("installations").selectAll().orderBy("id").execute();
			return rows.flatMap((row) => readRow(row) ?? []);
		},

		remove: (id) =>
			transact(async (trx) => {
				const gone = await trx
					.deleteFrom("installations")
					.where((eb) => eb.or([eb("id", "=", id), eb("of", "=", id)]))
					.returning("id")
					.execute();
				return gone.map((row) => row.id).sort();
			}),

		async refuse(id, version) {
			const { numUpdatedRows } = await db
				.updateTable("installations")
				.set({ refused: 1, version: version + 1 })
				.where("id", "=", id)
				.where("version", "=", version)
				.executeTakeFirstOrThrow();
			return Number(numUpdatedRows) > 0;
		},

		async takeRenewal(id, lease, now, until) {
			const { numUpdatedRows } = await db
				.updateTable("installations")
				.set({ lease, leased_until: until })
				.where("id", "=", id)
				.where("refused", "=", 0)
				.where("leased_until", "<=", now)
				.executeTakeFirstOrThrow();
			return Number(numUpdatedRows) > 0;
		},

		async endRenewal(id, lease, renewed) {
			const { numUpdatedRows } = await db
				.updateTable("installations")
				.set((eb) => ({
					...{ lease: null, leased_until: 0 },
					...(renewed
						? {
								...{ sealed: renewed.sealed, key_id: renewed.keyId },
								...{ expires_at: renewed.expiresAt, version: eb("version", "+", 1) },
							}
						: {}),
				}))
				.where("id", "=", id)
				.where("lease", "=", lease)
				.executeTakeFirstOrThrow();
			return Number(numUpdatedRows) > 0;
		},
	};
}

/** Null for a row that cannot be read: its workspace is not served until the app is installed anew. */
function readRow(row: InstallationTable): InstallationRow | null {
	const { id, of, name, sealed, version } = row;
	const read: InstallationRow = {
		...{ id, of, name, sealed, keyId: row.key_id, expiresAt: row.expires_at },
		...{ refused: row.refused === 1, installedAt: row.installed_at, version },
	};
	return StoredInstallation.safeParse(read).success ? read : null;
}
