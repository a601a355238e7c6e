import { grown } from "../../words/inverted-list.ts";

/** How often one passage holds each of its terms. */
export class PassageTerms {
	#own = new Int32Array(4_096);
	#other = new Int32Array(4_096);
	readonly #seen: number[] = [];

	/**
	 * Visits each term once; 0 is none. What both languages hold, a number or a Latin name, counts as
	 * often as in one of them.
	 */
	each(
		terms: Iterable<number>,
		otherFrom: number,
		visit: (term: number, times: number) => void,
	): void {
		const seen = this.#seen;
		let at = 0;
		for (const term of terms) {
			const isOwn = at++ < otherFrom;
			if (term === 0) continue;
			if (term >= this.#own.length) this.#grow(term);
			if (this.#own[term] === 0 && this.#other[term] === 0) seen.push(term);
			const counts = isOwn ? this.#own : this.#other;
			counts[term] = (counts[term] ?? 0) + 1;
		}
		for (const term of seen) {
			visit(term, Math.max(this.#own[term] ?? 0, this.#other[term] ?? 0));
			this.#own[term] = 0;
			this.#other[term] = 0;
		}
		seen.length = 0;
	}

	#grow(term: number): void {
		this.#own = grown(this.#own, term + 1);
		this.#other = grown(this.#other, term + 1);
	}
}

/** Words with content in a passage's own language. */
export function contentLength(terms: Int32Array, otherFrom: number): number {
	let length = 0;
	for (let at = 0; at < otherFrom; at++) if (terms[at] !== 0) length++;
	return length;
}
