import type { GoneHow } from "../../domain/answer.ts";
import type { Change, ChangeJournal } from "../../domain/state/change-journal.ts";
import type { GoneClaim } from "./material.ts";

/** What the journal has after one of its numbers. */
export type Gathered = {
	newClaims: ReadonlySet<string>;
	gone: GoneClaim[];
	/** Claims that new corrections concern. */
	corrected: ReadonlySet<string>;
	/** Articles that were added or changed and are still there, and when that was noticed. */
	articles: ReadonlyMap<string, number>;
	upTo: number;
};

const pageSize = 500;
/** What is beyond is in the next digest. */
const mostPages = 100;

/**
 * Reads everything noted after `since`. What came and went in between is neither new nor gone: nobody
 * was told of it.
 */
export async function gather(changes: ChangeJournal, since: number): Promise<Gathered> {
	const newClaims = new Set<string>();
	const gone = new Map<string, GoneClaim>();
	const articles = new Map<string, number>();
	const corrected = new Set<string>();
	let upTo = since;
	for (let page = 0; page < mostPages; page++) {
		const found = await changes.after(upTo, pageSize);
		for (const change of found) {
			note(change, newClaims, gone, articles);
			for (const id of change.head?.corrected ?? []) corrected.add(id);
		}
		upTo = found.at(-1)?.seq ?? upTo;
		if (found.length < pageSize) break;
	}
	return { newClaims, gone: [...gone.values()], corrected, articles, upTo };
}

function howGone(kind: Change["kind"], head: Change["head"]): GoneHow {
	if (kind === "withdrawn") return "removed";
	return kind === "marked" ? (head?.standing?.kind ?? "gone") : "corrected";
}

function note(
	{ kind, at, article, before, newClaims: fresh, goneClaims, head }: Change,
	newClaims: Set<string>,
	gone: Map<string, GoneClaim>,
	articles: Map<string, number>,
): void {
	if (before !== null) articles.delete(before);
	if (kind === "withdrawn") articles.delete(article);
	else articles.set(article, at);
	const how = howGone(kind, head);
	for (const claim of goneClaims) {
		// The article stands without its page: what nobody was told yet is news still.
		if (how === "gone" && newClaims.has(claim.id)) continue;
		if (!newClaims.delete(claim.id)) gone.set(claim.id, { claim, article, how, head });
	}
	for (const id of fresh) {
		// Taken back and made again: nothing has changed for a reader.
		if (!gone.delete(id)) newClaims.add(id);
	}
}
