import type { Worker } from "node:worker_threads";

/** By the clock a thread may take so many times what it may take of the processor. */
const patience = 10;
/** It is looked at no more often than so many times in what it may take. */
const looks = 20;

/**
 * Watches a thread from one sign of life to the next. It goes behind everything else, so that on busy
 * processors it may stand still for a while: what it may take is processor time.
 */
export class ThreadWatch {
	#timer: NodeJS.Timeout | undefined;
	/** Each sign of life begins the watch anew. */
	#watches = 0;

	/** Calls `giveUp` where the thread takes `ms` and more without another call of this or of `end`. */
	async begin(worker: Worker, ms: number, giveUp: () => void): Promise<void> {
		this.end();
		const watch = this.#watches;
		const before = await usedMs(worker);
		let left = ms;
		for (let waited = 0; left > 0 && waited < ms * patience; ) {
			if (this.#watches !== watch) return;
			const wait = Math.max(left, ms / looks);
			await new Promise<void>((resolve) => {
				this.#timer = setTimeout(resolve, wait);
			});
			if (this.#watches !== watch) return;
			waited += wait;
			left = ms - ((await usedMs(worker)) - before);
		}
		if (this.#watches === watch) giveUp();
	}

	end(): void {
		this.#watches++;
		clearTimeout(this.#timer);
	}
}

/** Processor time that the thread has taken so far; of one that is gone none. */
async function usedMs(worker: Worker): Promise<number> {
	try {
		const { user, system } = await worker.cpuUsage();
		return (user + system) / 1_000;
	} catch {
		return 0;
	}
}
