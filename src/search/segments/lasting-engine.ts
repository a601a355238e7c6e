import { asIsnadError, type IsnadError } from "../../domain/errors.ts";
import { EngineEnded, type SegmentEngine } from "./segment-engine.ts";

export type LastingParts = {
	/** Another one each time. */
	open: () => SegmentEngine;
	/** Told each time that one ended by itself, or could not be opened again. */
	onEnd?: (error: IsnadError) => void;
	/** Waits so many milliseconds, and keeps no process alive. */
	wait?: (ms: number) => Promise<void>;
};

/** What is asked of an engine that ends is asked once more of the next one. */
const mostTries = 2;
/** One that ends before it is ready is opened again after so long, then after twice as long each time. */
const firstRestMs = 1_000;
const longestRestMs = 60_000;

/**
 * An engine that is opened again where it ends by itself, with all that it held. What was asked of it
 * is asked once more then; while one cannot be opened, whatever is asked is refused at once.
 */
export class LastingEngine {
	readonly #parts: Required<LastingParts>;
	/** Brings a new engine to what the last one held. */
	readonly #restore: (engine: SegmentEngine) => Promise<void>;
	#engine: SegmentEngine;
	/** The engine once it can be asked; rejects at once while none can. */
	#ready: Promise<SegmentEngine>;
	/** One that lives and could not be made ready. */
	#left: SegmentEngine | undefined;
	#isReady = true;
	#isClosed = false;
	#failures = 0;

	constructor(parts: LastingParts, restore: (engine: SegmentEngine) => Promise<void>) {
		const wait = (ms: number) =>
			new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());
		this.#parts = { onEnd: () => {}, wait, ...parts };
		this.#restore = restore;
		this.#engine = this.#open();
		this.#ready = Promise.resolve(this.#engine);
	}

	/** Whether one can be asked now. */
	get isReady(): boolean {
		return this.#isReady;
	}

	/** Errors: those of the work; `search_unavailable` where no engine lived to its end. */
	async use<T>(work: (engine: SegmentEngine) => Promise<T>): Promise<T> {
		for (let tries = 1; ; tries++) {
			const engine = await this.#ready;
			try {
				return await work(engine);
			} catch (error) {
				if (!(error instanceof EngineEnded) || tries === mostTries) throw error;
				// From here on `#ready` is about the next one.
				await engine.ended;
			}
		}
	}

	/** Nothing is opened afterwards. */
	async close(): Promise<void> {
		this.#isClosed = true;
		await this.#engine.close();
	}

	#open(): SegmentEngine {
		const engine = this.#parts.open();
		void engine.ended?.then((error) => {
			if (this.#isClosed || engine === this.#left) return;
			this.#parts.onEnd(error);
			// One that ended while it was made ready is taken care of there.
			if (this.#isReady) this.#again();
		});
		return engine;
	}

	#again(): void {
		this.#isReady = false;
		this.#ready = this.#opened();
		// Whoever asks is told.
		this.#ready.catch(() => undefined);
	}

	async #opened(): Promise<SegmentEngine> {
		try {
			const engine = this.#open();
			this.#engine = engine;
			await this.#restore(engine);
			this.#failures = 0;
			this.#isReady = true;
			return engine;
		} catch (failure) {
			this.#rest(asIsnadError(failure));
			throw failure;
		}
	}

	/** Tries again later; until then whoever asks hears why. */
	#rest(error: IsnadError): void {
		if (this.#isClosed) return;
		const engine = this.#engine;
		if (!(error instanceof EngineEnded)) {
			this.#left = engine;
			this.#parts.onEnd(error);
		}
		const ms = Math.min(longestRestMs, firstRestMs * 2 ** this.#failures++);
		void engine
			.close()
			.catch(() => undefined)
			.then(() => this.#parts.wait(ms))
			.then(() => {
				if (!this.#isClosed) this.#again();
			});
	}
}
