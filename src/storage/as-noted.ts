import type { Change, NewChange } from "../domain/state/change-journal.ts";

/** The articles that it hangs on whether a change is written, and as what. */
export function askedFor(change: NewChange): string[] {
	return [change.article, ...versionsOf(change).map(({ id }) => id)];
}

/**
 * A change as it is written by who knows these articles; null where another process has noted it.
 * Marks that are set already are not looked for.
 */
export function asNoted(given: NewChange, known: ReadonlySet<string>): Omit<Change, "seq"> | null {
	const { since = [], ...change } = given;
	const isKnown = known.has(change.article);
	if (change.kind === "withdrawn") return isKnown ? change : null;
	const version = versionsOf(given).find(({ id }) => known.has(id));
	if (version) {
		const { id, goneClaims } = version;
		// Noted by somebody who never saw the version before: what it says was new then.
		const newClaims = isKnown ? [] : version.newClaims;
		return { ...change, kind: "updated", before: id, newClaims, goneClaims };
	}
	if (isKnown && !isOfOne(change)) return null;
	// The version before is named all the same: whoever notes it late is behind.
	return { ...change, before: change.before ?? since[0]?.id ?? null };
}

/** Whether it concerns an article that stays there under its id. */
function isOfOne({ kind, before }: Pick<Change, "kind" | "before">): boolean {
	return kind === "marked" || (kind === "updated" && before === null);
}

/** What the article may have been before, likeliest first. */
function versionsOf({ before, newClaims, goneClaims, since = [] }: NewChange) {
	return before === null ? since : [{ id: before, newClaims, goneClaims }, ...since];
}

/** The articles that a change which was noted tells of. */
export function articlesIn({ article, before }: Pick<Change, "article" | "before">): string[] {
	return before === null ? [article] : [article, before];
}

/** Whether what was seen may be over: something of it was noted since the corpus was looked at. */
export function mayBeOver(change: NewChange, later: ReadonlySet<string>): boolean {
	return !isOfOne(change) && askedFor(change).some((id) => later.has(id));
}
