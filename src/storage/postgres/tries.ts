/** So often one thing is tried that clashes with others. */
const mostTries = 6;
const firstPauseMs = 20;

/** Tries again what may be, each time after a longer pause, which is never the same in two processes. */
export class Pauses {
	readonly #random: () => number;

	/** `random`: from 0 to below 1. */
	constructor(random: () => number) {
		this.#random = random;
	}

	/** `mayAgain` is asked with the error and how often it was tried by then. Rejects with the last error. */
	async again<T>(
		work: () => Promise<T>,
		mayAgain: (error: unknown, tried: number) => boolean,
	): Promise<T> {
		for (let tried = 1; ; tried++) {
			try {
				return await work();
			} catch (error) {
				if (tried >= mostTries || !mayAgain(error, tried)) throw error;
				const most = firstPauseMs * 2 ** tried;
				await new Promise((resolve) => setTimeout(resolve, most * this.#random()));
			}
		}
	}
}
