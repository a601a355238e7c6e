import type { Kysely } from "kysely";
import type { DamagedRow, RowKind } from "../domain/state/damaged.ts";
import { damagedOf, type Read } from "./readable.ts";
import { readChange } from "./tables/change-journal.ts";
import { readDelivery } from "./tables/deliveries.ts";
import { readFeedback } from "./tables/feedback.ts";
import type { Tables } from "./tables/schema.ts";
import { readSetting } from "./tables/settings.ts";
import { readItem, readSourceRow } from "./tables/sources.ts";
import { readSubscription } from "./tables/subscriptions.ts";
import { readThread } from "./tables/threads.ts";
import { readToken } from "./tables/tokens.ts";
import { readView } from "./tables/views.ts";

/** The table of each kind, what its rows are read by, and their order. */
const tables: Record<RowKind, { table: keyof Tables; read: unknown; by: string[] }> = {
	subscription: { table: "subscriptions", read: readSubscription, by: ["id"] },
	source: { table: "sources", read: readSourceRow, by: ["id"] },
	setting: { table: "settings", read: readSetting, by: ["scope", "field"] },
	delivery: { table: "deliveries", read: readDelivery, by: ["key"] },
	source_item: { table: "source_items", read: readItem, by: ["source", "key"] },
	change: { table: "changes", read: readChange, by: ["seq"] },
	thread: { table: "threads", read: readThread, by: ["collection", "thread"] },
	view: { table: "views", read: readView, by: ["id"] },
	feedback: { table: "feedback", read: readFeedback, by: ["view", "voter"] },
	token: { table: "tokens", read: readToken, by: ["id"] },
};
const pageSize = 200;

/** Looks at every row of these kinds, a page at a time; the first `limit` that cannot be read. */
export async function damagedRows(
	db: Kysely<Tables>,
	limit: number,
	kinds: readonly RowKind[] = Object.keys(tables) as RowKind[],
): Promise<DamagedRow[]> {
	const out: DamagedRow[] = [];
	for (const kind of kinds) {
		const { table, by } = tables[kind];
		// Each reader takes the rows of its own table, which the types of a loop cannot say.
		const read = tables[kind].read as (row: unknown) => Read<unknown>;
		for (let at = 0; out.length < limit; at += pageSize) {
			let page = db.selectFrom(table).selectAll();
			for (const column of by) page = page.orderBy(column as never);
			const rows = await page.limit(pageSize).offset(at).execute();
			out.push(...damagedOf(rows.map(read)));
			if (rows.length < pageSize) break;
		}
	}
	return out.slice(0, limit);
}
