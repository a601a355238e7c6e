import type { Store } from "../../domain/state/store.ts";
import { memoryChanges } from "./changes.ts";
import { memoryInbox, memorySettings, memoryThreads, memoryViews } from "./conversation.ts";
import { memoryDigests } from "./digests.ts";
import { memoryFeedback } from "./feedback.ts";
import { forgetPerson } from "./forget.ts";
import { memorySources } from "./sources.ts";
import { damagedIn, type MemoryTables, memoryTables } from "./tables.ts";
import { memoryTranslations } from "./translations.ts";

/** A state that ends with the process. */
export function memoryStore(tables: MemoryTables = memoryTables()): Store {
	const views = memoryViews(tables);
	return {
		settings: memorySettings(tables),
		views,
		threads: memoryThreads(tables),
		inbox: memoryInbox(),
		changes: memoryChanges(tables),
		sources: memorySources(tables),
		feedback: memoryFeedback(tables),
		translations: memoryTranslations(tables),
		...memoryDigests(tables, views),
		damaged: async (limit, kinds) =>
			damagedIn(tables)
				.filter(({ kind }) => kinds?.includes(kind) ?? true)
				.slice(0, limit),
		forget: async (person, options) => forgetPerson(tables, person, options),
		close: async () => {},
	};
}
