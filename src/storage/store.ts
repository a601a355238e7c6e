import type { Kysely } from "kysely";
import type { Store } from "../domain/store.ts";
import { changeJournal } from "./changes.ts";
import { damagedRows } from "./damaged-rows.ts";
import { deliveryLedger } from "./deliveries.ts";
import { inboxStore } from "./inbox.ts";
import { settingsStore } from "./settings.ts";
import { sourceStore } from "./sources.ts";
import { subscriptionStore } from "./subscriptions.ts";
import type { Tables } from "./tables.ts";
import { threadStore } from "./threads.ts";
import { viewStore } from "./views.ts";

/** The stores over one database, whichever it is. */
export function databaseStore(db: Kysely<Tables>): Store {
	return {
		settings: settingsStore(db),
		views: viewStore(db),
		threads: threadStore(db),
		inbox: inboxStore(db),
		changes: changeJournal(db),
		sources: sourceStore(db),
		subscriptions: subscriptionStore(db),
		deliveries: deliveryLedger(db),
		damaged: (limit, kinds) => damagedRows(db, limit, kinds),
		close: () => db.destroy(),
	};
}
