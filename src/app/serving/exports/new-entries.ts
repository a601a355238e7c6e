import type { FeedEntry } from "../../../../adapters/export/write-atom.ts";
import type { ExportedRecords } from "../../../domain/exported.ts";
import type { ChangeJournal } from "../../../domain/state/change-journal.ts";

/** Of a feed: who reads it once an hour misses none of them on any day but the first. */
const mostEntries = 100;
/** How far back is looked, in changes. */
const mostChanges = 5_000;
const pageSize = 500;

/** Those of these claims that the journal tells as new, the newest first, and when anything changed last. */
export async function newEntries(
	found: ExportedRecords,
	changes: Pick<ChangeJournal, "after" | "last"> | null,
): Promise<{ entries: FeedEntry[]; updated: number }> {
	const { since, updated } = await noticed(changes);
	const entries: FeedEntry[] = [];
	if (since.size > 0)
		for (const record of found.records()) {
			const at = record.kind === "claims" ? since.get(record.id) : undefined;
			if (record.kind === "claims" && at !== undefined) entries.push({ claim: record, at });
		}
	entries.sort((a, b) => b.at - a.at || (a.claim.id < b.claim.id ? -1 : 1));
	return { entries: entries.slice(0, mostEntries), updated };
}

/** When each claim was noticed. One that an edit left as it is keeps its time. */
async function noticed(
	changes: Pick<ChangeJournal, "after" | "last"> | null,
): Promise<{ since: Map<string, number>; updated: number }> {
	const since = new Map<string, number>();
	let updated = 0;
	if (!changes) return { since, updated };
	let seq = Math.max(0, (await changes.last()) - mostChanges);
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
