import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Article } from "../../domain/article.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Logger } from "../../domain/ports.ts";
import { isAsked } from "../../search/turns.ts";
import type { Body, FeedOrPage } from "../../sources/feed-or-page.ts";
import type { IntakeWork, Taken, TakeOrder } from "../../sources/intake-port.ts";
import { problemOf, unreadablePage } from "../../sources/problem.ts";
import type { CorpusNews } from "./corpus-intake.ts";
import type { WorkerAnswer, WorkerOrder, WorkerSettings } from "./protocol.ts";
import { ThreadWatch } from "./thread-watch.ts";

type Waiting = {
	order: WorkerOrder;
	isSent: boolean;
	articles: Article[];
	/** The page of it that is read at the moment. */
	page: string | null;
	resolve(value: unknown): void;
	reject(error: unknown): void;
};

/** How much a thread may take before it is given up; see `ThreadWatch`. */
export type ThreadLimits = {
	/** Of an order without a sign of life, its pages apart: fifty large articles are written in seconds. */
	orderMs: number;
	/** Of one page: the largest that is read takes 2 s. */
	pageMs: number;
	/** Whatever a page does to a parser, the server lives on. */
	heapMb: number;
	/** Without an order: the corpus that it holds takes as much memory as the one that answers. */
	idleMs: number;
};
const usual: ThreadLimits = {
	...{ orderMs: 5 * 60_000, pageMs: 60_000 },
	...{ heapMb: 2_048, idleMs: 60_000 },
};

/**
 * Between two pages the thread rests as long as the last one took, times `share`, while people ask: of two processors
 * it takes one, and answers wait for it in ways that no priority mends (the collector's own threads, memory).
 */
export type ThreadPace = { isAsked: () => boolean; share: number; mostMs: number };
const usualPace: ThreadPace = { isAsked, share: 1, mostMs: 1_000 };

/** Why an order has no answer: its thread ended, and on which page. */
class ThreadEnded extends Error {
	readonly page: string | null;

	constructor(reason: string, page: string | null) {
		super(`The intake's thread failed: ${reason}`);
		this.page = page;
	}
}

const stopped = () => new IsnadError("stopped", "The intake was closed.");

/** The intake in a thread of its own, so that no answer waits for it; started when it is needed. */
export class IntakeThread implements IntakeWork {
	readonly #settings: Omit<WorkerSettings, "served">;
	/** By article id: digests of what was given out last, which a new thread goes on from. */
	readonly #given: Map<string, string>;
	readonly #log: Logger;
	readonly #limits: ThreadLimits;
	readonly #now: () => number;
	readonly #pace: ThreadPace;
	/** When the page in hand was given to the thread, by the clock of `performance`. */
	#pageSince = 0;
	#worker: Worker | undefined;
	/** A thread that was given up may be about to write: the next one waits for its end. */
	#ending: Promise<unknown> | undefined;
	readonly #watch = new ThreadWatch();
	#isWatched = false;
	#idle: NodeJS.Timeout | undefined;
	#closed = false;
	#orders = 0;
	/** In the order in which the thread works on them: the first one is in hand. */
	readonly #waiting = new Map<number, Waiting>();

	constructor(
		{ served, ...settings }: WorkerSettings,
		log: Logger,
		now: () => number,
		{ pace, ...limits }: Partial<ThreadLimits & { pace: ThreadPace }> = {},
	) {
		this.#settings = settings;
		this.#given = new Map(served);
		this.#log = log;
		this.#now = now;
		this.#limits = { ...usual, ...limits };
		this.#pace = pace ?? usualPace;
	}

