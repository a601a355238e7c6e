/** By the clock a process may take so many times what it may take of the processor. */
const patience = 10;
/** It is looked at no more often than so many times in what it may take. */
const looks = 20;

/**
 * Watches a process from one sign of life to the next. It goes behind everything else, so that on busy
 * processors it may stand still for a while: what it may take is processor time.
 */
export class ProcessWatch {
	#timer: NodeJS.Timeout | undefined;
	/** Each sign of life begins the watch anew. */
	#watches = 0;

	/** Calls `giveUp` where the process takes `ms` and more without another call of this or of `end`. */
	async begin(of: { usedMs(): number }, ms: number, giveUp: () => void): Promise<void> {
		this.end();
		const watch = this.#watches;
		const before = of.usedMs();
		let left = ms;
		for (let waited = 0; left > 0 && waited < ms * patience; ) {
			const wait = Math.max(left, ms / looks);
			await new Promise<void>((resolve) => {
				this.#timer = setTimeout(resolve, wait);
			});
			if (this.#watches !== watch) return;
			waited += wait;
			left = ms - (of.usedMs() - before);
		}
		if (this.#watches === watch) giveUp();
	}

	end(): void {
		this.#watches++;
		clearTimeout(this.#timer);
	}
}
