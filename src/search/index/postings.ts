import type { SnapshotParts } from "../snapshot-parts.ts";
import { PassagePostings } from "./passage-postings.ts";

/** Terms of so many passages get a flat list beside MiniSearch's maps: it halves the slow questions. */
const frequent = 400;
/** Numbers in flat lists, of which a passage takes two: 8 MB. */
const mostListed = 2_000_000;

/** Which passages hold a term, and how often. */
export class Postings {
	readonly #index: PassagePostings;
	/** By frequent term, made when it is first asked for: passage, times, passage, times … */
	readonly #lists = new Map<number, Int32Array>();
	#listed = 0;

	constructor(index = new PassagePostings()) {
		this.#index = index;
	}

	/** Throws a RangeError where the parts are no index that this version of MiniSearch reads. */
	static async from(parts: SnapshotParts): Promise<Postings> {
		return new Postings(await PassagePostings.from(parts));
	}

	save(parts: SnapshotParts): void {
		this.#index.save(parts);
	}

	/**
	 * Adds the passage under its terms (0 is none). A passage in two languages has its terms in two
	 * parts; what both hold, a number or a Latin name, counts as often as in one of them. Passages
	 * come in the order of their numbers, from 0 and without a gap.
	 */
	add(passage: number, [own, other]: readonly [Int32Array, Int32Array?]): void {
		this.#forget();
		this.#index.addPassage(passage, own, other);
	}

	/** Each passage once, always in the same order. */
	each(term: number, visit: (passage: number, times: number) => void): void {
		const known = this.#lists.get(term);
		const times = known ? undefined : this.#index.times(term);
		if (times && times.own.size + times.other.size < frequent) {
			walk(times, visit);
			return;
		}
		const list = known ?? this.#list(term);
		for (let at = 0; at < list.length; at += 2) visit(list[at] ?? 0, list[at + 1] ?? 0);
	}

	/** Passages that hold all the terms, and how often the rarest of them. */
	together(terms: readonly number[]): Map<number, number> {
		const [rarest = 0, ...others] = [...terms].sort((a, b) => this.#count(a) - this.#count(b));
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

	#list(term: number): Int32Array {
		const items: number[] = [];
		walk(this.#index.times(term), (passage, times) => items.push(passage, times));
		const list = Int32Array.from(items);
		if (this.#listed + list.length > mostListed) this.#forget();
		this.#lists.set(term, list);
		this.#listed += list.length;
		return list;
	}

	#forget(): void {
		this.#lists.clear();
		this.#listed = 0;
	}

	/** About how many passages hold the term: those that hold it in both languages count twice. */
	#count(term: number): number {
		const { own, other } = this.#index.times(term);
		return own.size + other.size;
	}
}

function walk(
	{ own, other }: ReturnType<PassagePostings["times"]>,
	visit: (passage: number, times: number) => void,
): void {
	own.forEach((times, passage) => {
		visit(passage, other.size === 0 ? times : Math.max(times, other.get(passage) ?? 0));
	});
	other.forEach((times, passage) => {
		if (!own.has(passage)) visit(passage, times);
	});
}
