import { Worker } from "node:worker_threads";
import { IsnadError } from "../../../domain/errors.ts";
import type { StopWords } from "../../../language/words/index-terms.ts";
import type { BuildJob, SegmentBuilder } from "../../../search/segments/keeping/segment-builder.ts";
import type { BuildReport } from "./messages.ts";

/** What the thread is started with. */
export type BuildSettings = { folder: string; stopWords: StopWords };

type Waiting = { resolve(isMade: boolean): void; reject(error: Error): void };

/** Writes and merges segments in a thread of its own, which lives only while there is something to write. */
export class BuildThread implements SegmentBuilder {
	readonly #settings: BuildSettings;
	readonly #waiting = new Map<number, Waiting>();
	#worker: Worker | undefined;
	#last = 0;

	constructor(settings: BuildSettings) {
		this.#settings = settings;
	}

	build(job: BuildJob): Promise<boolean> {
		const id = ++this.#last;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#started().postMessage({ id, job });
		});
	}

	async close(): Promise<void> {
		await this.#worker?.terminate();
	}

	#started(): Worker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(new URL("./build-worker.ts", import.meta.url), {
			workerData: this.#settings,
			execArgv: [],
		});
		worker.on("message", (report: BuildReport) => this.#take(report, worker));
		worker.on("error", (error) => this.#end(worker, error.message));
		worker.once("exit", () => this.#end(worker, "it was closed"));
		this.#worker = worker;
		return worker;
	}

	#take(report: BuildReport, worker: Worker): void {
		const waiting = this.#waiting.get(report.id);
		this.#waiting.delete(report.id);
		if ("isMade" in report) waiting?.resolve(report.isMade);
		else {
			const cause = Object.assign(new Error(report.failed), { code: report.system });
			waiting?.reject(report.system ? cause : new IsnadError(report.code, report.failed));
		}
		if (this.#waiting.size > 0) return;
		this.#worker = undefined;
		void worker.terminate();
	}

	#end(worker: Worker, reason: string): void {
		if (this.#worker !== worker) return;
		this.#worker = undefined;
		const over = new IsnadError("internal", `The thread that writes segments ended: ${reason}.`);
		for (const { reject } of this.#waiting.values()) reject(over);
		this.#waiting.clear();
	}
}
