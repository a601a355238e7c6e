/** Texts numbered from 0 in the order of their first coming. */
export class Numbered {
	readonly #all: string[];
	/** Of the first texts; caught up when first asked for: a list read from a snapshot may never be. */
	readonly #numbers = new Map<string, number>();
	#caughtUp = 0;

	constructor(all: string[] = []) {
		this.#all = all;
	}

	get all(): readonly string[] {
		return this.#all;
	}

	get count(): number {
		return this.#all.length;
	}

	/** Numbers so many more texts by their words; true once none is left. */
	catchUp(texts: number): boolean {
		const to = Math.min(this.#all.length, this.#caughtUp + texts);
		for (; this.#caughtUp < to; this.#caughtUp++)
			this.#numbers.set(this.#all[this.#caughtUp] ?? "", this.#caughtUp);
		return to === this.#all.length;
	}

	find(text: string): number | undefined {
		if (this.#caughtUp < this.#all.length) this.catchUp(this.#all.length);
		return this.#numbers.get(text);
	}

	/** The number of a text; a new one gets the next. */
	numberOf(text: string): number {
		const known = this.find(text);
		if (known !== undefined) return known;
		const number = this.#all.push(text) - 1;
		this.catchUp(1);
		return number;
	}
}
