import type { Source, SourceItem, SourceStore } from "../../domain/sources.ts";

/** See `SourceStore`. */
export function memorySources(): SourceStore {
	const sources = new Map<string, Source>();
	const items = new Map<string, Map<string, SourceItem>>();
	const copy = <T>(value: T): T => structuredClone(value);
	return {
		async add(source) {
			if (sources.has(source.id)) return false;
			if ([...sources.values()].some(({ address }) => address === source.address)) return false;
			sources.set(source.id, copy(source));
			items.set(source.id, new Map());
			return true;
		},
		list: async () =>
			copy([...sources.values()].sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))),
		async remove(id) {
			items.delete(id);
			return sources.delete(id);
		},
		async take(now, until) {
			const due = [...sources.values()].filter(({ nextPollAt }) => nextPollAt <= now);
			const [first] = due.sort((a, b) => a.nextPollAt - b.nextPollAt || (a.id < b.id ? -1 : 1));
			if (!first) return null;
			first.nextPollAt = until;
			return copy(first);
		},
		async save(source) {
			if (sources.has(source.id)) sources.set(source.id, copy(source));
		},
		items: async (source) =>
			copy([...(items.get(source)?.values() ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1))),
		async saveItems(source, changed) {
			for (const item of changed) items.get(source)?.set(item.key, copy(item));
		},
		async trimItems(source, most) {
			const own = items.get(source);
			const extra = [...(own?.values() ?? [])]
				.sort((a, b) => b.firstSeenAt - a.firstSeenAt || (a.key < b.key ? -1 : 1))
				.slice(most);
			for (const { key } of extra) own?.delete(key);
			return extra.length;
		},
	};
}
