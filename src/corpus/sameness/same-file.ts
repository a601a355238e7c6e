import type { Article } from "../../domain/article.ts";
import { fingerprint } from "./fingerprint.ts";

const known = new WeakMap<Article, ReadonlySet<number>>();

/** Worked out once an article: a corpus that takes articles in again and again keeps the old ones. */
export function shinglesOf(article: Article): ReadonlySet<number> {
	let shingles = known.get(article);
	if (!shingles) {
		({ shingles } = fingerprint(article.passages));
		known.set(article, shingles);
	}
	return shingles;
}

type Origin = Pick<Article, "id" | "source" | "url">;

/** Extracted text is filed under its article's id, so a changed web page is known by its address alone. */
export function isSameFile(a: Origin, b: Origin): boolean {
	const extracted = [a, b].every(({ source }) => source.file.startsWith("sources/"));
	if (a.source.file === b.source.file && !extracted) return true;
	// Two pages at two addresses are two places of one text.
	if (a.url !== null && b.url !== null) return a.url === b.url;
	return a.id === b.id && extracted;
}
