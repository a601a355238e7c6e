import { Worker } from "node:worker_threads";
import { IsnadError } from "../../domain/errors.ts";
import { storeError } from "./errors.ts";
import type { Order, Outcome, SqlValue, WorkerSettings } from "./protocol.ts";

type Rows = Extract<Outcome, { rows: unknown }>;
type Waiting = { resolve(outcome: Rows): void; reject(error: Error): void };

/** A database in a thread of its own. */
export class SqliteThread {
	readonly #path: string;
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Waiting>();
	readonly #ended: Promise<void>;
	/** What is told to the thread once all that came in together is begun: each message wakes it, which takes longer than most statements. */
	#outgoing: Order[] = [];
	#over: Error | null = null;
	#last = 0;

	constructor(settings: WorkerSettings) {
		this.#path = settings.path;
		this.#worker = new Worker(new URL("./worker.ts", import.meta.url), {
			workerData: settings,
			// What the test runner or a debugger adds to the process is nothing for this thread.
			execArgv: ["--disable-warning=ExperimentalWarning"],
		});
		this.#worker.on("message", (outcomes: Outcome[]) => {
			for (const outcome of outcomes) this.#settle(outcome);
		});
		this.#worker.on("error", (error) => this.#fail(error));
		this.#ended = new Promise((resolve) => {
			this.#worker.once("exit", () => {
				this.#fail(new IsnadError("store_failed", `The state ${this.#path} was closed.`));
				resolve();
			});
		});
		// Only while something is waited for does the thread keep the process alive.
		this.#worker.unref();
	}

	/** Statements of one connection follow each other. Errors: `store_*`. */
	run(connection: number, sql: string, parameters: readonly SqlValue[]): Promise<Rows> {
		return this.#order({ id: ++this.#last, connection, kind: "run", sql, parameters });
	}

	async transaction(connection: number, kind: "begin" | "commit" | "rollback"): Promise<void> {
		await this.#order({ id: ++this.#last, connection, kind });
	}

	#order(order: Order): Promise<Rows> {
		if (this.#over) return Promise.reject(this.#over);
		return new Promise((resolve, reject) => {
			this.#waiting.set(order.id, { resolve, reject });
			this.#outgoing.push(order);
			if (this.#outgoing.length === 1) setImmediate(() => this.#send());
		});
	}

	#send(): void {
		const orders = this.#outgoing;
		this.#outgoing = [];
		if (orders.length === 0) return;
		this.#worker.ref();
		this.#worker.postMessage(orders);
	}

	async close(): Promise<void> {
		if (!this.#over) {
			this.#over = new IsnadError("store_failed", `The state ${this.#path} was closed.`);
			this.#send();
			this.#worker.ref();
			this.#worker.postMessage("close");
		}
		await this.#ended;
	}

	#settle(outcome: Outcome): void {
		const waiting = this.#waiting.get(outcome.id);
		this.#waiting.delete(outcome.id);
		if (this.#waiting.size === 0) this.#worker.unref();
		if ("rows" in outcome) waiting?.resolve(outcome);
		else waiting?.reject(storeError(this.#path, outcome.failed, outcome.code));
	}

	#fail(error: Error): void {
		this.#over ??= error;
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
	}
}
