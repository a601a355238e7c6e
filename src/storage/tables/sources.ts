import type { Kysely } from "kysely";
import type { Source, SourceItem, SourceStore } from "../../domain/sources.ts";
import type { SourceItemRow, SourceRow, Tables } from "./schema.ts";

export function sourceStore(db: Kysely<Tables>): SourceStore {
	return {
		async add(source) {
			const { numInsertedOrUpdatedRows } = await db
				.insertInto("sources")
				.values(toRow(source))
				.onConflict((c) => c.doNothing())
				.executeTakeFirstOrThrow();
			return Number(numInsertedOrUpdatedRows) > 0;
		},

		async list() {
			const rows = await db
				.selectFrom("sources")
				.selectAll()
				.orderBy("added_at")
				.orderBy("id")
				.execute();
			return rows.map(fromRow);
		},

		remove: (id) =>
			db.transaction().execute(async (trx) => {
				await trx.deleteFrom("source_items").where("source", "=", id).execute();
				const { numDeletedRows } = await trx
					.deleteFrom("sources")
					.where("id", "=", id)
					.executeTakeFirstOrThrow();
				return Number(numDeletedRows) > 0;
			}),

		async take(now, until) {
			// One statement decides, so that two processes never look at the same time.
			const row = await db
				.updateTable("sources")
				.set({ next_poll_at: until })
				.where("id", "=", (eb) =>
					eb
						.selectFrom("sources")
						.select("id")
						.where("next_poll_at", "<=", now)
						.orderBy("next_poll_at")
						.orderBy("id")
						.limit(1),
				)
				.where("next_poll_at", "<=", now)
				.returningAll()
				.executeTakeFirst();
			return row ? fromRow(row) : null;
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
			return rows.map(fromItemRow);
		},

		async saveItems(source, items) {
			if (items.length === 0) return;
			await db.transaction().execute(async (trx) => {
				const there = await trx
					.selectFrom("sources")
					.select("id")
					.where("id", "=", source)
					.executeTakeFirst();
				if (!there) return;
				for (const item of items) {
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

function toRow(source: Source): SourceRow {
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

function fromRow(row: SourceRow): Source {
	return {
		id: row.id,
		address: row.address,
		kind: row.kind,
		title: row.title,
		addedBy: row.added_by,
		addedAt: row.added_at,
		etag: row.etag,
		lastModified: row.last_modified,
		nextPollAt: row.next_poll_at,
		lastSuccessAt: row.last_success_at,
		lastProblem: row.last_problem_json === null ? null : JSON.parse(row.last_problem_json),
		failures: row.failures,
	};
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

function fromItemRow(row: SourceItemRow): SourceItem {
	return {
		key: row.key,
		address: row.address,
		mark: row.mark,
		article: row.article,
		etag: row.etag,
		lastModified: row.last_modified,
		firstSeenAt: row.first_seen_at,
		nextCheckAt: row.next_check_at,
		missing: row.missing,
		problem: row.problem_json === null ? null : JSON.parse(row.problem_json),
	};
}
