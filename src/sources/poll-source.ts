import { type ErrorCode, IsnadError } from "../domain/errors.ts";
import type { Source, SourceItem } from "../domain/sources.ts";
import type { Fetched } from "../fetching/fetched.ts";
import type { Feed, FeedItem } from "./feed/item.ts";
import type { FeedOrPage } from "./feed-or-page.ts";
import { ItemReader, type ItemTask } from "./item-reader.ts";
import { pageOf } from "./pages.ts";
import { politeFetch } from "./polite-fetch.ts";
import type { PollParts } from "./poll-parts.ts";
import { knownBodies, problemOf, withLooks } from "./problem.ts";
import { nextLook, nextTry, rhythm } from "./schedule.ts";

/** What one look brought. */
export type PollResult = { source: Source; taken: number; failed: number };

/** Items that are remembered of one source. */
const mostItems = 5_000;

type Body = Extract<Fetched, { kind: "body" }>;
type Failed = Extract<Fetched, { kind: "failed" }>;
type Items = ReadonlyMap<string, SourceItem>;
/** What a source turned out to be, and how long it wants to rest. */
type Read = Pick<Source, "kind" | "title"> & { restMs: number | null };

/** One look at a source. */
type Look = { source: Source; items: ItemReader; parts: PollParts };

/** Looks at a source once: what is new or changed there goes into the corpus. It rejects only for an abort. */
export async function pollSource(
	source: Source,
	parts: PollParts,
	signal: AbortSignal,
): Promise<PollResult> {
	const { etag, lastModified } = source;
	const fetch = politeFetch(parts.fetch, parts.hosts);
	const fetched = await fetch(source.address, { validators: { etag, lastModified }, signal });
	const items = new ItemReader(source, parts, signal);
	const after = await outcome({ source, items, parts }, fetched, signal);
	await parts.store.save(after);
	await parts.store.trimItems(source.id, mostItems);
	return { source: after, taken: items.taken, failed: items.failed };
}

async function outcome(look: Look, fetched: Fetched, signal: AbortSignal): Promise<Source> {
	const { source, items, parts } = look;
	const { now, random, store } = parts;
	try {
		const kept = await store.items(source.id);
		if (fetched.kind === "failed") return await notRead(look, fetched, kept);
		const known: Items = new Map(kept.map((item) => [item.key, item]));
		items.known = knownBodies(kept);
		let read: Read = { kind: source.kind, title: source.title, restMs: null };
		if (fetched.kind === "unchanged") {
			await items.readAll(
				kept.flatMap((item) => due(item, null, now())),
				source.title,
			);
		} else {
			const content = await parts.intake.readFeedOrPage(fetched);
			if (source.kind === "feed" && content.kind === "page")
				throw noFeed(source, content.feedAddress);
			read =
				content.kind === "feed"
					? await readFeed(look, content.feed, known)
					: await readPage(look, fetched, content, known);
		}
		return {
			...source,
			kind: read.kind,
			title: read.title,
			...validatorsAfter(source, fetched, items.complete),
			nextPollAt: items.complete
				? nextLook(now(), read.restMs, random)
				: nextTry(now(), 1, null, random),
			lastSuccessAt: now(),
			lastProblem: null,
			failures: 0,
		};
	} catch (error) {
		if (signal.aborted) throw error;
		return failure(source, error, null, parts);
	}
}

/** Where items are left to be read, the next look has to get the whole feed again. */
function validatorsAfter(
	source: Source,
	fetched: Exclude<Fetched, Failed>,
	complete: boolean,
): Pick<Source, "etag" | "lastModified"> {
	if (!complete) return { etag: null, lastModified: null };
	const { etag, lastModified } = fetched.validators;
	if (fetched.kind === "body") return { etag, lastModified };
	return { etag: etag ?? source.etag, lastModified: lastModified ?? source.lastModified };
}

async function notRead(
	{ source, items, parts }: Look,
	fetched: Failed,
	[own]: readonly SourceItem[],
): Promise<Source> {
	if (source.kind === "page" && own) await items.notThere(own, fetched);
	return failure(source, fetched.error, fetched.retryAfterMs, parts);
}

