import { isPublishedName } from "../../corpus/read/page-days.ts";

/** What stands around a feed that was sent whole: a notice of the server before it, nothing else. */
const roots = /<(?:[\w-]{1,20}:)?(?:rss|feed|RDF|channel)(?=[\s>])/i;
const pageRoots = /<(?:html|head|body|!doctype html)(?=[\s>])/i;
/** A notice is a few lines; a root that stands further down belongs to a page that speaks of feeds. */
const longestNotice = 20_000;

/** Where a feed begins in a text, its declaration and document type aside; null where it is none. */
export function feedStart(text: string): number | null {
	const at = text.slice(0, longestNotice).search(roots);
	if (at < 0 || pageRoots.test(text.slice(0, at))) return null;
	return at;
}

/**
 * RSS whose items have their day in an element of another name than the format's, in that one. What is
 * quoted in an item (CDATA) is left alone. What never ends does so with the text, or each of its
 * beginnings would be a walk through all of it.
 */
export function withPubDates(text: string): string {
	return text.replace(/<item[\s>][\s\S]*?(?:<\/item\s*>|$)/gi, (item) =>
		/<(?:pubDate|dc:date)[\s>]/i.test(item)
			? item
			: item.replace(
					/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<([a-z][\w-]{1,30})>([^<>]{4,100})<\/\1\s*>/gi,
					(whole: string, name: string | undefined, day: string) =>
						name && isPublishedName(name) ? `<pubDate>${day}</pubDate>` : whole,
				),
	);
}

/**
 * A feed that breaks off, closed behind its last whole item; null where none is whole. What the root
 * is called is what its end is called.
 */
export function closedFeed(text: string): string | null {
	const root = roots.exec(text)?.[0].slice(1);
	const ends = [...text.matchAll(/<\/(?:[\w-]{1,20}:)?(?:item|entry)\s*>/gi)];
	const last = ends.at(-1);
	if (!root || !last) return null;
	const whole = text.slice(0, last.index + last[0].length);
	const channel = /<channel[\s>]/i.test(whole) && !/<\/channel\s*>/i.test(whole);
	return `${whole}${channel && !/channel/i.test(root) ? "</channel>" : ""}</${root}>`;
}
