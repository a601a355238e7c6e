import type { Article, Reprint } from "../../domain/article.ts";

type Origin = Pick<Article, "title" | "outlet" | "url" | "published">;

/** Whether another page says something of the article's place that it does not say itself. */
export function isElsewhere(article: Origin, other: Origin): boolean {
	if (other.url !== null) return other.url !== article.url;
	return other.outlet !== null && other.outlet !== article.outlet;
}

/** The article with the other page noted as a place of its text; the same object where that is known. */
export function withReprint(article: Article, { outlet, title, url, published }: Origin): Article {
	if (!isElsewhere(article, { outlet, title, url, published })) return article;
	const made: Reprint = { outlet, title, url, published };
	const known = article.reprints ?? [];
	const others = known.filter((place) => keyOf(place) !== keyOf(made));
	const same = known.find((place) => keyOf(place) === keyOf(made));
	if (same && JSON.stringify(same) === JSON.stringify(made)) return article;
	const reprints = [...others, made].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
	return { ...article, reprints };
}

/**
 * The article once its text is no more at an address: what is left of its places, or null where that
 * was the only one. Where it was the article's own place, the first reprint takes it.
 */
export function withoutPlace(article: Article, url: string | null): Article | null {
	const { reprints = [], ...rest } = article;
	if (url !== null && article.url !== url) {
		const left = reprints.filter((place) => place.url !== url);
		// An address that was never noted is the article's own under a name that it had before.
		if (left.length < reprints.length) return withPlaces(rest, left);
		if (hostOf(article.url) !== hostOf(url)) return article;
	}
	const [heir, ...others] = reprints;
	if (!heir) return null;
	const { outletLabel: _of, ...plain } = rest;
	return withPlaces({ ...plain, ...heir }, others);
}

function withPlaces(article: Article, reprints: Reprint[]): Article {
	return reprints.length > 0 ? { ...article, reprints } : article;
}

function keyOf({ url, outlet }: Pick<Reprint, "url" | "outlet">): string {
	return url ?? `outlet ${outlet}`;
}

function hostOf(url: string | null): string | null {
	return url === null ? null : new URL(url).hostname.replace(/^www\./, "");
}