function failure(
	source: Source,
	error: unknown,
	retryAfterMs: number | null,
	{ now, random, log }: PollParts,
): Source {
	const failures = source.failures + 1;
	const made = problemOf(error, now(), source.address);
	const lastProblem = withLooks(made, { problem: source.lastProblem });
	const { code } = lastProblem;
	log("warn", "A source could not be read.", { source: source.id, code, failures });
	const waitMs = code === "page_unreadable" ? rhythm.unreadableRest : retryAfterMs;
	const nextPollAt = nextTry(now(), failures, waitMs, random);
	return { ...source, lastProblem, failures, nextPollAt };
}

/** Reads what is new or said otherwise, and what is due to be looked at again. */
async function readFeed({ source, items, parts }: Look, feed: Feed, known: Items): Promise<Read> {
	const now = parts.now();
	const title = feed.title ?? source.title;
	const tasks: ItemTask[] = [];
	const seen = new Set<string>();
	for (const said of feed.items) {
		seen.add(said.key);
		const item = known.get(said.key);
		if (item && rests(item, now)) continue;
		if (!item || item.mark !== said.mark) tasks.push(taskOf(said, item, now));
		else tasks.push(...due(item, said, now));
	}
	for (const item of known.values()) if (!seen.has(item.key)) tasks.push(...due(item, null, now));
	await items.readAll(tasks, title);
	// After its page was read: that may show the article still, or again.
	await items.takeWord(
		feed.items.flatMap(({ key, mark, title, summary }) => {
			const { article, mark: before } = known.get(key) ?? { article: null, mark };
			return article !== null && before !== mark ? [{ article, title, summary }] : [];
		}),
	);
	return { kind: "feed", title, restMs: feed.restMs };
}

/** The source is itself the article. Errors: why it is none. */
async function readPage(
	{ source, items, parts }: Look,
	body: Body,
	found: Extract<FeedOrPage, { kind: "page" }>,
	known: Items,
): Promise<Read> {
	const { address, title } = source;
	const said: FeedItem = {
		...{ key: address, address, title: null, published: null, summary: null, content: null },
		mark: body.validators.etag ?? "",
	};
	const item = itemOf(said, known.get(address), parts.now());
	const page = pageOf(body, said, null);
	const [outcome] = await items.takeIn([{ item, page, validators: body.validators }]);
	if (!outcome?.problem) return { kind: "page", title, restMs: null };
	const { key, params } = outcome.problem;
	const code = outcome.problem.code as ErrorCode;
	const feed = code === "no_article" && !item.article ? found.feedAddress : null;
	throw new IsnadError(
		code,
		feed
			? `${address} holds no article and names a feed: add ${feed} instead.`
			: `${address} cannot be read as an article: give the address of an article or of a feed.`,
		feed ? { key: "page_names_feed", params: { feed } } : { key, params },
	);
}

/** What stood there before stays a feed, however long its address shows something else. */
function noFeed({ address }: Source, feed: string | null): IsnadError {
	return new IsnadError(
		"feed_replaced",
		`${address} was a feed and answers with a page now: look what stands there, and follow the feed's new address where it moved.`,
		feed ? { key: "feed_replaced_names", params: { feed } } : {},
	);
}

/** A feed that says something new of a page every time does not have it read again every time. */
function rests({ problem }: SourceItem, now: number): boolean {
	return problem?.code === "page_unreadable" && now - problem.at < rhythm.unreadableRest;
}

function taskOf(said: FeedItem, before: SourceItem | undefined, now: number): ItemTask {
	const hasMoved = before !== undefined && before.address !== said.address;
	return { item: itemOf(said, before, now), said, hasMoved };
}

function itemOf(said: FeedItem, item: SourceItem | undefined, now: number): SourceItem {
	const fresh: SourceItem = {
		key: said.key,
		address: said.address,
		mark: said.mark,
		article: null,
		etag: null,
		lastModified: null,
		firstSeenAt: now,
		nextCheckAt: null,
		missing: 0,
		problem: null,
	};
	return { ...fresh, ...item, address: said.address, mark: said.mark };
}

function due(item: SourceItem, said: FeedItem | null, now: number): ItemTask[] {
	return item.nextCheckAt !== null && item.nextCheckAt <= now ? [{ item, said }] : [];
}
