/** What is known of the last so many things that were tried here and came to nothing, or may have. */
export class EarlierTries<T> {
	readonly #known = new Map<string, T>();
	readonly #most: number;

	constructor(most = 1_000) {
		this.#most = most;
	}

	get(key: string): T | undefined {
		return this.#known.get(key);
	}

	note(key: string, known: T): void {
		this.#known.delete(key);
		this.#known.set(key, known);
		if (this.#known.size <= this.#most) return;
		const [oldest] = this.#known.keys();
		if (oldest !== undefined) this.#known.delete(oldest);
	}

	forget(key: string): void {
		this.#known.delete(key);
	}
}
