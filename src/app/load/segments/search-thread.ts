import { Worker, type WorkerOptions } from "node:worker_threads";
import { type ErrorCode, IsnadError } from "../../../domain/errors.ts";
import type { IndexArticle } from "../../../search/segments/segment/passage-rows.ts";
import {
	EngineEnded,
	type EngineHits,
	type EngineJudge,
	type EngineQuery,
	type SegmentEngine,
} from "../../../search/segments/segment-engine.ts";
import type { SearchOrder, SearchReport, SearchSettings, SearchValue } from "./messages.ts";

/** A question leaves little behind it: a larger nursery takes memory and saves no time. */
const youngMb = 16;

type Waiting = {
	judge: EngineJudge | undefined;
	resolve(value: SearchValue): void;
	reject(error: Error): void;
};

type Numberless<T> = T extends { id: number } ? Omit<T, "id"> : never;

export type SearchThreadParts = {
	settings: SearchSettings;
	/** Told of what the index could not read or write: it goes on without it. */
	onProblem: (code: ErrorCode, message: string) => void;
	/** Starts the thread; Node's own where absent. */
	start?: (file: URL, options: WorkerOptions) => Worker;
};

/** Segments that are searched in a thread of their own, questions read there too. */
export class SearchThread implements SegmentEngine {
	readonly #worker: Worker;
	readonly #onProblem: SearchThreadParts["onProblem"];
	readonly #waiting = new Map<number, Waiting>();
	readonly ended: Promise<EngineEnded>;
	#over: EngineEnded | null = null;
	#last = 0;

	constructor({ settings, onProblem, start = startWorker }: SearchThreadParts) {
		this.#onProblem = onProblem;
		this.#worker = start(new URL("./search-worker.ts", import.meta.url), {
			workerData: settings,
			// What the test runner or a debugger adds to the process is nothing for this thread.
			execArgv: [],
			resourceLimits: { maxYoungGenerationSizeMb: youngMb },
		});
		this.#worker.on("message", (report: SearchReport) => this.#take(report));
		this.#worker.on("error", (error) => this.#end(error.message, error));
		this.ended = new Promise((resolve) => {
			this.#worker.once("exit", () => resolve(this.#end("it was closed")));
		});
		// Only while something is waited for does the thread keep the process alive.
		this.#worker.unref();
	}

	async known() {
		const value = await this.#ask({ kind: "known" });
		if (value === null || typeof value === "number" || "hits" in value) throw odd();
		return value;
	}

	async add(article: IndexArticle, isBulk = false): Promise<number> {
		const value = await this.#ask({ kind: "add", article, isBulk });
		if (typeof value !== "number") throw odd();
		return value;
	}

	async remove(articleId: string): Promise<void> {
		await this.#ask({ kind: "remove", articleId });
	}

	async search(query: EngineQuery, judge: EngineJudge): Promise<EngineHits> {
		const judges = (["accepts", "prefers"] as const).filter((kind) => judge[kind]);
		const value = await this.#ask({ kind: "search", query, judges }, judge);
		if (value === null || typeof value === "number" || !("hits" in value)) throw odd();
		return value;
	}

	async keep(corpus: string | null): Promise<void> {
		await this.#ask({ kind: "keep", corpus });
	}

	async close(): Promise<void> {
		// Where it has ended already, all is closed.
		await this.#ask({ kind: "close" }).catch(() => undefined);
		this.#worker.ref();
		await this.ended;
	}

	#ask(order: Numberless<SearchOrder>, judge?: EngineJudge): Promise<SearchValue> {
		if (this.#over) return Promise.reject(this.#over);
		const id = ++this.#last;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { judge, resolve, reject });
			this.#worker.ref();
			this.#worker.postMessage({ ...order, id });
		});
	}

	#take(report: SearchReport): void {
		if (report.kind === "problem") {
			this.#onProblem(report.code, report.message);
			return;
		}
		const waiting = this.#waiting.get(report.id);
		if (!waiting) return;
		if (report.kind === "judge") {
			void this.#judge(report, waiting);
			return;
		}
		this.#waiting.delete(report.id);
		if (this.#waiting.size === 0) this.#worker.unref();
		if (report.kind === "done") waiting.resolve(report.value);
		else waiting.reject(new IsnadError(report.code, report.message));
	}

	async #judge(
		{ id, judge, passages }: Extract<SearchReport, { kind: "judge" }>,
		waiting: Waiting,
	): Promise<void> {
		try {
			const values = await waiting.judge?.[judge]?.(passages);
			const order = { id, kind: "judged", values: values ?? new Float64Array(0) } as const;
			this.#worker.postMessage(order);
		} catch (error) {
			waiting.reject(error instanceof Error ? error : odd());
			// The search is brought to its end, which nobody waits for.
			this.#worker.postMessage({ id, kind: "judged", values: new Float64Array(0) });
		}
	}

	/** The first reason counts. */
	#end(reason: string, cause?: unknown): EngineEnded {
		this.#over ??= new EngineEnded(reason, { cause });
		for (const { reject } of this.#waiting.values()) reject(this.#over);
		this.#waiting.clear();
		return this.#over;
	}
}

const startWorker = (file: URL, options: WorkerOptions) => new Worker(file, options);

function odd(): IsnadError {
	return new IsnadError("internal", "The search thread gave something else than was asked for.");
}
