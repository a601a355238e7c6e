import { mostPassages } from "../segment/segment-source.ts";

/** What groups found in segments, one behind the other: a search that is given one makes no garbage. */
export class FoundSlab {
	passages = new Uint16Array(4 * mostPassages);
	/** What a passage scores but for the group's inverse frequency. */
	values = new Float64Array(4 * mostPassages);
	#count = 0;

	get count(): number {
		return this.#count;
	}

	/** Room for so many more; they begin at `count`. */
	reserve(more: number): void {
		const wanted = this.#count + more;
		if (wanted <= this.values.length) return;
		const passages = new Uint16Array(2 * wanted);
		passages.set(this.passages);
		this.passages = passages;
		const values = new Float64Array(2 * wanted);
		values.set(this.values);
		this.values = values;
	}

	/** So many were written. */
	take(more: number): void {
		this.#count += more;
	}

	clear(): void {
		this.#count = 0;
	}
}

/** As many as there are searches at a time, but for a crowd. */
const mostSlabs = 4;
const free: FoundSlab[] = [];

export function takeSlab(): FoundSlab {
	return free.pop() ?? new FoundSlab();
}

export function giveBackSlab(slab: FoundSlab): void {
	slab.clear();
	if (free.length < mostSlabs) free.push(slab);
}
