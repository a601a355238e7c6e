import type { SourceStore } from "../../domain/sources.ts";
import { damagedOf, readable } from "../readable.ts";
import { type MemoryTables, memoryTables, reads } from "./tables.ts";

/** See `SourceStore`. */
export function memorySources({ sources, items }: MemoryTables = memoryTables()): SourceStore {
	const copy = <T>(value: T): T => structuredClone(value);
	const all = () =>
		[...sources.values()]
			.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
			.map(reads.source);
	return {
		async add(source) {
			if (sources.has(source.id)) return false;
			if ([...sources.values()].some(({ address }) => address === source.address)) return false;
			sources.set(source.id, copy(source));
			items.set(source.id, new Map());
			return true;
		},
		list: async () => copy(readable(all())),
		damaged: async () => damagedOf(all()),
		async remove(id) {
			items.delete(id);
			return sources.delete(id);
		},
		async take(now, until) {
			const due = [...sources.values()].filter(({ nextPollAt }) => nextPollAt <= now);
			for (const source of due.sort(
				(a, b) => a.nextPollAt - b.nextPollAt || (a.id < b.id ? -1 : 1),
			)) {
				source.nextPollAt = until;
				if ("value" in reads.source(source)) return copy(source);
			}
			return null;
		},
		async renew(id, held, until) {
			const source = sources.get(id);
			if (source?.nextPollAt !== held) return false;
			source.nextPollAt = until;
			return true;
		},
		async save(source) {
			if (sources.has(source.id)) sources.set(source.id, copy(source));
		},
		async items(source) {
			const own = [...(items.get(source)?.values() ?? [])];
			const sorted = own.sort((a, b) => (a.key < b.key ? -1 : 1));
			return copy(readable(sorted.map((item) => reads.item(source, item))));
		},
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
