import type { SaidOf } from "../corpus/notices/said-withdrawn.ts";
import type { KnownBody } from "../corpus/sameness/shared-bodies.ts";
import type { WebPage } from "../corpus/web-page.ts";
import type { Source, SourceItem, SourceProblem } from "../domain/sources.ts";
import { shown } from "../fetching/address.ts";
import type { FetchAddress, Fetched, Validators } from "../fetching/fetched.ts";
import type { FeedItem } from "./feed/item.ts";
import type { Taken } from "./intake-port.ts";
import { contentPage, pageOf } from "./pages.ts";
import { politeFetch } from "./polite-fetch.ts";
import type { PollParts } from "./poll-parts.ts";
import { isLeftOut, isUnconfirmed, problemOf, withLooks } from "./problem.ts";
import { nextCheck, nextItemTry, rhythm } from "./schedule.ts";

/** An item that is to be read: from its page, or from what the feed holds of it. */
export type ItemTask = {
	item: SourceItem;
	said: FeedItem | null;
	/** Its address is another one than it was the last time. */
	hasMoved?: boolean;
};
export type ReadPage = Omit<ItemTask, "said"> & { page: WebPage; validators: Validators | null };
type Failed = Extract<Fetched, { kind: "failed" }>;

/** Pages that are taken in with one write, after which they serve: few at first, so that the first are soon there. */
const steps = { first: 10, most: 50 };
/** Pages that one look fetches; the rest come with the next ones. */
const mostPages = 400;

/** Reads what a source leads to into the corpus, and keeps for each item how that went. */
export class ItemReader {
	readonly #source: Source;
	readonly #parts: PollParts;
	readonly #signal: AbortSignal;
	readonly #fetch: FetchAddress;
	taken = 0;
	failed = 0;
	/** What its items' pages showed instead of articles when they were looked at before. */
	known: readonly KnownBody[] = [];
	/** False where some of what was asked for is left for the next look. */
	complete = true;

	constructor(source: Source, parts: PollParts, signal: AbortSignal) {
		this.#source = source;
		this.#parts = parts;
		this.#signal = signal;
		this.#fetch = politeFetch(parts.fetch, parts.hosts);
	}

