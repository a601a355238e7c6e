import { atOnce } from "../../domain/slices.ts";
import { highest, type TieOrder } from "../rank/highest.ts";
import { tuning } from "../tuning.ts";
import type { LiveSegment } from "./live-segment.ts";
import { manyTimes, type TermList, timesAt } from "./term-list.ts";

/** Passages with up to so many words with content find what they score in a table. */
const tabled = 512;
/** Lists from this length on are worth a table. */
const worthTable = 1_024;

/** What is looked for: all lists of one alternative in a segment, and what it weighs. */
export type Sought = { list: TermList; weight: number };

/** One search's findings in one segment, by passage, and one group's on top of them. */
export class SegmentSheet {
	readonly room: number;
	readonly total: Float32Array;
	readonly coverage: Float32Array;
	/** With what the article lends; see `rank`. */
	readonly ranks: Float64Array;
	readonly #passages: Int32Array;
	#found = 0;
	readonly #listed: Uint8Array;
	readonly #best: Float32Array;
	readonly #rest: Float32Array;
	readonly #weight: Float32Array;
	readonly #touched: Int32Array;
	#touches = 0;
	readonly #once = new Float64Array(tabled);

	constructor(room: number) {
		this.room = room;
		this.total = new Float32Array(room);
		this.coverage = new Float32Array(room);
		this.ranks = new Float64Array(room);
		this.#passages = new Int32Array(room);
		this.#listed = new Uint8Array(room);
		this.#best = new Float32Array(room);
		this.#rest = new Float32Array(room);
		this.#weight = new Float32Array(room);
		this.#touched = new Int32Array(room);
	}

	/** Passages that hold something. */
	get passages(): Int32Array {
		return this.#passages.subarray(0, this.#found);
	}

	/** Takes one alternative of the group that is in hand; true where a passage holds it. */
	add({ list, weight }: Sought, lengths: Int32Array, norm: Float64Array): boolean {
		const { k1 } = tuning;
		const { passages, times, from, to } = list;
		const best = this.#best;
		const rest = this.#rest;
		const weights = this.#weight;
		const once = this.#onceScores(weight, to - from, norm);
		const before = this.#touches;
		let touches = before;
		let isHeld = false;
		for (let at = from; at < to; at++) {
			const passage = passages[at] as number;
			const length = lengths[passage] as number;
			if (length === 0) continue;
			isHeld = true;
			let often = times[at] as number;
			let value: number;
			if (often === 1 && length < once) value = this.#once[length] as number;
			else {
				if (often === manyTimes) often = timesAt(list, at);
				value = (weight * often * (k1 + 1)) / (often + (norm[length] as number));
			}
			const known = best[passage] as number;
			const heaviest = weights[passage] as number;
			if (heaviest === 0) this.#touched[touches++] = passage;
			if (value > known) {
				best[passage] = value;
				rest[passage] = (rest[passage] as number) + known;
			} else rest[passage] = (rest[passage] as number) + value;
			if (weight > heaviest) weights[passage] = weight;
		}
		this.#touches = touches;
		return isHeld;
	}

	/** What a passage of each length scores that holds the alternative once; the lengths below it. */
	#onceScores(weight: number, listed: number, norm: Float64Array): number {
		if (listed < worthTable) return 0;
		const { k1 } = tuning;
		const lengths = Math.min(tabled, norm.length);
		for (let length = 0; length < lengths; length++)
			this.#once[length] = (weight * 1 * (k1 + 1)) / (1 + (norm[length] ?? 0));
		return lengths;
	}

	/** Of the group in hand: the weights by which its passages hold it, in all. */
	frequency(): number {
		let sum = 0;
		for (let n = 0; n < this.#touches; n++)
			sum += this.#weight[this.#touched[n] as number] as number;
		return sum;
	}

	/** Ends the group, whose inverse frequency this is. */
	flush(idf: number): void {
		const { total, coverage } = this;
		for (let n = 0; n < this.#touches; n++) {
			const passage = this.#touched[n] as number;
			const value = (this.#best[passage] as number) + tuning.rest * (this.#rest[passage] as number);
			if (this.#listed[passage] === 0) this.#passages[this.#found++] = passage;
			this.#listed[passage] = 1;
			total[passage] = (total[passage] as number) + idf * value;
			const held = Math.min(1, this.#weight[passage] as number);
			coverage[passage] = (coverage[passage] as number) + idf * held;
			this.#best[passage] = 0;
			this.#rest[passage] = 0;
			this.#weight[passage] = 0;
		}
		this.#touches = 0;
	}

	/** Adds what each article lends to its passages: the mean of its best ones. */
	rank({ source }: LiveSegment): void {
		const top = tuning.articleTop;
		const best = new Float64Array(source.articles.length * top);
		const found = this.passages;
		for (const passage of found) {
			const from = source.articleOf(passage) * top;
			let score = this.total[passage] ?? 0;
			for (let at = from; at < from + top; at++) {
				const kept = best[at] ?? 0;
				if (score <= kept) continue;
				best[at] = score;
				score = kept;
			}
		}
		for (const passage of found) {
			const from = source.articleOf(passage) * top;
			let lent = 0;
			for (let at = from; at < from + top; at++) lent += (best[at] ?? 0) / top;
			this.ranks[passage] = (this.total[passage] ?? 0) + tuning.article * lent;
		}
	}

	/** The best passages of those that are accepted, in no order. */
	best(count: number, accept: (passage: number) => boolean, tie: TieOrder): Int32Array {
		return atOnce(highest(this.passages, count, this.ranks, { accept, tie }));
	}

	clear(): void {
		for (const passage of this.passages) {
			this.total[passage] = 0;
			this.coverage[passage] = 0;
			this.#listed[passage] = 0;
		}
		this.#found = 0;
	}
}

/** As many as there are searches at a time, but for a crowd. */
const mostSheets = 4;

/** A sheet for all passages of a segment. */
export function takeSheet(live: LiveSegment): SegmentSheet {
	const { count } = live.source;
	const free = live.sheets.pop();
	// Room for what comes in next: else each new article would make the sheet too small.
	return free && free.room >= count ? free : new SegmentSheet(count + (count >> 2));
}

export function giveBack(live: LiveSegment, sheet: SegmentSheet): void {
	sheet.clear();
	if (live.sheets.length < mostSheets) live.sheets.push(sheet);
}
