/** What was accepted and is not finished yet: a stop waits for it. */
export class Work {
	readonly #open = new Set<Promise<void>>();
	readonly #onError: (error: unknown) => void;

	constructor(onError: (error: unknown) => void) {
		this.#onError = onError;
	}

	get size(): number {
		return this.#open.size;
	}

	/** Begins it at once; nobody waits for it but `finished`. */
	begin(work: () => Promise<void>): void {
		const running = work()
			.catch(this.#onError)
			.finally(() => this.#open.delete(running));
		this.#open.add(running);
	}

	/** Resolves once nothing is open any more, whatever was begun meanwhile. */
	async finished(): Promise<void> {
		while (this.#open.size > 0) await Promise.all(this.#open);
	}
}
