import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * At most so many at once, in the order in which they came. Between two of them the event loop sees
 * to what has arrived, so that a crowd of questions holds up no acknowledgement.
 */
export class Turns {
	readonly #most: number;
	readonly #waiting: (() => void)[] = [];
	#running = 0;

	constructor(most: number) {
		this.#most = most;
	}

	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.#running >= this.#most)
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		else this.#running++;
		try {
			await nextTurn();
			return await work();
		} finally {
			// The place goes to the next one directly: nobody slips in between.
			const next = this.#waiting.shift();
			if (next) next();
			else this.#running--;
		}
	}
}
