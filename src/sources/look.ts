import type { ArticleChange } from "../corpus/intake.ts";
import type { WebPage } from "../corpus/web-page.ts";
import { IsnadError } from "../domain/errors.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import type { Source, SourceItem, SourceProblem, SourceStore } from "../domain/sources.ts";
import { shown } from "../fetching/address.ts";
import type { FetchAddress, Fetched } from "../fetching/fetch.ts";
import type { Feed, FeedItem } from "./feed/item.ts";
import type { Hosts } from "./hosts.ts";
import type { IntakeWork, Taken } from "./intake.ts";
import { contentPage, pageOf } from "./pages.ts";
import { problemOf } from "./problem.ts";
import type { RobotsFiles } from "./robots-files.ts";
import { nextCheck, nextLook, nextTry, rhythm } from "./schedule.ts";
import type { Told } from "./told.ts";

export type LookParts = {
	store: SourceStore;
	fetch: FetchAddress;
	hosts: Hosts;
	robots: RobotsFiles;
	intake: IntakeWork;
	/** Called after each step that changed the corpus; the next one waits for it. */
	onChanges(changes: readonly ArticleChange[]): Promise<void>;
	now: Clock;
	/** 0 to 1. */
	random: () => number;
	log: Logger;
};

/** What one look brought. */
export type Looked = { source: Source; taken: number; failed: number };

/** Pages that are taken in with one write, after which they serve: few at first, so that the first are soon there. */
const steps = { first: 10, most: 50 };
/** Pages that one look fetches; the rest come with the next looks. */
const mostPages = 400;
/** Items that are remembered of one source. */
const mostItems = 5_000;

type Body = Extract<Fetched, { kind: "body" }>;
/** An item of a source that is to be read: from its page, or from what the feed holds. */
type Task = { item: SourceItem; said: FeedItem | null };
type Page = { task: Task; page: WebPage; validators: Body["validators"] | null };

/** Looks at a source once: what is new or changed there goes into the corpus. It never rejects but for an abort. */
export async function look(source: Source, parts: LookParts, signal: AbortSignal): Promise<Looked> {
	return new Look(source, parts, signal).run();
}

class Look {
	readonly #source: Source;
	readonly #parts: LookParts;
	readonly #signal: AbortSignal;
	#title: string | null;
	#taken = 0;
	#failed = 0;

	constructor(source: Source, parts: LookParts, signal: AbortSignal) {
		this.#source = source;
		this.#parts = parts;
		this.#signal = signal;
		this.#title = source.title;
	}

