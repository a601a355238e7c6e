/** Terms as small numbers: an array of them is compared faster than a set, and takes a tenth of its memory. */
export class Vocabulary {
	readonly #numbers = new Map<string, number>();
	readonly #terms: string[] = [];

	/** Each term once, in the order of their first places. */
	numbersOf(terms: Iterable<string>): Int32Array {
		return Int32Array.from(new Set(terms), (term) => this.#numberOf(term));
	}

	term(number: number): string {
		return this.#terms[number] ?? "";
	}

	#numberOf(term: string): number {
		const known = this.#numbers.get(term);
		if (known !== undefined) return known;
		this.#numbers.set(term, this.#terms.length);
		return this.#terms.push(term) - 1;
	}
}
