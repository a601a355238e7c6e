import type { ChangeJournal } from "./change-journal.ts";
import type { InboxStore, SettingsStore, ThreadStore, ViewStore } from "./conversation.ts";
import type { DeliveryLedger } from "./delivery-ledger.ts";
import type { SubscriptionStore } from "./digest.ts";
import type { SourceStore } from "./sources.ts";

/** Everything that outlives a restart, behind one port. Errors: `store_*`. */
export interface Store {
	readonly settings: SettingsStore;
	readonly views: ViewStore;
	readonly threads: ThreadStore;
	readonly inbox: InboxStore;
	readonly changes: ChangeJournal;
	readonly sources: SourceStore;
	readonly subscriptions: SubscriptionStore;
	readonly deliveries: DeliveryLedger;
	/** After what was asked of it is done; nothing may be asked afterwards. */
	close(): Promise<void>;
}
