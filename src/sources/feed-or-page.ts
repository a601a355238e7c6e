import { declaredEncoding } from "../corpus/read/declared-encoding.ts";
import { decode } from "../corpus/read/decode.ts";
import { feedStart } from "./feed/feed-text.ts";
import type { Feed } from "./feed/item.ts";
import { readFeed } from "./feed/read-feed.ts";

/** What was fetched from an address. */
export type Body = { address: string; bytes: Uint8Array; charset: string | null };

/** What it turns out to be: a feed with its items, or a page, read when it is taken in. */
export type FeedOrPage =
	| { kind: "feed"; feed: Feed }
	| { kind: "page"; feedAddress: string | null };

/**
 * Tells a feed from a page by its content: servers send feeds under every type there is.
 * Errors: `feed_malformed`, and those of `decode` (`file_binary`, `file_encoding`, `file_empty`).
 */
export function readFeedOrPage({ address, bytes, charset }: Body): FeedOrPage {
	const declared = charset ?? declaredEncoding(bytes);
	const { text } = decode(bytes, address, declared);
	const start = text.replace(/^\ufeff/, "").trimStart();
	if (isJsonFeed(start) || feedStart(start) !== null)
		return { kind: "feed", feed: readFeed(start, address) };
	return { kind: "page", feedAddress: announcedFeed(start, address) };
}

function isJsonFeed(text: string): boolean {
	return (
		text.startsWith("{") &&
		/"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(text.slice(0, 5_000))
	);
}

/** A front page names its feed in its head: that is what its reader wants to follow. */
function announcedFeed(html: string, base: string): string | null {
	const end = html.search(/<\/head/i);
	const head = html.slice(0, end < 0 ? 50_000 : Math.min(end, 200_000));
	for (const [tag] of head.matchAll(/<link\s[^<>]{1,1000}>/gi)) {
		if (!/type\s*=\s*["']?application\/(?:rss|atom|feed)\+/i.test(tag)) continue;
		const href = /href\s*=\s*(?:"([^"]{1,1000})"|'([^']{1,1000})')/i.exec(tag);
		const link = (href?.[1] ?? href?.[2] ?? "").replaceAll("&amp;", "&");
		if (link && URL.canParse(link, base)) return new URL(link, base).href;
	}
	return null;
}
