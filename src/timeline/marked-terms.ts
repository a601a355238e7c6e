/** The terms of one telling, marked, so that those of many others are counted against them. */
export class MarkedTerms {
	/** By term: the last telling that had it, as a number of its own. */
	#marks = new Int32Array(1_024);
	#mark = 0;

	/** From now on it is these that are counted. */
	mark(terms: Int32Array): void {
		this.#mark++;
		for (const term of terms) {
			if (term >= this.#marks.length) this.#grow(term);
			this.#marks[term] = this.#mark;
		}
	}

	/** How many of these are marked. */
	countIn(terms: Int32Array): number {
		const marks = this.#marks;
		const mark = this.#mark;
		let count = 0;
		for (let n = 0; n < terms.length; n++) if (marks[terms[n] ?? 0] === mark) count++;
		return count;
	}

	#grow(term: number): void {
		const larger = new Int32Array(Math.max(2 * this.#marks.length, term + 1));
		larger.set(this.#marks);
		this.#marks = larger;
	}
}
