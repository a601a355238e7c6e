import { defaultCollection } from "../domain/collection.ts";
import type { Store } from "../domain/state/store.ts";
import { damagedRows } from "./damaged-rows.ts";
import type { Database } from "./database.ts";
import { changeJournal } from "./tables/change-journal.ts";
import { deliveryLedger } from "./tables/deliveries.ts";
import { feedbackStore } from "./tables/feedback.ts";
import { forgetPerson } from "./tables/forget.ts";
import { inboxStore } from "./tables/inbox.ts";
import { installationRows } from "./tables/installations.ts";
import { settingsStore } from "./tables/settings.ts";
import { sourceStore } from "./tables/sources.ts";
import { subscriptionStore } from "./tables/subscriptions.ts";
import { threadStore } from "./tables/threads.ts";
import { tokenStore } from "./tables/tokens.ts";
import { translationStore } from "./tables/translations.ts";
import { viewStore } from "./tables/views.ts";

/** The stores over one database, whichever it is, as one collection sees them. */
export function databaseStore(database: Database, collection = defaultCollection): Store {
	return {
		of: (other) => databaseStore(database, other),
		settings: settingsStore(database),
		views: viewStore(database, collection),
		threads: threadStore(database, collection),
		inbox: inboxStore(database),
		changes: changeJournal(database, collection),
		sources: sourceStore(database, collection),
		feedback: feedbackStore(database, collection),
		translations: translationStore(database),
		subscriptions: subscriptionStore(database, collection),
		deliveries: deliveryLedger(database, collection),
		installations: installationRows(database),
		tokens: tokenStore(database),
		damaged: (limit, kinds) => damagedRows(database.db, limit, kinds),
		forget: (person, options) => forgetPerson(database.db, person, options),
		close: () => database.close(),
	};
}
