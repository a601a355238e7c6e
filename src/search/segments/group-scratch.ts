import { tuning } from "../tuning.ts";
import { mostPassages } from "./segment-source.ts";
import { manyTimes, type TermList, timesAt } from "./term-list.ts";

/** Passages with up to so many words with content find what they score in a table. */
const tabled = 512;
/** Lists from this length on are worth a table. */
const worthTable = 1_024;

/** The list of one alternative in a segment, and what it weighs. */
export type Sought = { list: TermList; weight: number };

/** By place: a passage that holds the group, and what it scores but for the group's inverse frequency. */
export type GroupFound = { passages: Uint16Array; values: Float64Array };

/**
 * What one group finds in one segment. One for all segments: a megabyte that stays in the processor's
 * cache, where an array for each of them would be fetched from memory with every group.
 */
export class GroupScratch {
	readonly #best = new Float32Array(mostPassages);
	readonly #rest = new Float32Array(mostPassages);
	readonly #weight = new Float32Array(mostPassages);
	readonly #touched = new Uint16Array(mostPassages);
	readonly #values = new Float64Array(mostPassages);
	#touches = 0;
	#frequency = 0;
	readonly #once = new Float64Array(tabled);

	/** Takes one alternative; true where a passage holds it. */
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
		let frequency = this.#frequency;
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
				frequency += rounded;
				continue;
			}
			const known = best[passage] as number;
			if (value > known) {
				best[passage] = value;
				rest[passage] = (rest[passage] as number) + known;
			} else rest[passage] = (rest[passage] as number) + value;
			if (weight <= heaviest) continue;
			weights[passage] = weight;
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

	/** What it found, and begins the next. */
	take(): GroupFound {
		const best = this.#best;
		const rest = this.#rest;
		const weights = this.#weight;
		const touched = this.#touched;
		const values = this.#values;
		const touches = this.#touches;
		for (let n = 0; n < touches; n++) {
			const passage = touched[n] as number;
			values[n] = (best[passage] as number) + tuning.rest * (rest[passage] as number);
			rest[passage] = 0;
			weights[passage] = 0;
		}
		this.#touches = 0;
		this.#frequency = 0;
		return { passages: touched.slice(0, touches), values: values.slice(0, touches) };
	}
}
