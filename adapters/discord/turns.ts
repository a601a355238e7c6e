/** Work that takes longer makes way for the next: a core that hangs over one question answers others. */
const patienceMs = 5_000;

/**
 * Lets few pieces of work run at a time, each begun in a turn of the event loop of its own: a burst
 * of questions is acknowledged while the first of them are still being answered, and what is asked
 * of the store does not queue up before the acknowledgements.
 */
export class Turns {
	readonly #waiting: (() => void)[] = [];
	#free: number;

	constructor(atOnce: number) {
		this.#free = atOnce;
	}

	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.#free > 0) this.#free--;
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
		await new Promise((resolve) => setImmediate(resolve));
		let held = true;
		const release = () => {
			if (!held) return;
			held = false;
			const next = this.#waiting.shift();
			if (next) next();
			else this.#free++;
		};
		const tooLong = setTimeout(release, patienceMs);
		tooLong.unref();
		try {
			return await work();
		} finally {
			clearTimeout(tooLong);
			release();
		}
	}
}
