import { Worker } from "node:worker_threads";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { DrawAsked, Drawn, DrawTold } from "./protocol.ts";

/** A picture takes a tenth of a second; one that takes this long is given up with its thread. */
const longestMs = 10_000;
/** A thread that nobody asked for so long is ended: it holds some 60 MB. */
const idleMs = 60_000;
/** What waits beyond this many is refused. */
const mostWaiting = 20;
const memoryMb = 256;

type Waiting = { done(drawn: Drawn): void; failed(error: Error): void; limit: NodeJS.Timeout };

/** Draws in a thread of its own, which is there while it is needed. */
export class DrawingThread {
	#worker: Worker | undefined;
	#idle: NodeJS.Timeout | undefined;
	readonly #waiting = new Map<number, Waiting>();
	#last = 0;

	/** Errors: `not_supported` where this machine draws none, or not in time. */
	draw(asked: Omit<DrawAsked, "id">): Promise<Drawn> {
		if (this.#waiting.size >= mostWaiting)
			return Promise.reject(unsupported("Too many pictures are being drawn: try again later."));
		clearTimeout(this.#idle);
		this.#worker ??= this.#started();
		const id = ++this.#last;
		const { promise, resolve, reject } = Promise.withResolvers<Drawn>();
		const limit = setTimeout(() => this.#end("A picture was not drawn in time."), longestMs);
		limit.unref();
		this.#waiting.set(id, { done: resolve, failed: reject, limit });
		this.#worker.ref();
		this.#worker.postMessage({ id, ...asked } satisfies DrawAsked);
		return promise;
	}

	async close(): Promise<void> {
		await this.#end("The program ends.");
	}

	#started(): Worker {
		const worker = new Worker(new URL("./worker.ts", import.meta.url), {
			resourceLimits: { maxOldGenerationSizeMb: memoryMb },
		});
		worker.on("message", (told: DrawTold) => this.#told(told));
		worker.on("error", (error) => this.#lost(worker, error));
		worker.on("exit", () => this.#lost(worker, new Error("its thread ended")));
		return worker;
	}

	#told({ id, ...told }: DrawTold): void {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		clearTimeout(waiting?.limit);
		if (told.ok) waiting?.done(told.png === null ? { png: null } : told);
		else waiting?.failed(unsupported(`A picture could not be drawn: ${told.says}`));
		if (this.#waiting.size > 0) return;
		// Nothing in hand keeps the process alive.
		this.#worker?.unref();
		this.#idle = setTimeout(() => void this.#end("idle"), idleMs);
		this.#idle.unref();
	}

	/** Of a thread that ended by itself: no binary for this machine, or no memory. */
	#lost(worker: Worker, cause: Error): void {
		if (worker !== this.#worker) return;
		this.#worker = undefined;
		this.#fail("Pictures cannot be drawn here: @resvg/resvg-js has no binary that works.", cause);
	}

	async #end(why: string): Promise<void> {
		const worker = this.#worker;
		this.#worker = undefined;
		clearTimeout(this.#idle);
		this.#fail(why);
		await worker?.terminate();
	}

	#fail(why: string, cause?: Error): void {
		const all = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { failed, limit } of all) {
			clearTimeout(limit);
			failed(unsupported(why, cause));
		}
	}
}

function unsupported(why: string, cause?: Error): IsnadError {
	return new IsnadError("not_supported", why, { key: "picture", ...(cause ? { cause } : {}) });
}
