import { tuning } from "../../tuning.ts";
import { longLength } from "../segment/live-segment.ts";
import { mostPassages } from "../segment/segment-source.ts";
import { manyTimes, type TermList, timesAt } from "../segment/term-list.ts";
import type { FoundSlab } from "./found-slab.ts";

/** Passages with up to so many words with content find what they score in a table. */
const tabled = 512;
/** Lists from this length on are worth a table. */
const worthTable = 1_024;

/** By passage; see `LiveSegment`. */
type Lengths = { shortLengths: Uint8Array; lengths: Int32Array };

/** The list of one alternative in a segment, and what it weighs. */
export type Sought = { list: TermList; weight: number };

/**
 * What one group finds in one segment. One for all segments: a megabyte that stays in the processor's
 * cache, where an array for each of them would be fetched from memory with every group.
 */
export class GroupScratch {
	/** By passage, side by side, since they are read together: its best value, the others' sum, its heaviest weight, nothing. */
	readonly #found = new Float32Array(4 * mostPassages);
	readonly #touched = new Uint16Array(mostPassages);
	#touches = 0;
	#frequency = 0;
	readonly #once = new Float64Array(tabled);

	/** Takes one alternative; true where a passage holds it. */
	add({ list, weight }: Sought, { shortLengths, lengths }: Lengths, norm: Float64Array): boolean {
		const factor = tuning.k1 + 1;
		const { passages, times, from, to } = list;
		const found = this.#found;
		const touched = this.#touched;
		const once = this.#once;
		const tabledTo = this.#tableOnce(weight, to - from, norm);
		const rounded = Math.fround(weight);
		let touches = this.#touches;
		let frequency = this.#frequency;
		let isHeld = false;
		for (let at = from; at < to; at++) {
			const passage = passages[at] as number;
			let length = shortLengths[passage] as number;
			if (length === 0) continue;
			if (length === longLength) length = lengths[passage] as number;
			isHeld = true;
			let often = times[at] as number;
			let value: number;
			if (often === 1 && length < tabledTo) value = once[length] as number;
			else {
				if (often === manyTimes) often = timesAt(list, at);
				value = (weight * often * factor) / (often + (norm[length] as number));
			}
			const row = passage << 2;
			const heaviest = found[row + 2] as number;
			if (heaviest === 0) {
				touched[touches++] = passage;
				found[row] = value;
				found[row + 2] = weight;
				frequency += rounded;
				continue;
			}
			const known = found[row] as number;
			if (value > known) {
				found[row] = value;
				found[row + 1] = (found[row + 1] as number) + known;
			} else found[row + 1] = (found[row + 1] as number) + value;
			if (weight <= heaviest) continue;
			found[row + 2] = weight;
			frequency += rounded - heaviest;
		}
		this.#touches = touches;
		this.#frequency = frequency;
		return isHeld;
	}

	/** What a passage of each length scores that holds the alternative once; the lengths below it. */
	#tableOnce(weight: number, listed: number, norm: Float64Array): number {
		if (listed < worthTable) return 0;
		const factor = tuning.k1 + 1;
		const lengths = Math.min(tabled, norm.length);
		for (let length = 0; length < lengths; length++)
			this.#once[length] = (weight * factor) / (1 + (norm[length] as number));
		return lengths;
	}

	/** The weights by which passages hold the group so far, in all. */
	get frequency(): number {
		return this.#frequency;
	}

	/** Puts what it found behind what stands there, and begins the next group. */
	moveTo(slab: FoundSlab): void {
		const found = this.#found;
		const touched = this.#touched;
		const touches = this.#touches;
		slab.reserve(touches);
		const { passages, values } = slab;
		const from = slab.count;
		for (let n = 0; n < touches; n++) {
			const passage = touched[n] as number;
			const row = passage << 2;
			passages[from + n] = passage;
			values[from + n] = (found[row] as number) + tuning.rest * (found[row + 1] as number);
			found[row + 1] = 0;
			found[row + 2] = 0;
		}
		slab.take(touches);
		this.#touches = 0;
		this.#frequency = 0;
	}
}
