import { grown, InvertedList } from "./inverted-list.ts";
import type { Parts } from "./parts.ts";

/** Times above it count as so many: BM25 has long stopped telling them apart. */
const mostTimes = 63;

/** Which passages hold a term, and how often. */
export class Postings {
	#list = new InvertedList();
	/** By term: how often, in the part of the passage that is being read, and in the part before. */
	#times = new Int32Array(4_096);
	#before = new Int32Array(4_096);

	static from(parts: Parts): Postings {
		const out = new Postings();
		out.#list = InvertedList.from(parts);
		return out;
	}

	save(parts: Parts): void {
		this.#list.save(parts);
	}

	/**
	 * Adds the passage under its terms (0 is none). A passage in two languages has its terms in two
	 * parts; what both hold, a number or a Latin name, counts as often as in one of them.
	 */
	add(passage: number, parts: readonly Int32Array[], termCount: number): void {
		if (termCount > this.#times.length) {
			this.#times = grown(this.#times, termCount);
			this.#before = grown(this.#before, termCount);
		}
		const seen: number[] = [];
		for (const terms of parts) {
			for (let at = 0; at < terms.length; at++) {
				const term = terms[at] ?? 0;
				if (term === 0) continue;
				if (this.#times[term] === 0 && this.#before[term] === 0) seen.push(term);
				this.#times[term] = (this.#times[term] ?? 0) + 1;
			}
			for (const term of seen) {
				this.#before[term] = Math.max(this.#before[term] ?? 0, this.#times[term] ?? 0);
				this.#times[term] = 0;
			}
		}
		for (const term of seen) {
			this.#list.add(term, passage * 64 + Math.min(mostTimes, this.#before[term] ?? 0));
			this.#before[term] = 0;
		}
	}

	/** Passages in the order of their numbers. */
	each(term: number, visit: (passage: number, times: number) => void): void {
		if (term === 0) return;
		this.#list.each(term, (item) => visit(item >> 6, item & mostTimes));
	}

	/** Passages that hold all the terms, and how often the rarest of them. */
	together(terms: readonly number[]): Map<number, number> {
		const [rarest = 0, ...others] = [...terms].sort(
			(a, b) => this.#list.count(a) - this.#list.count(b),
		);
		let out = new Map<number, number>();
		this.each(rarest, (passage, times) => out.set(passage, times));
		for (const term of others) {
			if (out.size === 0) break;
			const both = new Map<number, number>();
			this.each(term, (passage, times) => {
				const known = out.get(passage);
				if (known !== undefined) both.set(passage, Math.min(known, times));
			});
			out = both;
		}
		return out;
	}
}
