/** Texts numbered from 0 in the order of their first coming. */
export class Numbered {
	readonly #all: string[];
	/** Made when first asked for: a list read from a snapshot may never be. */
	#numbers: Map<string, number> | undefined;

	constructor(all: string[] = []) {
		this.#all = all;
	}

	get all(): readonly string[] {
		return this.#all;
	}

	get count(): number {
		return this.#all.length;
	}

	find(text: string): number | undefined {
		if (!this.#numbers) {
			this.#numbers = new Map();
			for (let number = 0; number < this.#all.length; number++) {
				this.#numbers.set(this.#all[number] ?? "", number);
			}
		}
		return this.#numbers.get(text);
	}

	/** The number of a text; a new one gets the next. */
	numberOf(text: string): number {
		const known = this.find(text);
		if (known !== undefined) return known;
		const number = this.#all.push(text) - 1;
		this.#numbers?.set(text, number);
		return number;
	}
}
