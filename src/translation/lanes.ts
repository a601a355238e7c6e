/** So many at a time, the others in their order, and no more than so many of those. */
export class Lanes {
	readonly #waiting: (() => void)[] = [];
	readonly #mostWaiting: number;
	#free: number;

	constructor(lanes: number, mostWaiting: number) {
		this.#free = lanes;
		this.#mostWaiting = mostWaiting;
	}

	/** Null, and nothing done, where too many wait already. */
	async run<T>(work: () => Promise<T>): Promise<T | null> {
		if (this.#free > 0) this.#free--;
		else {
			if (this.#waiting.length >= this.#mostWaiting) return null;
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#free++;
		}
	}
}
