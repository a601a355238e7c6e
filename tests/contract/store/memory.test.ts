import type { RowKind } from "../../../src/domain/state/damaged.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { memoryTables } from "../../../src/storage/memory/tables.ts";
import { storeSuite } from "./suite.ts";

storeSuite("in memory", async () => {
	const tables = memoryTables();
	const rows: Record<RowKind, (id: string) => object | undefined> = {
		subscription: (id) => tables.subscriptions.get(id),
		delivery: (id) => tables.deliveries.get(id),
		view: (id) => tables.views.get(id),
		thread: (id) => tables.threads.get(id),
		source: (id) => tables.sources.get(id),
		source_item: (id) => tables.items.get(id.split(" ")[0] ?? "")?.get(id.split(" ")[1] ?? ""),
		change: (id) => tables.changes.find(({ seq }) => seq === Number(id)),
		setting: (id) => tables.settings.get(id.split(" ")[0] ?? ""),
		feedback: (id) => tables.feedback.get(id),
		token: (id) => tables.tokens.get(id),
	};
	return {
		store: memoryStore(tables),
		async spoil(kind, id, field, value) {
			const row = rows[kind](id);
			if (!row) throw new Error(`There is no ${kind} ${id}.`);
			Object.assign(row, { [kind === "setting" ? (id.split(" ")[1] ?? "") : field]: value });
		},
		remove: async () => {},
	};
});
