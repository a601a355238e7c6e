import { atOnce } from "../../domain/slices.ts";
import { highest, type TieOrder } from "../rank/highest.ts";
import { tuning } from "../tuning.ts";
import type { LiveSegment } from "./live-segment.ts";
import { manyTimes, type TermList, timesAt } from "./term-list.ts";

/** Passages with up to so many words with content find what they score in a table. */
const tabled = 512;
/** Lists from this length on are worth a table. */
const worthTable = 1_024;

/** What is looked for: the list of one alternative in a segment, and what it weighs. */
export type Sought = { list: TermList; weight: number };

/** Which of a segment's passages are wanted, the `count` best of them, and from which rank on. */
export type Wanted = {
	count: number;
	accept: (passage: number) => boolean;
	tie: TieOrder;
	floor: number;
};

/**
 * One search's findings in one segment, by passage, and one group's on top of them. What is done for
 * each passage goes through the arrays from their beginning: half of a corpus holds some word of a
 * widened question, and memory is read fastest in its order.
 */
export class SegmentSheet {
	readonly room: number;
	/** With what the article lends; see `rank`. */
	readonly ranks: Float64Array;
	readonly #total: Float32Array;
	/** Passages that hold something, once they are ranked. */
	readonly #passages: Int32Array;
	#found = 0;
	/** 1 for passages that some group found. */
	readonly #listed: Uint8Array;
	readonly #best: Float32Array;
	readonly #rest: Float32Array;
	readonly #weight: Float32Array;
	readonly #touched: Int32Array;
	#touches = 0;
	#frequency = 0;
	readonly #once = new Float64Array(tabled);

	constructor(room: number) {
		this.room = room;
		this.ranks = new Float64Array(room);
		this.#total = new Float32Array(room);
		this.#passages = new Int32Array(room);
		this.#listed = new Uint8Array(room);
		this.#best = new Float32Array(room);
		this.#rest = new Float32Array(room);
		this.#weight = new Float32Array(room);
		this.#touched = new Int32Array(room);
	}

	/** Passages that hold something, in the order of their numbers; once they are ranked. */
	get passages(): Int32Array {
		return this.#passages.subarray(0, this.#found);
	}

	/** Takes one alternative of the group that is in hand; true where a passage holds it. */
	add({ list, weight }: Sought, lengths: Int32Array, norm: Float64Array): boolean {
		const factor = tuning.k1 + 1;
		const { passages, times, from, to } = list;
		const best = this.#best;
		const rest = this.#rest;
		const weights = this.#weight;
		const touched = this.#touched;
		const once = this.#once;
		const tabledTo = this.#tableOnce(weight, to - from, norm);
		const rounded = Math.fround(weight);
		let touches = this.#touches;
		let isHeld = false;
		for (let at = from; at < to; at++) {
			const passage = passages[at] as number;
			const length = lengths[passage] as number;
			if (length === 0) continue;
			isHeld = true;
			let often = times[at] as number;
			let value: number;
			if (often === 1 && length < tabledTo) value = once[length] as number;
			else {
				if (often === manyTimes) often = timesAt(list, at);
				value = (weight * often * factor) / (often + (norm[length] as number));
			}
			const heaviest = weights[passage] as number;
			if (heaviest === 0) {
				touched[touches++] = passage;
				best[passage] = value;
				weights[passage] = weight;
				this.#frequency += rounded;
				continue;
			}
			const known = best[passage] as number;
			if (value > known) {
				best[passage] = value;
				rest[passage] = (rest[passage] as number) + known;
			} else rest[passage] = (rest[passage] as number) + value;
			if (weight <= heaviest) continue;
			weights[passage] = weight;
			this.#frequency += rounded - heaviest;
		}
		this.#touches = touches;
		return isHeld;
	}

	/** What a passage of each length scores that holds the alternative once; the lengths below it. */
	#tableOnce(weight: number, listed: number, norm: Float64Array): number {
		if (listed < worthTable) return 0;
		const { k1 } = tuning;
		const lengths = Math.min(tabled, norm.length);
		for (let length = 0; length < lengths; length++)
			this.#once[length] = (weight * 1 * (k1 + 1)) / (1 + (norm[length] ?? 0));
		return lengths;
	}

	/** Of the group in hand: the weights by which its passages hold it, in all. */
	get frequency(): number {
		return this.#frequency;
	}

	/** Ends the group, whose inverse frequency this is. */
	flush(idf: number): void {
		const total = this.#total;
		const best = this.#best;
		const rest = this.#rest;
		const weights = this.#weight;
		const listed = this.#listed;
		const touched = this.#touched;
		const touches = this.#touches;
		for (let n = 0; n < touches; n++) {
			const passage = touched[n] as number;
			const value = (best[passage] as number) + tuning.rest * (rest[passage] as number);
			total[passage] = (total[passage] as number) + idf * value;
			listed[passage] = 1;
			rest[passage] = 0;
			weights[passage] = 0;
		}
		this.#touches = 0;
		this.#frequency = 0;
	}

	/** Adds what each article lends to its passages: the mean of its best ones. */
	rank({ source }: LiveSegment): void {
		const total = this.#total;
		const top = new Float64Array(tuning.articleTop);
		const articles = source.articles.length;
		let from = 0;
		for (let article = 0; article < articles; article++) {
			const to = source.firstOf(article + 1);
			const before = this.#found;
			for (let passage = from; passage < to; passage++) {
				if (this.#listed[passage] === 0) continue;
				this.#passages[this.#found++] = passage;
				keepTop(top, total[passage] as number);
			}
			from = to;
			if (this.#found === before) continue;
			let lent = 0;
			for (let at = 0; at < top.length; at++) {
				lent += (top[at] as number) / top.length;
				top[at] = 0;
			}
			for (let n = before; n < this.#found; n++) {
				const passage = this.#passages[n] as number;
				this.ranks[passage] = (total[passage] as number) + tuning.article * lent;
			}
		}
	}

	/** The best passages, in no order. */
	best({ count, accept, tie, floor }: Wanted): Int32Array {
		const found = this.passages;
		const ranks = this.ranks;
		const high =
			floor === Number.NEGATIVE_INFINITY
				? found
				: found.filter((passage) => (ranks[passage] as number) >= floor);
		return atOnce(highest(high, count, ranks, { accept, tie }));
	}

	clear(): void {
		const isFew = this.#found < this.room >> 4;
		if (isFew)
			for (const passage of this.passages) {
				this.#total[passage] = 0;
				this.#listed[passage] = 0;
			}
		else {
			this.#total.fill(0);
			this.#listed.fill(0);
		}
		this.#found = 0;
	}
}

/** Keeps the highest scores, the highest first. */
function keepTop(top: Float64Array, found: number): void {
	let score = found;
	for (let at = 0; at < top.length; at++) {
		const kept = top[at] as number;
		if (score <= kept) continue;
		top[at] = score;
		score = kept;
	}
}

/** As many as there are searches at a time, but for a crowd. */
const mostSheets = 4;

/** A sheet for all passages of a segment. */
export function takeSheet(live: LiveSegment): SegmentSheet {
	const { count } = live.source;
	const free = live.sheets.pop();
	// Room for what comes in next: else each new article would make the sheet too small.
	const spare = live.source.file === null ? count : 0;
	return free && free.room >= count ? free : new SegmentSheet(count + spare);
}

export function giveBack(live: LiveSegment, sheet: SegmentSheet): void {
	sheet.clear();
	if (live.sheets.length < mostSheets) live.sheets.push(sheet);
}
