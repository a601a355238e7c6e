import type { SubscriptionStore } from "../digest.ts";
import type { FeedbackStore } from "../feedback.ts";
import type { SourceStore } from "../sources.ts";
import type { TokenStore } from "../tokens.ts";
import type { ChangeJournal } from "./change-journal.ts";
import type { InboxStore, SettingsStore, ThreadStore, ViewStore } from "./conversation.ts";
import type { DamagedRow, RowKind } from "./damaged.ts";
import type { DeliveryLedger } from "./delivery-ledger.ts";
import type { InstallationRows } from "./installations.ts";
import type { Forgotten, Person } from "./person.ts";
import type { TranslationStore } from "./translations.ts";

/**
 * Everything that outlives a restart, behind one port. A row that cannot be read is left out of what
 * is asked for, as if it were not there, and named by `damaged`. Errors: `store_*`.
 */
export interface Store {
	/**
	 * The same state as another collection sees it. Settings, installations and the inbox are of all of them; of the
	 * rest each sees what it kept itself, and nothing is closed twice. `dropBefore`, `damaged` and
	 * `forget` look at the rows of every collection.
	 */
	of(collection: string): Store;
	readonly settings: SettingsStore;
	readonly views: ViewStore;
	readonly threads: ThreadStore;
	readonly inbox: InboxStore;
	readonly changes: ChangeJournal;
	readonly sources: SourceStore;
	readonly feedback: FeedbackStore;
	readonly translations: TranslationStore;
	readonly tokens: TokenStore;
	readonly subscriptions: SubscriptionStore;
	readonly deliveries: DeliveryLedger;
	readonly installations: InstallationRows;
	/** Rows that cannot be read, the first `limit` of them; it looks at every row of these kinds, or of all. */
	damaged(limit: number, kinds?: readonly RowKind[]): Promise<DamagedRow[]>;
	/**
	 * Drops what holds a person, all of it or nothing; how many rows. `dry`: only counts. Their direct
	 * conversation is told by what was shown to them there, or by a digest that they made.
	 */
	forget(person: Person, options: { dry: boolean }): Promise<Forgotten>;
	/** After what was asked of it is done; nothing may be asked afterwards. */
	close(): Promise<void>;
}
