import type { Settings } from "../../domain/sets/settings.ts";
import type {
	InboxStore,
	SettingsStore,
	ThreadStore,
	ViewStore,
} from "../../domain/state/conversation.ts";
import { readable } from "../readable.ts";
import { dropOlder } from "./drop-older.ts";
import { type MemoryTables, reads } from "./tables.ts";

export function memorySettings({ settings: scopes }: MemoryTables): SettingsStore {
	const get = (scope: string): Partial<Settings> => {
		const set = Object.entries(scopes.get(scope) ?? {}).map(([field, value]) =>
			reads.setting(scope, { field, value }),
		);
		return Object.fromEntries(readable(set).map(({ field, value }) => [field, value]));
	};
	return {
		get: async (scope) => get(scope),
		each: async (asked) => asked.map(get),
		async put(scope, change) {
			const fields = { ...scopes.get(scope) };
			for (const [field, value] of Object.entries(change)) {
				if (value === null) delete fields[field];
				else if (value !== undefined) fields[field] = value;
			}
			scopes.set(scope, fields);
		},
	};
}

export function memoryViews({ views }: Pick<MemoryTables, "views">): ViewStore {
	return {
		async put(view) {
			views.set(view.id, structuredClone(view));
		},
		async get(id) {
			const view = views.get(id);
			return view ? structuredClone(readable([reads.view(view)])[0] ?? null) : null;
		},
		dropBefore: async (at) => dropOlder(views, at),
	};
}

export function memoryThreads({ threads }: MemoryTables): ThreadStore {
	return {
		async get(thread, since) {
			const last = threads.get(thread);
			if (!last || last.at < since) return null;
			return structuredClone(readable([reads.thread(thread, last)])[0]?.request ?? null);
		},
		async put(thread, request, at) {
			threads.set(thread, { at, request: structuredClone(request) });
		},
		dropBefore: async (at) => dropOlder(threads, at),
	};
}

export function memoryInbox(): InboxStore {
	const taken = new Map<string, { process: string; finished: boolean; at: number }>();
	return {
		async begin(delivery, process, at) {
			const known = taken.get(delivery);
			if (known && (known.finished || known.process === process)) return false;
			taken.set(delivery, { process, finished: false, at });
			return true;
		},
		async finish(delivery) {
			const known = taken.get(delivery);
			if (known) known.finished = true;
		},
		async release(delivery, process) {
			const known = taken.get(delivery);
			if (known && known.process === process && !known.finished) taken.delete(delivery);
		},
		dropBefore: async (at) => dropOlder(taken, at),
	};
}
