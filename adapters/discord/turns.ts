/**
 * Lets work begin one at a time, each in a turn of the event loop of its own: a burst of questions
 * is acknowledged while the first of them is still being answered.
 */
export class Turns {
	#last: Promise<void> = Promise.resolve();

	/** Resolves when it is the caller's turn. */
	next(): Promise<void> {
		this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
		return this.#last;
	}
}
