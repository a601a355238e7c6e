import type { Change, ChangeJournal } from "../../domain/state/change-journal.ts";
import { articlesIn, asNoted, mayBeOver } from "../as-noted.ts";
import { readable } from "../readable.ts";
import { type MemoryTables, reads } from "./tables.ts";

export function memoryChanges({ changes: all }: MemoryTables): ChangeJournal {
	const known = new Set<string>();
	const watching = new Set<() => void>();
	return {
		watch(heard) {
			watching.add(heard);
			return () => void watching.delete(heard);
		},
		async append(changes, asOf = all.length) {
			const later = new Set(all.slice(asOf).flatMap(articlesIn));
			let isWhole = true;
			for (const each of changes) {
				const change = asNoted(each, known);
				if (!change || isMarked(change, all)) continue;
				if (mayBeOver(each, later)) {
					isWhole = false;
					continue;
				}
				all.push(structuredClone({ ...change, seq: all.length + 1 }));
				if (change.before !== null) known.delete(change.before);
				if (change.kind === "withdrawn") known.delete(change.article);
				else known.add(change.article);
			}
			for (const heard of watching) heard();
			return isWhole;
		},
		async after(seq, limit) {
			return structuredClone(readable(all.slice(seq).map(reads.change)).slice(0, limit));
		},
		async last() {
			return all.length;
		},
		async startOf(count) {
			return Math.max(0, all.length - count);
		},
		async known() {
			return new Set(known);
		},
	};
}

function isMarked(change: Omit<Change, "seq">, all: readonly Change[]): boolean {
	if (change.kind !== "marked") return false;
	const last = all.findLast(({ article }) => article === change.article);
	return last?.kind === "marked" && last.head?.standing?.kind === change.head?.standing?.kind;
}
