import type { WebPage } from "../corpus/web-page.ts";
import { asIsnadError, type ErrorCode, IsnadError } from "../domain/errors.ts";
import type { FetchAddress } from "../fetching/fetched.ts";
import type { Feed, FeedItem } from "./feed/item.ts";
import { readFeedOrPage } from "./feed-or-page.ts";
import type { Hosts } from "./hosts.ts";
import { contentPage, pageOf } from "./pages.ts";

/** Pages that are fetched ahead of the one that is read. */
const ahead = 4;

type Unread = { path: string; reason: string; code: ErrorCode };

/** The article behind an address, or every article of a feed; what cannot be read is told with its reason. */
export async function* openAddress(
	address: string,
	{ fetch, hosts }: { fetch: FetchAddress; hosts: Hosts },
	signal: AbortSignal,
): AsyncGenerator<WebPage | Unread> {
	const get = (at: string) => hosts.run(at, () => fetch(at, { signal }));
	const fetched = await get(address);
	if (fetched.kind !== "body") {
		if (fetched.kind === "failed") yield unread(address, fetched.error);
		return;
	}
	let feed: Feed;
	try {
		const content = readFeedOrPage(fetched);
		if (content.kind === "page") {
			yield pageOf(fetched, null, null);
			return;
		}
		feed = content.feed;
	} catch (error) {
		yield unread(address, error);
		return;
	}
	const read = async (item: FeedItem): Promise<WebPage | Unread> => {
		if (item.content) return contentPage(item, feed.title);
		const at = item.address;
		if (at === null) return unread(item.key, bare(address, item));
		const page = await get(at);
		if (page.kind === "body") return pageOf(page, item, feed.title);
		return unread(at, page.kind === "failed" ? page.error : new Error("unchanged"));
	};
	const pending: Promise<WebPage | Unread>[] = [];
	for (const item of feed.items) {
		const page = read(item);
		// It is awaited in its turn; a failure before that is told then.
		page.catch(() => undefined);
		pending.push(page);
		if (pending.length > ahead) yield await (pending.shift() as Promise<WebPage | Unread>);
	}
	for (const page of pending) yield await page;
}

function unread(path: string, error: unknown): Unread {
	const { code, message } = asIsnadError(error);
	return { path, reason: message, code };
}

function bare(feed: string, { title, key }: FeedItem): IsnadError {
	return new IsnadError(
		"no_article",
		`${feed} has neither a text nor an address for "${title ?? key}": give the address of the article's page.`,
	);
}
