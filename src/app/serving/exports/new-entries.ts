import type { FeedEntry } from "../../../../adapters/export/write-atom.ts";
import type { ExportedRecords } from "../../../domain/exported.ts";
import type { ChangeJournal } from "../../../domain/state/change-journal.ts";

/** Of a feed: who reads it once an hour misses none of them on any day but the first. */
const mostEntries = 100;
/** How far back is looked, in changes of the collection. */
const mostChanges = 5_000;
const pageSize = 500;

/** Those of these claims that the journal tells as new, the newest first, and when anything changed last. */
export async function newEntries(
	found: ExportedRecords,
	changes: Pick<ChangeJournal, "after" | "startOf"> | null,
): Promise<{ entries: FeedEntry[]; updated: number }> {
	const { since, updated } = await noticed(changes);
	const newest = found.ids
		.filter((id) => since.has(id))
		.sort((a, b) => (since.get(b) ?? 0) - (since.get(a) ?? 0) || (a < b ? -1 : 1))
		.slice(0, mostEntries);
	const claims = new Map<string, FeedEntry>();
	for (const record of found.records(new Set(newest)))
		if (record.kind === "claims")
			claims.set(record.id, { claim: record, at: since.get(record.id) ?? 0 });
	return { entries: newest.flatMap((id) => claims.get(id) ?? []), updated };
}

/** When each claim was noticed. One that an edit left as it is keeps its time. */
async function noticed(
	changes: Pick<ChangeJournal, "after" | "startOf"> | null,
): Promise<{ since: Map<string, number>; updated: number }> {
	const since = new Map<string, number>();
	let updated = 0;
	if (!changes) return { since, updated };
	let seq = await changes.startOf(mostChanges);
	for (;;) {
		const page = await changes.after(seq, pageSize);
		for (const { at, newClaims } of page) {
			updated = Math.max(updated, at);
			for (const id of newClaims) since.set(id, at);
		}
		const last = page.at(-1);
		if (!last || page.length < pageSize) return { since, updated };
		seq = last.seq;
	}
}
