/** Remembers the last so many ids. */
export class Recent {
	readonly #ids = new Set<string>();
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	/** True where the id is new; it is remembered. */
	add(id: string): boolean {
		if (this.#ids.has(id)) return false;
		this.#ids.add(id);
		if (this.#ids.size > this.#most) {
			const [oldest] = this.#ids;
			if (oldest !== undefined) this.#ids.delete(oldest);
		}
		return true;
	}
}