	async run(): Promise<Looked> {
		const { address, etag, lastModified } = this.#source;
		const fetched = await this.#fetch(address, { etag, lastModified });
		const source = await this.#outcome(fetched);
		await this.#parts.store.save(source);
		await this.#parts.store.trimItems(source.id, mostItems);
		return { source, taken: this.#taken, failed: this.#failed };
	}

	async #outcome(fetched: Fetched): Promise<Source> {
		const { now, random, store } = this.#parts;
		const source = this.#source;
		try {
			if (fetched.kind === "failed") {
				if (source.kind === "page") await this.#pageIsAway(fetched);
				throw Object.assign(fetched.error, { retryAfterMs: fetched.retryAfterMs });
			}
			const known = new Map((await store.items(source.id)).map((item) => [item.key, item]));
			let { kind } = source;
			let rest: number | null = null;
			if (fetched.kind === "body") {
				const told = await this.#parts.intake.tell(fetched);
				if (told.kind === "feed") rest = await this.#readFeed(told.feed, known);
				else await this.#readPage(fetched, known, told);
				kind = told.kind;
			} else await this.#readAll([...known.values()].flatMap((item) => this.#due(item)));
			const same = fetched.validators;
			return {
				...source,
				kind,
				title: this.#title,
				etag: same.etag ?? (fetched.kind === "body" ? null : source.etag),
				lastModified: same.lastModified ?? (fetched.kind === "body" ? null : source.lastModified),
				nextPollAt: nextLook(now(), rest, random),
				lastSuccessAt: now(),
				lastProblem: null,
				failures: 0,
			};
		} catch (error) {
			if (this.#signal.aborted) throw error;
			const failures = source.failures + 1;
			const wait = (error as { retryAfterMs?: number | null }).retryAfterMs ?? null;
			const problem = problemOf(error, now(), source.address);
			this.#parts.log("warn", "A source could not be read.", {
				source: source.id,
				code: problem.code,
				failures,
			});
			return {
				...source,
				lastProblem: problem,
				failures,
				nextPollAt: nextTry(now(), failures, wait, random),
			};
		}
	}

	/** Reads what is new or said otherwise, and what is due to be looked at again; how long the feed wants to rest. */
	async #readFeed(feed: Feed, known: ReadonlyMap<string, SourceItem>): Promise<number | null> {
		this.#title = feed.title ?? this.#title;
		const tasks: Task[] = [];
		const seen = new Set<string>();
		for (const said of feed.items) {
			seen.add(said.key);
			const item = known.get(said.key);
			if (!item || item.mark !== said.mark) tasks.push({ item: this.#itemOf(said, item), said });
			else tasks.push(...this.#due(item, said));
		}
		for (const item of known.values()) if (!seen.has(item.key)) tasks.push(...this.#due(item));
		await this.#readAll(tasks);
		return feed.restMs;
	}

	#itemOf(said: FeedItem, item: SourceItem | undefined): SourceItem {
		const now = this.#parts.now();
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

	#due(item: SourceItem, said: FeedItem | null = null): Task[] {
		const due = item.nextCheckAt !== null && item.nextCheckAt <= this.#parts.now();
		return due ? [{ item, said }] : [];
	}

	/** The source is itself the article. */
	async #readPage(
		body: Body,
		known: ReadonlyMap<string, SourceItem>,
		told: Extract<Told, { kind: "page" }>,
	): Promise<void> {
		const { address } = this.#source;
		const mark = body.validators.etag ?? "";
		const said: FeedItem = {
			key: address,
			address,
			title: null,
			published: null,
			content: null,
			mark,
		};
		const item = this.#itemOf(said, known.get(address));
		const page = pageOf(body, said, null);
		const [outcome] = await this.#takeIn([
			{ task: { item, said }, page, validators: body.validators },
		]);
		if (!outcome?.problem) return;
		const feed = told.feedAddress;
		throw new IsnadError(
			outcome.problem.code === "no_article" ? "no_article" : "file_malformed",
			feed
				? `${address} holds no article and names a feed: add ${feed} instead.`
				: `${address} cannot be read as an article: give the address of an article or of a feed.`,
			feed
				? { key: "page_names_feed", params: { feed } }
				: { key: outcome.problem.key, params: outcome.problem.params },
		);
	}

	async #pageIsAway(fetched: Extract<Fetched, { kind: "failed" }>): Promise<void> {
		const [item] = await this.#parts.store.items(this.#source.id);
		if (item) await this.#away({ item, said: null }, fetched);
	}

	/** Fetches and takes in, step by step, so that the first articles serve before the last are there. */
	async #readAll(tasks: readonly Task[]): Promise<void> {
		const open = tasks.slice(0, mostPages);
		let size = steps.first;
		let at = 0;
		const read = () => {
			const pages = Promise.all(open.slice(at, at + size).map((task) => this.#read(task)));
			// It is awaited later; a failure before that is told then.
			pages.catch(() => undefined);
			at += size;
			size = Math.min(2 * size, steps.most);
			return pages;
		};
		for (let next = open.length > 0 ? read() : null; next; ) {
			this.#signal.throwIfAborted();
			const pages = await next;
			// The next pages are fetched while these are read.
			next = at < open.length ? read() : null;
			await this.#takeIn(pages.filter((page) => page !== null));
		}
	}

	async #read(task: Task): Promise<Page | null> {
		const { item, said } = task;
		if (said?.content) return { task, page: contentPage(said, this.#title), validators: null };
		if (item.address === null) return null;
		if (!(await this.#parts.robots.allows(item.address, this.#signal))) {
			await this.#keep({ ...item, problem: this.#disallowed(item.address), nextCheckAt: null });
			this.#failed++;
			return null;
		}
		const { etag, lastModified, article } = item;
		const validators = article ? { etag, lastModified } : undefined;
		const fetched = await this.#fetch(item.address, validators);
		if (fetched.kind === "body")
			return { task, page: pageOf(fetched, said, this.#title), validators: fetched.validators };
		if (fetched.kind === "failed") await this.#away(task, fetched);
		else await this.#keep({ ...item, missing: 0, problem: null, ...this.#later(item) });
		return null;
	}

	/** The source's own address was named by a person; what it leads to was not. */
	#disallowed(address: string): SourceProblem {
		const params = { address: shown(address) };
		return { at: this.#parts.now(), code: "fetch_disallowed", key: "fetch_disallowed", params };
	}

	async #away({ item }: Task, fetched: Extract<Fetched, { kind: "failed" }>): Promise<void> {
		this.#failed++;
		const { now } = this.#parts;
		const missing = fetched.absent ? item.missing + 1 : item.missing;
		const problem = problemOf(fetched.error, now(), item.address ?? item.key);
		const takenDown = fetched.absent === "gone" || missing >= rhythm.missingLooks;
		if (item.article && item.address && takenDown) {
			const gone = [{ article: item.article, address: item.address }];
			const { changes } = await this.#parts.intake.take({ pages: [], gone });
			await this.#parts.onChanges(changes);
			await this.#keep({ ...item, article: null, missing, problem, nextCheckAt: null });
			return;
		}
		const wait = Math.max(fetched.retryAfterMs ?? 0, rhythm.firstRetry * 2 ** Math.min(missing, 8));
		const again = fetched.absent && !item.article && missing >= rhythm.missingLooks;
		await this.#keep({ ...item, missing, problem, nextCheckAt: again ? null : now() + wait });
	}

	#later(item: SourceItem): Pick<SourceItem, "nextCheckAt"> {
		const { now, random } = this.#parts;
		const hasPage = item.address !== null && this.#source.kind !== "page";
		return { nextCheckAt: hasPage ? nextCheck(now(), item.firstSeenAt, random) : null };
	}

	async #takeIn(pages: readonly Page[]): Promise<Taken["outcomes"]> {
		if (pages.length === 0) return [];
		const order = pages.map(({ task, page }) => ({
			key: task.item.key,
			page,
			replaces: task.item.article,
		}));
		const { outcomes, changes } = await this.#parts.intake.take({ pages: order, gone: [] });
		await this.#parts.onChanges(changes);
		const items = outcomes.flatMap(({ key, article, problem }): SourceItem[] => {
			const read = pages.find(({ task }) => task.item.key === key);
			if (!read) return [];
			if (article) this.#taken++;
			else this.#failed++;
			const { item } = read.task;
			return [
				{
					...item,
					...(read.validators ?? { etag: null, lastModified: null }),
					article: article ?? item.article,
					problem,
					missing: 0,
					...(read.validators ? this.#later(item) : { nextCheckAt: null }),
				},
			];
		});
		await this.#keep(...items);
		return outcomes;
	}

	#keep(...items: SourceItem[]): Promise<void> {
		return this.#parts.store.saveItems(this.#source.id, items);
	}

	async #fetch(address: string, validators: Body["validators"] | undefined): Promise<Fetched> {
		const { hosts, fetch } = this.#parts;
		const signal = this.#signal;
		const rest = hosts.restOf(address);
		if (rest > 0) return resting(address, rest);
		const fetched = await hosts.run(address, () => fetch(address, { validators, signal }));
		if (fetched.kind === "failed" && fetched.retryAfterMs)
			hosts.rest(address, fetched.retryAfterMs);
		return fetched;
	}
}

function resting(address: string, ms: number): Fetched {
	const error = new IsnadError(
		"fetch_wait",
		`The server of ${address} asked to wait: it is tried again later.`,
		{ params: { address } },
	);
	return { kind: "failed", error, retryAfterMs: ms, absent: null };
}
