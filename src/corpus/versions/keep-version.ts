import type { Article, EarlierVersion, PrunedVersion } from "../../domain/article.ts";
import { claimChanges } from "../sameness/claim-changes.ts";
import { successors } from "./successors.ts";

/** What is kept of one article's past. */
export const versionBounds = { versions: 5, bytes: 128 * 1_024, pruned: 20 };

/**
 * The article with what it said before, where its words differ; `today` is the ISO day on which that
 * was noticed. What is too much leaves, the oldest first, and is noted with the reason.
 */
export function withEarlier(article: Article, old: Article, today: string): Article {
	const kept = old.earlier ?? [];
	const earlier = isSaidAlike(old, article) ? kept : [versionOf(old, article, today), ...kept];
	return withVersions(article, earlier, old.pruned ?? []);
}

function versionOf(old: Article, next: Article, until: string): EarlierVersion {
	const { id, title, source, published, passages } = old;
	const { goneClaims } = claimChanges(old, next);
	const became = successors(old, next);
	return { id, until, title, source, published, passages, claims: goneClaims, became };
}

/** Whether a reader of both would see the same words. */
function isSaidAlike(a: Article, b: Article): boolean {
	if (a.id !== b.id || a.title !== b.title || a.passages.length !== b.passages.length) return false;
	return a.passages.every(({ text }, i) => text === b.passages[i]?.text);
}

function withVersions(
	article: Article,
	all: readonly EarlierVersion[],
	dropped: readonly PrunedVersion[],
): Article {
	const earlier: EarlierVersion[] = [];
	const pruned: PrunedVersion[] = [];
	let bytes = 0;
	for (const version of all) {
		bytes += Buffer.byteLength(JSON.stringify(version));
		const { id, until } = version;
		// Versions behind one that is left out could not be followed to the words of today.
		if (pruned.length > 0) pruned.push({ id, until, why: pruned[0]?.why ?? "bytes" });
		else if (earlier.length === versionBounds.versions) pruned.push({ id, until, why: "versions" });
		else if (bytes > versionBounds.bytes) pruned.push({ id, until, why: "bytes" });
		else earlier.push(version);
	}
	const gone = [...pruned, ...dropped].slice(0, versionBounds.pruned);
	return {
		...article,
		...(earlier.length > 0 ? { earlier } : {}),
		...(gone.length > 0 ? { pruned: gone } : {}),
	};
}
