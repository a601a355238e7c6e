import type { Request } from "../../domain/answer.ts";
import type { Change } from "../../domain/change-journal.ts";
import type { View } from "../../domain/conversation.ts";
import type { DamagedRow } from "../../domain/damaged.ts";
import type { Delivery } from "../../domain/delivery-ledger.ts";
import type { Subscription } from "../../domain/digest.ts";
import type { Source, SourceItem } from "../../domain/sources.ts";
import {
	StoredChange,
	StoredDelivery,
	StoredItem,
	StoredSetting,
	StoredSource,
	StoredSubscription,
	StoredThread,
	StoredView,
} from "../../domain/stored.ts";
import { checked, damagedOf, type Read } from "../readable.ts";

/** What the stores in memory hold; whoever makes one may keep these beside it. */
export type MemoryTables = {
	/** By scope, then by field. */
	settings: Map<string, Record<string, string>>;
	views: Map<string, View>;
	threads: Map<string, { at: number; request: Request }>;
	changes: Change[];
	sources: Map<string, Source>;
	/** By source, then by key. */
	items: Map<string, Map<string, SourceItem>>;
	subscriptions: Map<string, Subscription>;
	deliveries: Map<string, Delivery>;
};

export function memoryTables(): MemoryTables {
	return {
		...{ settings: new Map(), views: new Map(), threads: new Map(), changes: [] },
		...{ sources: new Map(), items: new Map() },
		...{ subscriptions: new Map(), deliveries: new Map() },
	};
}

/** What each row is read by: as a database's rows are, since a test may have put anything there. */
export const reads = {
	setting: (id: string, value: { field: string; value: string }) =>
		checked<typeof value>(StoredSetting, "setting", id, value),
	view: (value: View) => checked<View>(StoredView, "view", value.id, value),
	thread: (id: string, value: { request: Request }) =>
		checked<{ request: Request }>(StoredThread, "thread", id, value),
	change: (value: Change) =>
		checked<Change>(StoredChange, "change", value.seq, value as Required<Change>),
	source: (value: Source) => checked<Source>(StoredSource, "source", value.id, value),
	item: (source: string, value: SourceItem) =>
		checked<SourceItem>(StoredItem, "source_item", `${source} ${value.key}`, value),
	subscription: (value: Subscription) =>
		checked<Subscription>(StoredSubscription, "subscription", value.id, value),
	delivery: (value: Delivery) => checked<Delivery>(StoredDelivery, "delivery", value.key, value),
};

/** Every row that cannot be read. */
export function damagedIn(tables: MemoryTables): DamagedRow[] {
	const all: Read<unknown>[] = [
		...[...tables.subscriptions.values()].map(reads.subscription),
		...[...tables.sources.values()].map(reads.source),
		...[...tables.settings].flatMap(([scope, fields]) =>
			Object.entries(fields).map(([field, value]) =>
				reads.setting(`${scope} ${field}`, { field, value }),
			),
		),
		...[...tables.deliveries.values()].map(reads.delivery),
		...[...tables.items].flatMap(([source, items]) =>
			[...items.values()].map((item) => reads.item(source, item)),
		),
		...tables.changes.map(reads.change),
		...[...tables.threads].map(([id, thread]) => reads.thread(id, thread)),
		...[...tables.views.values()].map(reads.view),
	];
	return damagedOf(all);
}
