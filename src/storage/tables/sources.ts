import type { Source, SourceItem, SourceStore } from "../../domain/sources.ts";
import { StoredItem, StoredSource } from "../../domain/state/stored.ts";
import type { Database } from "../database.ts";
import { checked, damagedOf, json, type Read, readable } from "../readable.ts";
import type { SourceItemRow, SourceRow } from "./schema.ts";

export function sourceStore({ db, transact, locks }: Database, collection: string): SourceStore {
	const all = async () => {
		const rows = await db
			.selectFrom("sources")
			.selectAll()
			.where("collection", "=", collection)
			.orderBy("added_at")
			.orderBy("id")
			.execute();
		return rows.map(readSourceRow);
	};
	/** One statement decides: two processes never look at the same time, and none waits for the other's source. */
	const takeOne = (now: number, until: number) =>
		db
			.updateTable("sources")
			.set({ next_poll_at: until })
			.where("id", "=", (eb) =>
				eb
					.selectFrom("sources")
					.select("id")
					.where("collection", "=", collection)
					.where("next_poll_at", "<=", now)
					.orderBy("next_poll_at")
					.orderBy("id")
					.limit(1)
					.$call(locks.free),
			)
			.where("next_poll_at", "<=", now)
			.returningAll()
			.executeTakeFirst();
	return {
		async add(source) {
			const { numInsertedOrUpdatedRows } = await db
				.insertInto("sources")
				.values({ collection, ...toRow(source) })
				.onConflict((c) => c.doNothing())
				.executeTakeFirstOrThrow();
			return Number(numInsertedOrUpdatedRows) > 0;
		},

		list: async () => readable(await all()),
		damaged: async () => damagedOf(await all()),

		remove: (id) =>
			transact(async (trx) => {
				// First the source: items that somebody is saving are waited for, and go with it.
				const { numDeletedRows } = await trx
					.deleteFrom("sources")
					.where("collection", "=", collection)
					.where("id", "=", id)
					.executeTakeFirstOrThrow();
				const isOurs = Number(numDeletedRows) > 0;
				if (isOurs) await trx.deleteFrom("source_items").where("source", "=", id).execute();
				return isOurs;
			}),

		async take(now, until) {
			for (;;) {
				const row = await takeOne(now, until);
				if (!row) return null;
				const [source] = readable([readSourceRow(row)]);
				// One that cannot be read was put off as well: the next one is not kept waiting by it.
				if (source) return source;
			}
		},

		async renew(id, held, until) {
			const { numUpdatedRows } = await db
				.updateTable("sources")
				.set({ next_poll_at: until })
				.where("id", "=", id)
				.where("next_poll_at", "=", held)
				.executeTakeFirstOrThrow();
			return Number(numUpdatedRows) > 0;
		},

		async save(source) {
			const { id, ...row } = toRow(source);
			await db.updateTable("sources").set(row).where("id", "=", id).execute();
		},

		async items(source) {
			const rows = await db
				.selectFrom("source_items")
				.selectAll()
				.where("source", "=", source)
				.orderBy("key")
				.execute();
			return readable(rows.map(readItem));
		},

		async saveItems(source, items) {
			if (items.length === 0) return;
			await transact(async (trx) => {
				const there = await trx
					.selectFrom("sources")
					.select("id")
					.where("id", "=", source)
					.$call(locks.toStay)
					.executeTakeFirst();
				if (!there) return;
				for (const item of items.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
					const { source: _of, key: _by, ...values } = toItemRow(source, item);
					await trx
						.insertInto("source_items")
						.values(toItemRow(source, item))
						.onConflict((c) => c.columns(["source", "key"]).doUpdateSet(values))
						.execute();
				}
			});
		},

		async trimItems(source, most) {
			const { numDeletedRows } = await db
				.deleteFrom("source_items")
				.where("source", "=", source)
				.where("key", "not in", (eb) =>
					eb
						.selectFrom("source_items")
						.select("key")
						.where("source", "=", source)
						.orderBy("first_seen_at", "desc")
						.orderBy("key")
						.limit(most),
				)
				.executeTakeFirstOrThrow();
			return Number(numDeletedRows);
		},
	};
}

function toRow(source: Source): Omit<SourceRow, "collection"> {
	return {
		id: source.id,
		address: source.address,
		kind: source.kind,
		title: source.title,
		added_by: source.addedBy,
		added_at: source.addedAt,
		etag: source.etag,
		last_modified: source.lastModified,
		next_poll_at: source.nextPollAt,
		last_success_at: source.lastSuccessAt,
		last_problem_json: source.lastProblem && JSON.stringify(source.lastProblem),
		failures: source.failures,
	};
}

export function readSourceRow(row: SourceRow): Read<Source> {
	const { id, address, kind, title, etag, failures } = row;
	return checked<Source>(StoredSource, "source", id, {
		...{ id, address, kind, title },
		addedBy: row.added_by,
		addedAt: row.added_at,
		etag,
		lastModified: row.last_modified,
		nextPollAt: row.next_poll_at,
		lastSuccessAt: row.last_success_at,
		lastProblem: json(row.last_problem_json),
		failures,
	});
}

function toItemRow(source: string, item: SourceItem): SourceItemRow {
	return {
		source,
		key: item.key,
		address: item.address,
		mark: item.mark,
		article: item.article,
		etag: item.etag,
		last_modified: item.lastModified,
		first_seen_at: item.firstSeenAt,
		next_check_at: item.nextCheckAt,
		missing: item.missing,
		problem_json: item.problem && JSON.stringify(item.problem),
	};
}

export function readItem(row: SourceItemRow): Read<SourceItem> {
	const { key, address, mark, article, etag, missing } = row;
	return checked<SourceItem>(StoredItem, "source_item", `${row.source} ${key}`, {
		...{ key, address, mark, article, etag },
		lastModified: row.last_modified,
		firstSeenAt: row.first_seen_at,
		nextCheckAt: row.next_check_at,
		missing,
		problem: json(row.problem_json),
	});
}
