import type { WebPage } from "../corpus/web-page.ts";
import type { FeedItem } from "./feed/item.ts";
import type { Body } from "./feed-or-page.ts";

/** A page as it was fetched; `said` is what its feed says of it. */
export function pageOf(body: Body, said: FeedItem | null, feedTitle: string | null): WebPage {
	const { address, bytes, charset } = body;
	return { address, format: "html", bytes, charset, told: toldBy(said, feedTitle) };
}

/** The article as the feed holds it, in the form in which files hold one. */
export function contentPage(said: FeedItem, feedTitle: string | null): WebPage {
	const { title, address, published, content } = said;
	const fields = { text: content, title, url: address, published, outlet: feedTitle };
	return {
		address: address ?? said.key,
		format: "json",
		bytes: Buffer.from(JSON.stringify(fields)),
		charset: null,
		told: toldBy(said, feedTitle),
	};
}

function toldBy(said: FeedItem | null, outlet: string | null): WebPage["told"] {
	return { title: said?.title ?? null, published: said?.published ?? null, outlet };
}
