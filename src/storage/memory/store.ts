import { defaultCollection } from "../../domain/collection.ts";
import type { Store } from "../../domain/state/store.ts";
import { memoryChanges } from "./changes.ts";
import { memoryInbox, memorySettings, memoryThreads, memoryViews } from "./conversation.ts";
import { memoryDigests } from "./digests.ts";
import { dropOlder } from "./drop-older.ts";
import { memoryFeedback } from "./feedback.ts";
import { forgetPerson } from "./forget.ts";
import { memoryInstallations } from "./installations.ts";
import { memorySources } from "./sources.ts";
import { damagedIn, type MemoryTables, memoryTables } from "./tables.ts";
import { memoryTokens } from "./tokens.ts";
import { memoryTranslations } from "./translations.ts";

/** A state that ends with the process. */
export function memoryStore(tables: MemoryTables = memoryTables()): Store {
	const ofEach = new Map([[defaultCollection, tables]]);
	const shared = {
		settings: memorySettings(tables),
		inbox: memoryInbox(),
		translations: memoryTranslations(tables),
		installations: memoryInstallations(),
		tokens: memoryTokens(tables),
	};
	const stores = new Map<string, Store>();
	const all = () => [...ofEach.values()];
	const dropsFrom = (kind: "views" | "threads" | "feedback") => async (at: number) =>
		all().reduce((sum, each) => sum + dropOlder(each[kind], at), 0);
	const make = (own: MemoryTables): Store => {
		const views = { ...memoryViews(own), dropBefore: dropsFrom("views") };
		return {
			of,
			...shared,
			views,
			threads: { ...memoryThreads(own), dropBefore: dropsFrom("threads") },
			changes: memoryChanges(own),
			sources: memorySources(own),
			feedback: { ...memoryFeedback(own), dropBefore: dropsFrom("feedback") },
			...memoryDigests(own, views, all),
			damaged: async (limit, kinds) =>
				all()
					.flatMap(damagedIn)
					.filter(({ kind }) => kinds?.includes(kind) ?? true)
					.slice(0, limit),
			forget: async (person, options) => forgetPerson(all(), person, options),
			close: async () => {},
		};
	};
	const of = (collection: string): Store => {
		const own = ofEach.get(collection) ?? memoryTables();
		ofEach.set(collection, own);
		const store = stores.get(collection) ?? make(own);
		stores.set(collection, store);
		return store;
	};
	return of(defaultCollection);
}
