import { Worker } from "node:worker_threads";
import type { Article } from "../../domain/article.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Logger } from "../../domain/ports.ts";
import type { IntakeWork, Taken, TakeOrder } from "../../sources/intake.ts";
import type { Body, Told } from "../../sources/told.ts";
import type { CorpusNews } from "./intake.ts";
import type { WorkerAnswer, WorkerOrder, WorkerSettings } from "./protocol.ts";

type Waiting = {
	articles: Article[];
	resolve(value: unknown): void;
	reject(error: unknown): void;
};

/** An order that takes longer is stuck: fifty large articles take some seconds. */
const longestOrderMs = 5 * 60_000;

/** The intake in a thread of its own, so that no answer waits for it; started when it is needed. */
export class IntakeThread implements IntakeWork {
	readonly #settings: WorkerSettings;
	readonly #log: Logger;
	readonly #longestMs: number;
	#worker: Worker | undefined;
	/** A thread that was given up may be about to write: the next one waits for its end. */
	#ending: Promise<unknown> | undefined;
	#closed = false;
	#orders = 0;
	readonly #waiting = new Map<number, Waiting>();

	constructor(settings: WorkerSettings, log: Logger, longestMs: number = longestOrderMs) {
		this.#settings = settings;
		this.#log = log;
		this.#longestMs = longestMs;
	}

	async tell(body: Body): Promise<Told> {
		return (await this.#ask({ id: 0, kind: "tell", body })).value as Told;
	}

	async take(order: TakeOrder): Promise<Taken> {
		return (await this.#ask({ id: 0, kind: "take", order })).value as Taken;
	}

	/** See `CorpusIntake.news`. */
	async news(): Promise<CorpusNews> {
		const { value, articles } = await this.#ask({ id: 0, kind: "news" });
		return { ...(value as Omit<CorpusNews, "put">), put: articles };
	}

	/** What is in hand is left as it is: a commit that was begun is finished at the next start. */
	async close(): Promise<void> {
		this.#closed = true;
		const worker = this.#worker;
		this.#worker = undefined;
		await worker?.terminate();
		await this.#ending;
		this.#fail(new IsnadError("stopped", "The intake was closed."));
	}

	async #ask(order: WorkerOrder): Promise<{ value: unknown; articles: Article[] }> {
		await this.#ending;
		if (this.#closed) throw new IsnadError("stopped", "The intake was closed.");
		const id = ++this.#orders;
		const { promise, resolve, reject } = Promise.withResolvers<unknown>();
		const waiting: Waiting = { articles: [], resolve, reject };
		this.#waiting.set(id, waiting);
		const worker = this.#started();
		worker.ref();
		worker.postMessage({ ...order, id });
		const stuck = setTimeout(() => this.#giveUp(worker, "It takes too long."), this.#longestMs);
		try {
			return { value: await promise, articles: waiting.articles };
		} finally {
			clearTimeout(stuck);
			this.#waiting.delete(id);
			// An idle thread keeps no process alive.
			if (this.#waiting.size === 0) worker.unref();
		}
	}

	#started(): Worker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(new URL("./worker.ts", import.meta.url), {
			workerData: this.#settings,
			// What the test runner or a debugger adds to the process is nothing for this thread.
			execArgv: [],
			// Whatever a page does to a parser, the server lives on.
			resourceLimits: { maxOldGenerationSizeMb: 2_048 },
		});
		worker.on("message", (answer: WorkerAnswer) => this.#take(answer));
		worker.on("error", (error: Error) => this.#giveUp(worker, error.message));
		this.#worker = worker;
		return worker;
	}

	#giveUp(worker: Worker, reason: string): void {
		if (this.#worker !== worker) return;
		this.#log("error", "The intake's thread failed and is started anew.", { reason });
		this.#worker = undefined;
		this.#ending = worker.terminate();
		this.#fail(new IsnadError("internal", `The intake's thread failed: ${reason}`));
	}

	#take(answer: WorkerAnswer): void {
		const waiting = this.#waiting.get(answer.id);
		if (!waiting) return;
		if (answer.kind === "article") {
			waiting.articles.push(answer.article);
			this.#worker?.postMessage({ id: answer.id, kind: "next" } satisfies WorkerOrder);
		} else if (answer.kind === "done") waiting.resolve(answer.value);
		else {
			const { code, message, key, params } = answer.error;
			waiting.reject(new IsnadError(code, message, { key, params }));
		}
	}

	#fail(error: IsnadError): void {
		for (const { reject } of this.#waiting.values()) reject(error);
	}
}
