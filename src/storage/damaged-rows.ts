import type { Kysely } from "kysely";
import type { DamagedRow } from "../domain/damaged.ts";
import { readChange } from "./changes.ts";
import { readDelivery } from "./deliveries.ts";
import { damagedOf, type Read } from "./readable.ts";
import { readSetting } from "./settings.ts";
import { readItem, readSourceRow } from "./sources.ts";
import { readSubscription } from "./subscriptions.ts";
import type { Tables } from "./tables.ts";
import { readThread } from "./threads.ts";
import { readView } from "./views.ts";

/** Each table whose rows are read into something, with what reads one. */
const readers: {
	[T in keyof Tables]?: { read: (row: Tables[T]) => Read<unknown>; by: (keyof Tables[T])[] };
} = {
	subscriptions: { read: readSubscription, by: ["id"] },
	sources: { read: readSourceRow, by: ["id"] },
	settings: { read: readSetting, by: ["scope", "field"] },
	deliveries: { read: readDelivery, by: ["key"] },
	source_items: { read: readItem, by: ["source", "key"] },
	changes: { read: readChange, by: ["seq"] },
	threads: { read: readThread, by: ["thread"] },
	views: { read: readView, by: ["id"] },
};
const pageSize = 200;

/** Looks at every row, a page at a time; the first `limit` that cannot be read. */
export async function damagedRows(db: Kysely<Tables>, limit: number): Promise<DamagedRow[]> {
	const out: DamagedRow[] = [];
	for (const [table, reader] of Object.entries(readers)) {
		const { read, by } = reader as { read: (row: never) => Read<unknown>; by: string[] };
		for (let at = 0; out.length < limit; at += pageSize) {
			let page = db.selectFrom(table as keyof Tables).selectAll();
			for (const column of by) page = page.orderBy(column as never);
			const rows = await page.limit(pageSize).offset(at).execute();
			out.push(...damagedOf(rows.map((row) => read(row as never))));
			if (rows.length < pageSize) break;
		}
	}
	return out.slice(0, limit);
}
