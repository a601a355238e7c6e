import type { Store } from "../domain/state/store.ts";
import { damagedRows } from "./damaged-rows.ts";
import type { Database } from "./database.ts";
import { changeJournal } from "./tables/change-journal.ts";
import { deliveryLedger } from "./tables/deliveries.ts";
import { feedbackStore } from "./tables/feedback.ts";
import { forgetPerson } from "./tables/forget.ts";
import { inboxStore } from "./tables/inbox.ts";
import { settingsStore } from "./tables/settings.ts";
import { sourceStore } from "./tables/sources.ts";
import { subscriptionStore } from "./tables/subscriptions.ts";
import { threadStore } from "./tables/threads.ts";
import { translationStore } from "./tables/translations.ts";
import { viewStore } from "./tables/views.ts";

/** The stores over one database, whichever it is. */
export function databaseStore(database: Database): Store {
	return {
		settings: settingsStore(database),
		views: viewStore(database),
		threads: threadStore(database),
		inbox: inboxStore(database),
		changes: changeJournal(database),
		sources: sourceStore(database),
		feedback: feedbackStore(database),
		translations: translationStore(database),
		subscriptions: subscriptionStore(database),
		deliveries: deliveryLedger(database),
		damaged: (limit, kinds) => damagedRows(database.db, limit, kinds),
		forget: (person, options) => forgetPerson(database.db, person, options),
		close: () => database.close(),
	};
}
