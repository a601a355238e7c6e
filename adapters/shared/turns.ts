/** What takes longer makes way: a core that hangs over one question answers the others. */
const patienceMs = 5_000;

/**
 * At most so many at once, in the order in which they came. Between two of them the event loop sees
 * to what has arrived, so that a crowd of questions holds up no acknowledgement.
 */
export class Turns {
	readonly #most: number;
	readonly #patienceMs: number;
	readonly #waiting: (() => void)[] = [];
	#running = 0;

	constructor(most: number, patience = patienceMs) {
		this.#most = most;
		this.#patienceMs = patience;
	}

	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.#running >= this.#most)
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		else this.#running++;
		let held = true;
		// The place goes to the next one directly, once: nobody slips in between.
		const release = () => {
			if (!held) return;
			held = false;
			const next = this.#waiting.shift();
			if (next) next();
			else this.#running--;
		};
		const tooLong = setTimeout(release, this.#patienceMs);
		try {
			await new Promise((resolve) => setImmediate(resolve));
			return await work();
		} finally {
			clearTimeout(tooLong);
			release();
		}
	}
}
