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

type Waiting = { asked: DrawAsked; done(drawn: Drawn): void; failed(error: Error): void };

/** Calls back once a picture has taken too long, until what it returns is called. */
type Limit = (over: () => void) => () => void;

const usualLimit: Limit = (over) => {
	const timer = setTimeout(over, longestMs);
	timer.unref();
	return () => clearTimeout(timer);
};

/** Draws in a thread of its own, which is there while it is needed: one picture after the other. */
export class DrawingThread {
	readonly #limit: Limit;
	#worker: Worker | undefined;
	#idle: NodeJS.Timeout | undefined;
	/** The first is in hand. */
	readonly #waiting: Waiting[] = [];
	#endLimit: (() => void) | undefined;
	#last = 0;

	constructor(limit: Limit = usualLimit) {
		this.#limit = limit;
	}

	/** Errors: `not_supported` where this machine draws none, or not in time. */
	draw(asked: Omit<DrawAsked, "id">): Promise<Drawn> {
		if (this.#waiting.length >= mostWaiting)
			return Promise.reject(unsupported("Too many pictures are being drawn: try again later."));
		const { promise, resolve, reject } = Promise.withResolvers<Drawn>();
		const id = ++this.#last;
		this.#waiting.push({ asked: { id, ...asked }, done: resolve, failed: reject });
		if (this.#waiting.length === 1) this.#begin();
		return promise;
	}

	async close(): Promise<void> {
		await this.#end("The program ends.");
	}

	/** Gives the thread the first that waits. */
	#begin(): void {
		clearTimeout(this.#idle);
		const [first] = this.#waiting;
		if (!first) {
			this.#rest();
			return;
		}
		this.#worker ??= this.#started();
		this.#worker.ref();
		// What waits behind others is in nobody's hand yet.
		this.#endLimit = this.#limit(() => this.#giveUp());
		this.#worker.postMessage(first.asked);
	}

	#rest(): void {
		// Nothing in hand keeps the process alive.
		this.#worker?.unref();
		this.#idle = setTimeout(() => void this.#end("idle"), idleMs);
		this.#idle.unref();
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
		// A thread that was given up may still have told something.
		if (this.#waiting[0]?.asked.id !== id) return;
		const drawn = this.#taken();
		if (told.ok) drawn?.done(told.png === null ? { png: null } : told);
		else drawn?.failed(unsupported(`A picture could not be drawn: ${told.says}`));
		this.#begin();
	}

	/** What is in hand, which it is no more. */
	#taken(): Waiting | undefined {
		this.#endLimit?.();
		return this.#waiting.shift();
	}

	/** The others are drawn by another thread. */
	#giveUp(): void {
		const late = this.#taken();
		const worker = this.#worker;
		this.#worker = undefined;
		void worker?.terminate();
		late?.failed(unsupported("A picture was not drawn in time."));
		this.#begin();
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
		this.#endLimit?.();
		for (const { failed } of this.#waiting.splice(0)) failed(unsupported(why, cause));
	}
}

function unsupported(why: string, cause?: Error): IsnadError {
	return new IsnadError("not_supported", why, { key: "picture", ...(cause ? { cause } : {}) });
}
