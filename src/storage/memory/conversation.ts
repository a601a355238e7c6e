import type {
	InboxStore,
	SettingsStore,
	ThreadStore,
	View,
	ViewStore,
} from "../../domain/conversation.ts";

export function memorySettings(): SettingsStore {
	const scopes = new Map<string, Record<string, string>>();
	return {
		async get(scope) {
			return { ...scopes.get(scope) };
		},
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

export function memoryViews(): ViewStore {
	const views = new Map<string, View>();
	return {
		async put(view) {
			views.set(view.id, structuredClone(view));
		},
		async get(id) {
			return structuredClone(views.get(id) ?? null);
		},
		dropBefore: async (at) => drop(views, at),
	};
}

export function memoryThreads(): ThreadStore {
	const threads = new Map<string, { at: number; request: Parameters<ThreadStore["put"]>[1] }>();
	return {
		async get(thread, since) {
			const last = threads.get(thread);
			return last && last.at >= since ? structuredClone(last.request) : null;
		},
		async put(thread, request, at) {
			threads.set(thread, { at, request: structuredClone(request) });
		},
		dropBefore: async (at) => drop(threads, at),
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
		dropBefore: async (at) => drop(taken, at),
	};
}

function drop(of: Map<string, { at: number }>, at: number): number {
	let dropped = 0;
	for (const [key, value] of of) {
		if (value.at < at && of.delete(key)) dropped++;
	}
	return dropped;
}
