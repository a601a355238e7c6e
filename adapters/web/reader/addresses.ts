import type { Citation } from "../../../src/domain/answer.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { type ItemPlace, wordsHash } from "../../../src/domain/state/conversation.ts";

/** A page of the reader: its path, and what its address says beside it, in the order of `placeKeys`. */
export type PageAddress = { path: string; query: [key: string, value: string][] };

/**
 * What an address says of quoted words: the passage, its line, where they start and end in it, the line
 * they end in where it is another, a hash of the words, and the claim or event that they are.
 */
export const placeKeys = ["p", "l", "s", "e", "n", "w", "c"] as const;

export type CitedOf = { stated?: string | undefined; quote?: string | undefined };

/** The page of an article at the words that are cited. */
export function citedPage(citation: Citation, { stated, quote }: CitedOf = {}): PageAddress {
	const { article, passage, line, start, end, end_line } = citation;
	// Of a notice the article's own page tells.
	if (!passage) return articlePage(article);
	const values = {
		p: shortId(passage, article),
		l: line,
		s: start,
		e: end,
		n: end_line,
		// Our own words for a place are another language's another time.
		w: quote === undefined || start === null ? undefined : wordsHash(quote),
		c: stated && shortId(stated, article),
	};
	return { path: articlePath(article), query: filled(values) };
}

export const articlePage = (article: string): PageAddress => ({
	path: articlePath(article),
	query: [],
});
export const claimPage = (claim: string): PageAddress => ({ path: `/c/${part(claim)}`, query: [] });
export const namePage = (name: string): PageAddress => ({ path: `/w/${part(name)}`, query: [] });
export const sourcePage = (outlet: string): PageAddress => ({
	path: `/s/${part(outlet)}`,
	query: [],
});

/** The place that an address names; null where it names none, or nothing that could be one. */
export function readPlace(
	article: string,
	param: (key: string) => string | undefined,
): ItemPlace | null {
	const passage = param("p");
	const line = wholeNumber(param("l"));
	if (!passage || line === null) return null;
	const endLine = wholeNumber(param("n"));
	const stated = param("c");
	return {
		...{ article, line, passage: longId(passage, article) },
		...{ start: wholeNumber(param("s")), end: wholeNumber(param("e")) },
		...(endLine === null ? {} : { end_line: endLine }),
		stated: stated ? longId(stated, article) : null,
		words: param("w"),
	};
}

/** An address as it stands in a link, below `base`. */
export function written(
	{ path, query }: PageAddress,
	language: Language,
	{ base, more = [] }: { base: string; more?: [string, string][] },
): string {
	const params = new URLSearchParams([...query, ...more, ["lang", language]]);
	return `${base}${path}?${params}`;
}

/**
 * Where the words are on their page, also for browsers that find text by themselves: by the first and
 * last words, so that the address stays short. https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment(quote: string | undefined): string {
	const words = quote?.split(/\s+/).filter(Boolean) ?? [];
	const [first, last] = [words.slice(0, fragmentWords), words.slice(-fragmentWords)];
	const whole = words.length <= 2 * fragmentWords;
	const told = (whole ? [words] : [first, last]).map((some) => fragmentPart(some.join(" ")));
	const text = told.join(",");
	if (!text || text.length > longestFragment) return `#${citedId}`;
	return `#${citedId}:~:text=${text}`;
}

/** The id of the words that an address names. */
export const citedId = "cited";
const fragmentWords = 2;
const longestFragment = 240;

/** A hyphen, a comma and an ampersand have a meaning of their own in such a fragment. */
function fragmentPart(text: string): string {
	return part(text).replace(/-/g, "%2D");
}

/** Ids of passages and claims mostly begin with their article's. */
function shortId(id: string, article: string): string {
	return id.startsWith(`${article}-`) ? `.${id.slice(article.length + 1)}` : id;
}

function longId(id: string, article: string): string {
	return id.startsWith(".") ? `${article}-${id.slice(1)}` : id;
}

const articlePath = (article: string) => `/a/${part(article)}`;
/** Half a letter, which an untrusted text may hold, has no place in an address. */
const part = (text: string) => encodeURIComponent(text.toWellFormed());

function filled(values: Record<string, string | number | null | undefined>): [string, string][] {
	return placeKeys.flatMap((key): [string, string][] => {
		const value = values[key];
		return value === null || value === undefined || value === "" ? [] : [[key, String(value)]];
	});
}

function wholeNumber(text: string | undefined): number | null {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