	/** Fetches and takes in step by step, so that the first articles serve before the last are there. */
	async readAll(tasks: readonly ItemTask[], outlet: string | null): Promise<void> {
		const { now } = this.#parts;
		const until = now() + rhythm.longestReading;
		let size = steps.first;
		let at = 0;
		const read = () => {
			const step = tasks.slice(at, Math.min(at + size, mostPages));
			const pages = Promise.all(step.map((task) => this.#read(task, outlet)));
			// It is awaited later; a failure before that is told then.
			pages.catch(() => undefined);
			at += step.length;
			size = Math.min(2 * size, steps.most);
			return pages;
		};
		const isOver = () => at >= Math.min(tasks.length, mostPages) || now() >= until;
		for (let next = isOver() ? null : read(); next; ) {
			this.#signal.throwIfAborted();
			const pages = await next;
			// The next pages are fetched while these are read.
			next = isOver() ? null : read();
			await this.takeIn(pages.filter((page) => page !== null));
		}
		this.complete = at >= tasks.length;
	}

	async #read(task: ItemTask, outlet: string | null): Promise<ReadPage | null> {
		const { item, said } = task;
		const hasMoved = task.hasMoved ?? false;
		if (said?.content) return { item, hasMoved, page: contentPage(said, outlet), validators: null };
		if (item.address === null) return null;
		// The source's own address was named by a person; what it leads to was not.
		if (!(await this.#parts.robots.allows(item.address, this.#signal))) {
			this.failed++;
			await this.#keep({ ...item, problem: this.#disallowed(item.address), nextCheckAt: null });
			return null;
		}
		const { etag, lastModified } = item;
		const validators = item.article ? { etag, lastModified } : undefined;
		const fetched = await this.#fetch(item.address, { validators, signal: this.#signal });
		if (fetched.kind === "body") {
			const page = pageOf(fetched, said, outlet);
			return { item, hasMoved, page, validators: fetched.validators };
		}
		if (fetched.kind === "failed") await this.notThere(item, fetched);
		else
			await this.#keep({ ...item, missing: 0, problem: null, nextCheckAt: this.#nextCheck(item) });
		return null;
	}

	#disallowed(address: string): SourceProblem {
		const code = "fetch_disallowed";
		return { at: this.#parts.now(), code, key: code, params: { address: shown(address) } };
	}

	/** A page that could not be fetched; one that was taken down takes its article with it. */
	async notThere(item: SourceItem, { error, absent, retryAfterMs }: Failed): Promise<void> {
		this.failed++;
		const { now, intake, onChanges } = this.#parts;
		const missing = absent ? item.missing + 1 : item.missing;
		const problem = problemOf(error, now(), item.address ?? item.key);
		const isDown = absent === "gone" || missing >= rhythm.missingLooks;
		if (!isDown) {
			const nextCheckAt = nextItemTry(now(), item.firstSeenAt, retryAfterMs);
			return this.#keep({ ...item, missing, problem, nextCheckAt });
		}
		if (item.article && item.address) {
			const gone = [{ article: item.article, address: item.address }];
			await onChanges(await intake.take({ pages: [], gone }));
		}
		await this.#keep({ ...item, article: null, missing, problem, nextCheckAt: null });
	}

	/** What the feed says anew of its articles: it may be that one was withdrawn. */
	async takeWord(said: readonly (SaidOf & { article: string })[]): Promise<void> {
		if (said.length === 0) return;
		const { intake, onChanges } = this.#parts;
		const feed = this.#source.address;
		const order = { pages: [], gone: [], said: said.map((one) => ({ ...one, feed })) };
		const taken = await intake.take(order);
		if (taken.changes.length > 0) await onChanges(taken);
	}

	/** Takes pages into the corpus in one step. */
	async takeIn(pages: readonly ReadPage[]): Promise<Taken["outcomes"]> {
		if (pages.length === 0) return [];
		const { intake, onChanges } = this.#parts;
		const order = pages.map(({ item, page, hasMoved }) => ({
			key: item.key,
			page,
			asked: item.address ?? undefined,
			replaces: item.article,
			hasMoved,
		}));
		const taken = await intake.take({ pages: order, gone: [], known: this.known });
		await onChanges(taken);
		const read = new Map(pages.map((page) => [page.item.key, page]));
		const items = taken.outcomes.flatMap(({ key, article, problem }): SourceItem[] => {
			const { item, validators } = read.get(key) ?? {};
			if (!item) return [];
			if (article) this.taken++;
			else this.failed++;
			const told = problem && withLooks(problem, item);
			return [
				{
					...item,
					// What is no article has to come whole the next time, to be looked at again.
					etag: (article && validators?.etag) || null,
					lastModified: (article && validators?.lastModified) || null,
					article: article ?? item.article,
					problem: told,
					missing: 0,
					nextCheckAt: validators ? this.#nextCheckAfter(item, told) : null,
				},
			];
		});
		await this.#keep(...items);
		return taken.outcomes;
	}

	#nextCheckAfter(item: SourceItem, problem: SourceProblem | null): number | null {
		if (problem && isLeftOut(problem, item)) return null;
		const next = this.#nextCheck(item);
		if (!problem || !isUnconfirmed(problem) || item.address === this.#source.address) return next;
		const soon = this.#parts.now() + rhythm.confirming;
		return next === null ? soon : Math.min(next, soon);
	}

	/** A source that is itself the page is looked at in its own rhythm. */
	#nextCheck(item: SourceItem): number | null {
		const { now, random } = this.#parts;
		return item.address === this.#source.address
			? null
			: nextCheck(now(), item.firstSeenAt, random);
	}

	#keep(...items: SourceItem[]): Promise<void> {
		return this.#parts.store.saveItems(this.#source.id, items);
	}
}
