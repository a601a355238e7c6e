import { createHash } from "node:crypto";
import { parseFeed } from "feedsmith";
import { plainName } from "../../corpus/read/page-names.ts";
import { IsnadError } from "../../domain/errors.ts";
import { closedFeed, feedStart, withPubDates } from "./feed-text.ts";
import type { Feed, FeedItem } from "./item.ts";
import { wholeArticle } from "./whole.ts";

/** Items that are read of one feed; those behind them are older. */
const mostItems = 500;
const longestKey = 500;
const longestTitle = 500;

const parse = (text: string) =>
	parseFeed(text, { maxItems: mostItems, parseDateFn: (written: string) => written });
type Parsed = ReturnType<typeof parse>;
/** One item as the four formats have it, before it is checked. */
type Draft = {
	ids: (string | undefined)[];
	links: (string | undefined)[];
	title: string | undefined;
	dates: (string | undefined)[];
	changed?: string | undefined;
	contents: (string | undefined)[];
	/** What its own addresses are meant from. */
	base?: string | undefined;
};

/**
 * Reads RSS, RDF, Atom and JSON Feed. Entities that a document declares for itself are not read at
 * all; the parser bounds how deep elements stand in one another. Errors: `feed_malformed`.
 */
export function readFeed(text: string, address: string): Feed {
	// A document that declares entities wants them expanded, to the size of a disk or to a file of ours.
	const root = feedStart(text);
	const prolog = text.slice(0, root ?? text.length);
	if (/<!ENTITY|<!DOCTYPE[^>[]{0,500}\[/i.test(prolog))
		throw malformed(address, "it declares entities of its own");
	const parsed = parsedFeed(withPubDates(root === null ? text : text.slice(root)), address);
	const { title, drafts, restMs } = draftsOf(parsed);
	const base = baseOf(parsed, address);
	const items = new Map<string, FeedItem>();
	const home = sharedFront(drafts, base);
	const used = new Map<string, number>();
	for (const id of drafts.flatMap(({ ids }) => ids))
		used.set(id ?? "", (used.get(id ?? "") ?? 0) + 1);
	for (const draft of drafts.slice(0, mostItems)) {
		// One id on several items ("N/A") tells none from the others.
		const ids = draft.ids.filter((id) => used.get(id ?? "") === 1);
		const links = draft.links.filter(
			(link) => home === undefined || webAddress(link, base) !== home,
		);
		const item = itemOf({ ...draft, ids, links }, base);
		if (item && !items.has(item.key)) items.set(item.key, item);
	}
	return { title: line(title), items: [...items.values()], restMs };
}

/** As it stands, or as far as its items are whole. Errors: `feed_malformed`. */
function parsedFeed(text: string, address: string): Parsed {
	try {
		return parse(text);
	} catch (error) {
		const closed = closedFeed(text);
		if (closed !== null)
			try {
				return parse(closed);
			} catch {
				// What is wrong with it is wrong before it breaks off.
			}
		throw malformed(address, "it cannot be parsed", error);
	}
}

/** What relative addresses are meant from, where the feed says so. */
function baseOf({ feed }: Parsed, address: string): string {
	const stated = "xml" in feed ? feed.xml?.base : undefined;
	return stated && URL.canParse(stated, address) ? new URL(stated, address).href : address;
}

function draftsOf(parsed: Parsed): {
	title: string | undefined;
	drafts: Draft[];
	restMs: number | null;
} {
	const { format, feed } = parsed;
	if (format === "rss") {
		const drafts = (feed.items ?? []).map(
			(item): Draft => ({
				ids: [item.guid?.value],
				links: [item.link, item.guid?.isPermaLink === false ? undefined : item.guid?.value],
				title: item.title,
				base: item.xml?.base,
				dates: [item.pubDate, item.dc?.dates?.[0], item.dcterms?.created?.[0]],
				contents: [item.content?.encoded, item.description],
			}),
		);
		return { title: feed.title, drafts, restMs: feed.ttl ? feed.ttl * 60_000 : null };
	}
	if (format === "atom") {
		const drafts = (feed.entries ?? []).map((entry): Draft => {
			const links = entry.links ?? [];
			const own = links.find(({ rel }) => rel === undefined || rel === "alternate");
			return {
				ids: [entry.id],
				links: [own?.href, entry.id],
				title: entry.title?.value,
				base: entry.xml?.base,
				dates: [entry.published, entry.updated],
				changed: entry.updated,
				contents: [entry.content?.value, entry.summary?.value],
			};
		});
		return { title: feed.title?.value, drafts, restMs: null };
	}
	if (format === "json") {
		const drafts = (feed.items ?? []).map(
			(item): Draft => ({
				ids: [item.id],
				links: [item.url, item.external_url, item.id],
				title: item.title,
				dates: [item.date_published, item.date_modified],
				changed: item.date_modified,
				contents: [item.content_html, item.content_text],
			}),
		);
		return { title: feed.title, drafts, restMs: null };
	}
	const drafts = (feed.items ?? []).map(
		(item): Draft => ({
			ids: [item.rdf?.about],
			links: [item.link, item.rdf?.about],
			title: item.title,
			dates: [item.dc?.dates?.[0]],
			contents: [item.content?.encoded, item.description],
		}),
	);
	return { title: feed.title, drafts, restMs: null };
}

/** The front page, where several items name it as theirs: it is the page of none. */
function sharedFront(drafts: readonly Draft[], base: string): string | undefined {
	const fronts = new Set<string>();
	for (const { links } of drafts) {
		const address = first(links.map((link) => webAddress(link, base)));
		if (!address || new URL(address).pathname !== "/" || new URL(address).search) continue;
		if (fronts.has(address)) return address;
		fronts.add(address);
	}
	return undefined;
}

function itemOf(draft: Draft, feedBase: string): FeedItem | null {
	const { base: own } = draft;
	const base = own && URL.canParse(own, feedBase) ? new URL(own, feedBase).href : feedBase;
	const address = first(draft.links.map((link) => webAddress(link, base)));
	const title = line(draft.title);
	const told = draft.contents.some((text) => text?.trim());
	const key =
		first([...draft.ids.map((id) => id?.trim()), address]) ??
		(told ? digest([draft.title, ...draft.contents]) : null);
	if (!key) return null;
	const whole = draft.contents.find((text) => text && wholeArticle(text)) ?? null;
	// Without a page of its own, what the feed has is all there is.
	const content = whole ?? (address ? null : (first(draft.contents) ?? null));
	const published = first(draft.dates.map(writtenDay)) ?? null;
	const said = [title, address, ...draft.dates, draft.changed, ...draft.contents];
	return {
		key: key.length > longestKey ? digest([key]) : key,
		address: address ?? null,
		title,
		published,
		summary: line(first([...draft.contents].reverse())),
		content,
		mark: digest(said),
	};
}

function first(texts: readonly (string | null | undefined)[]): string | undefined {
	return texts.find((text): text is string => Boolean(text?.trim()));
}

/** Titles are HTML more often than text, whatever their format says. */
function line(text: string | undefined): string | null {
	return plainName(text?.slice(0, 2 * longestTitle))?.slice(0, longestTitle) ?? null;
}

function webAddress(link: string | undefined, base: string): string | undefined {
	const text = link?.trim();
	if (!text || !URL.canParse(text, base)) return undefined;
	const url = new URL(text, base);
	url.hash = "";
	return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const longestDay = 100;

/**
 * The day of a date in the form of RFC 822 or ISO 8601, where it was written, not in UTC; what is in
 * words is left to whoever reads the page.
 */
function writtenDay(text: string | undefined): string | undefined {
	const iso = /^\s*(\d{4}-\d{2}-\d{2})/.exec(text ?? "")?.[1];
	if (iso) return iso;
	const mail = /^\s*(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]{0,6}\s+(\d{4}|\d{2})\b/i.exec(
		text ?? "",
	);
	const month = months.indexOf(mail?.[2]?.toLowerCase() ?? "") + 1;
	if (!mail || month === 0) return wordedDay(text);
	// Of RFC 822 and its two digits: no feed is older than the form.
	const year = mail[3]?.length === 2 ? `20${mail[3]}` : mail[3];
	return `${year}-${String(month).padStart(2, "0")}-${mail[1]?.padStart(2, "0")}`;
}

function wordedDay(text: string | undefined): string | undefined {
	const line = plainName(text?.slice(0, 2 * longestDay));
	return line && line.length <= longestDay && /\p{L}{3}/u.test(line) && /\p{Nd}/u.test(line)
		? line
		: undefined;
}

function digest(parts: readonly (string | null | undefined)[]): string {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(`${part ?? ""}\0`);
	return hash.digest("hex").slice(0, 32);
}

function malformed(address: string, why: string, cause?: unknown): IsnadError {
	return new IsnadError(
		"feed_malformed",
		`The feed at ${address} cannot be read (${why}): give another feed, or the address of a page.`,
		{ cause, params: { address } },
	);
}
