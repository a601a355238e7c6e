import type { Subscription } from "../../domain/digest.ts";
import type { Feedback } from "../../domain/feedback.ts";
import type { Source, SourceItem } from "../../domain/sources.ts";
import type { Change } from "../../domain/state/change-journal.ts";
import type { ThreadQuestion, View } from "../../domain/state/conversation.ts";
import type { DamagedRow } from "../../domain/state/damaged.ts";
import type { Delivery } from "../../domain/state/delivery-ledger.ts";
import {
	StoredChange,
	StoredDelivery,
	StoredFeedback,
	StoredItem,
	StoredSetting,
	StoredSource,
	StoredSubscription,
	StoredThread,
	StoredToken,
	StoredView,
} from "../../domain/state/stored.ts";
import type { Token } from "../../domain/tokens.ts";
import { checked, damagedOf, type Read } from "../readable.ts";

/** What the stores in memory hold; whoever makes one may keep these beside it. */
export type MemoryTables = {
	/** By scope, then by field. */
	settings: Map<string, Record<string, string>>;
	views: Map<string, View>;
	threads: Map<string, { at: number; request: ThreadQuestion }>;
	changes: Change[];
	sources: Map<string, Source>;
	/** By source, then by key. */
	items: Map<string, Map<string, SourceItem>>;
	subscriptions: Map<string, Subscription>;
	deliveries: Map<string, Delivery>;
	/** By view and voter. */
	feedback: Map<string, Feedback>;
	translations: Map<string, { text: string; at: number }>;
	/** Characters sent, by ISO day. */
	translationDays: Map<string, number>;
	tokens: Map<string, Token>;
};

export function memoryTables(): MemoryTables {
	return {
		...{ settings: new Map(), views: new Map(), threads: new Map(), changes: [] },
		...{ sources: new Map(), items: new Map() },
		...{ subscriptions: new Map(), deliveries: new Map(), feedback: new Map(), tokens: new Map() },
		...{ translations: new Map(), translationDays: new Map() },
	};
}

/** A field that may be absent is read as well: the twin keeps rows as they are. */
const whole = <Row extends object>(row: Row) => row as Required<Row>;

/** What each row is read by: as a database's rows are, since a test may have put anything there. */
export const reads = {
	setting: (id: string, value: { field: string; value: string }) =>
		checked<typeof value>(StoredSetting, "setting", id, value),
	view: (value: View) => checked<View>(StoredView, "view", value.id, whole(value)),
	thread: (id: string, value: { request: ThreadQuestion }) =>
		checked<{ request: ThreadQuestion }>(StoredThread, "thread", id, value),
	change: (value: Change) => checked<Change>(StoredChange, "change", value.seq, whole(value)),
	source: (value: Source) => checked<Source>(StoredSource, "source", value.id, whole(value)),
	item: (source: string, value: SourceItem) =>
		checked<SourceItem>(StoredItem, "source_item", `${source} ${value.key}`, whole(value)),
	subscription: (value: Subscription) =>
		checked<Subscription>(StoredSubscription, "subscription", value.id, whole(value)),
	delivery: (value: Delivery) =>
		checked<Delivery>(StoredDelivery, "delivery", value.key, whole(value)),
	feedback: (value: Feedback) =>
		checked<Feedback>(StoredFeedback, "feedback", `${value.view} ${value.voter}`, value),
	token: (value: Token) => checked<Token>(StoredToken, "token", value.id, value),
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
		...[...tables.feedback.values()].map(reads.feedback),
		...[...tables.tokens.values()].map(reads.token),
	];
	return damagedOf(all);
}
