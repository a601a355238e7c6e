/** What was begun and is not finished: a stop waits for it. */
export class Work {
	readonly #open = new Set<Promise<void>>();

	/** Keeps hold of it until it has settled. `failed` is told of what it throws. */
	begin(work: () => Promise<void>, failed: (error: unknown) => void): void {
		const running = work()
			.catch(failed)
			.finally(() => this.#open.delete(running));
		this.#open.add(running);
	}

	/** Resolves once nothing is open, what is begun in the meantime included. */
	async done(): Promise<void> {
		while (this.#open.size > 0) await Promise.all(this.#open);
	}
}
