import type { Kysely } from "kysely";
import type { Store } from "../domain/state/store.ts";
import { damagedRows } from "./damaged-rows.ts";
import { changeJournal } from "./tables/change-journal.ts";
import { deliveryLedger } from "./tables/deliveries.ts";
import { feedbackStore } from "./tables/feedback.ts";
import { forgetPerson } from "./tables/forget.ts";
import { inboxStore } from "./tables/inbox.ts";
import type { Tables } from "./tables/schema.ts";
import { settingsStore } from "./tables/settings.ts";
import { sourceStore } from "./tables/sources.ts";
import { subscriptionStore } from "./tables/subscriptions.ts";
import { threadStore } from "./tables/threads.ts";
import { viewStore } from "./tables/views.ts";

/** The stores over one database, whichever it is. */
export function databaseStore(db: Kysely<Tables>): Store {
	return {
		settings: settingsStore(db),
		views: viewStore(db),
		threads: threadStore(db),
		inbox: inboxStore(db),
		changes: changeJournal(db),
		sources: sourceStore(db),
		feedback: feedbackStore(db),
		subscriptions: subscriptionStore(db),
		deliveries: deliveryLedger(db),
		damaged: (limit, kinds) => damagedRows(db, limit, kinds),
		forget: (person, options) => forgetPerson(db, person, options),
		close: () => db.destroy(),
	};
}