	async readFeedOrPage(body: Body): Promise<FeedOrPage> {
		try {
			return (await this.#ask({ id: 0, kind: "readFeedOrPage", body })).value as FeedOrPage;
		} catch (error) {
			throw error instanceof ThreadEnded ? unreadablePage(body.address, error) : error;
		}
	}

	/** A page that ends the thread is left out, and the others are read without it. */
	async take(order: TakeOrder): Promise<Taken> {
		const lost: Taken["outcomes"] = [];
		for (let { pages } = order; ; ) {
			try {
				const { value } = await this.#ask({ id: 0, kind: "take", order: { ...order, pages } });
				const taken = value as Taken;
				return { ...taken, outcomes: [...taken.outcomes, ...lost] };
			} catch (error) {
				if (!(error instanceof ThreadEnded)) throw error;
				const culprit = pages.find(({ key }) => key === error.page);
				if (!culprit) throw new IsnadError("internal", error.message, { cause: error });
				const { address } = culprit.page;
				const problem = problemOf(unreadablePage(address, error), this.#now(), address);
				this.#log("warn", "A page that ended the intake's thread is left out.");
				lost.push({ key: culprit.key, article: null, copy: false, problem });
				pages = pages.filter((page) => page !== culprit);
			}
		}
	}

	/** See `CorpusIntake.news`. */
	async news(): Promise<CorpusNews> {
		try {
			const { value, articles } = await this.#ask({ id: 0, kind: "news" });
			const news = value as Omit<CorpusNews, "put">;
			for (const id of news.removed) this.#given.delete(id);
			for (const [id, digest] of news.digests) this.#given.set(id, digest);
			return { ...news, put: articles };
		} catch (error) {
			if (!(error instanceof ThreadEnded)) throw error;
			throw new IsnadError("internal", error.message, { cause: error });
		}
	}

	/** What is in hand is left as it is: a commit that was begun is finished at the next start. */
	async close(): Promise<void> {
		this.#closed = true;
		const worker = this.#worker;
		this.#worker = undefined;
		this.#watch.end();
		clearTimeout(this.#idle);
		for (const { reject } of this.#waiting.values()) reject(stopped());
		this.#waiting.clear();
		await worker?.terminate();
		await this.#ending;
	}

	async #ask(order: WorkerOrder): Promise<{ value: unknown; articles: Article[] }> {
		if (this.#closed) throw stopped();
		const id = ++this.#orders;
		const { promise, resolve, reject } = Promise.withResolvers<unknown>();
		const waiting: Waiting = {
			order: { ...order, id },
			...{ isSent: false, articles: [], page: null, resolve, reject },
		};
		this.#waiting.set(id, waiting);
		this.#send();
		return { value: await promise, articles: waiting.articles };
	}

	/** Gives the thread what it has not been given; a new one gets all that is left of the last one's. */
	#send(): void {
		if (this.#ending || this.#waiting.size === 0) return;
		clearTimeout(this.#idle);
		const worker = this.#started();
		worker.ref();
		for (const waiting of this.#waiting.values()) {
			if (!waiting.isSent) worker.postMessage(waiting.order);
			waiting.isSent = true;
		}
		if (!this.#isWatched) this.#see(worker);
	}

	#started(): Worker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(new URL("./worker.ts", import.meta.url), {
			workerData: { ...this.#settings, served: this.#given } satisfies WorkerSettings,
			// What the test runner or a debugger adds to the process is nothing for this thread.
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb },
		});
		worker.on("message", (answer: WorkerAnswer) => this.#take(worker, answer));
		worker.on("error", (error: Error) => this.#giveUp(worker, error.message));
		this.#worker = worker;
		return worker;
	}

	/** Lets the thread begin with a page, after a rest from the one before. */
	async #begin(
		worker: Worker,
		waiting: Waiting,
		{ id, page }: Extract<WorkerAnswer, { kind: "page" }>,
	): Promise<void> {
		const { isAsked, share, mostMs } = this.#pace;
		const took = waiting.page === null ? 0 : performance.now() - this.#pageSince;
		waiting.page = page;
		if (page === null) return;
		if (took > 0 && isAsked())
			await sleep(Math.min(mostMs, share * took), undefined, { ref: false });
		this.#pageSince = performance.now();
		worker.postMessage({ id, kind: "next" } satisfies WorkerOrder);
	}

	/** From one sign of life to the next. */
	#see(worker: Worker): void {
		this.#watch.end();
		const [first] = this.#waiting.values();
		this.#isWatched = first !== undefined;
		// An idle thread keeps no process alive.
		if (!first) {
			worker.unref();
			clearTimeout(this.#idle);
			this.#idle = setTimeout(() => {
				this.#log("debug", "The intake's thread has nothing to do and is ended.");
				this.#end(worker);
			}, this.#limits.idleMs);
			this.#idle.unref();
			return;
		}
		const { orderMs, pageMs } = this.#limits;
		const ms = first.page === null ? orderMs : pageMs;
		void this.#watch.begin(worker, ms, () => this.#giveUp(worker, "It takes too long."));
	}

	#giveUp(worker: Worker, reason: string): void {
		if (this.#worker !== worker) return;
		this.#log("error", "The intake's thread failed and is started anew.", { reason });
		this.#watch.end();
		this.#isWatched = false;
		const [first, ...others] = this.#waiting.values();
		for (const waiting of others) waiting.isSent = false;
		if (first) this.#waiting.delete(first.order.id);
		this.#end(worker);
		first?.reject(new ThreadEnded(reason, first.page));
	}

	/** What comes meanwhile is for the next one. */
	#end(worker: Worker): void {
		if (this.#worker !== worker) return;
		this.#worker = undefined;
		this.#ending = worker.terminate().finally(() => {
			this.#ending = undefined;
			this.#send();
		});
	}

	#take(worker: Worker, answer: WorkerAnswer): void {
		const waiting = this.#waiting.get(answer.id);
		if (!waiting || this.#worker !== worker) return;
		if (answer.kind === "article") {
			waiting.articles.push(answer.article);
			worker.postMessage({ id: answer.id, kind: "next" } satisfies WorkerOrder);
		} else if (answer.kind === "page") void this.#begin(worker, waiting, answer);
		else {
			this.#waiting.delete(answer.id);
			if (answer.kind === "done") waiting.resolve(answer.value);
			else {
				const { code, message, key, params } = answer.error;
				waiting.reject(new IsnadError(code, message, { key, params }));
			}
		}
		this.#see(worker);
	}
}
