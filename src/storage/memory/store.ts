import type { Store } from "../../domain/store.ts";
import { memoryChanges } from "./changes.ts";
import { memoryInbox, memorySettings, memoryThreads, memoryViews } from "./conversation.ts";
import { memoryDigests } from "./digests.ts";
import { memorySources } from "./sources.ts";

/** A state that ends with the process. */
export function memoryStore(): Store {
	const views = memoryViews();
	return {
		settings: memorySettings(),
		views,
		threads: memoryThreads(),
		inbox: memoryInbox(),
		changes: memoryChanges(),
		sources: memorySources(),
		...memoryDigests(views),
		close: async () => {},
	};
}
