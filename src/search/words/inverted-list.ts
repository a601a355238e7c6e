import type { SnapshotParts } from "../snapshot-parts.ts";

const none = new Int32Array(0);

/**
 * Whole numbers by key, both from 0: the items of one key stand side by side in one typed array, so
 * that a hundred thousand lists cost no more than their numbers. What is added later waits in a tail
 * that is folded in when it has grown.
 */
export class InvertedList {
	#starts = new Int32Array(1);
	#items = none;
	#tail = new Map<number, number[]>();
	#tailSize = 0;
	#keys = 0;

	static from(parts: SnapshotParts): InvertedList {
		const out = new InvertedList();
		out.#starts = parts.numbers("starts");
		out.#items = parts.numbers("items");
		out.#keys = out.#starts.length - 1;
		return out;
	}

	save(parts: SnapshotParts): void {
		if (this.#tailSize > 0) this.#fold();
		parts.put("starts", this.#starts);
		parts.put("items", this.#items);
	}

	add(key: number, item: number): void {
		if (key >= this.#keys) this.#keys = key + 1;
		const waiting = this.#tail.get(key);
		if (waiting) waiting.push(item);
		else this.#tail.set(key, [item]);
		this.#tailSize++;
		// Each number is moved a few times in all, however many are added one by one.
		if (this.#tailSize > 50_000 && this.#tailSize > this.#items.length / 2) this.#fold();
	}

	/** In the order of adding. */
	each(key: number, visit: (item: number) => void): void {
		const to = this.#starts[key + 1] ?? 0;
		for (let at = this.#starts[key] ?? 0; at < to; at++) visit(this.#items[at] ?? 0);
		const waiting = this.#tail.size > 0 ? this.#tail.get(key) : undefined;
		if (waiting) for (const item of waiting) visit(item);
	}

	/** How many items the key has. */
	count(key: number): number {
		const from = this.#starts[key] ?? 0;
		return Math.max(0, (this.#starts[key + 1] ?? 0) - from) + (this.#tail.get(key)?.length ?? 0);
	}

	#fold(): void {
		const starts = new Int32Array(this.#keys + 1);
		for (let key = 0; key < this.#keys; key++) {
			starts[key + 1] = (starts[key] ?? 0) + this.count(key);
		}
		const items = new Int32Array(starts[this.#keys] ?? 0);
		for (let key = 0; key < this.#keys; key++) {
			let next = starts[key] ?? 0;
			const to = this.#starts[key + 1] ?? 0;
			for (let at = this.#starts[key] ?? 0; at < to; at++) items[next++] = this.#items[at] ?? 0;
			const waiting = this.#tail.get(key);
			if (waiting) for (const item of waiting) items[next++] = item;
		}
		this.#starts = starts;
		this.#items = items;
		this.#tail = new Map();
		this.#tailSize = 0;
	}
}

/** Rows of whole numbers of any length, side by side in one typed array. */
export class Rows {
	#starts = new Int32Array(1_024);
	#items = new Int32Array(8_192);
	#rows = 0;

	static from(parts: SnapshotParts): Rows {
		const out = new Rows();
		out.#starts = parts.numbers("starts");
		out.#items = parts.numbers("items");
		out.#rows = out.#starts.length - 1;
		return out;
	}

	save(parts: SnapshotParts): void {
		parts.put("starts", this.#starts.subarray(0, this.#rows + 1));
		parts.put("items", this.#items.subarray(0, this.#starts[this.#rows] ?? 0));
	}

	/** Views of all rows: row n stands from `starts[n]` to `starts[n + 1]`. */
	flat(): { starts: Int32Array; items: Int32Array } {
		const starts = this.#starts.subarray(0, this.#rows + 1);
		return { starts, items: this.#items.subarray(0, this.#starts[this.#rows] ?? 0) };
	}

	get count(): number {
		return this.#rows;
	}

	/** Adds the first `length` numbers of `row`. */
	push(row: ArrayLike<number>, length = row.length): void {
		const from = this.#starts[this.#rows] ?? 0;
		if (from + length > this.#items.length) this.#items = grown(this.#items, from + length);
		for (let i = 0; i < length; i++) this.#items[from + i] = row[i] ?? 0;
		this.#rows++;
		if (this.#rows >= this.#starts.length) this.#starts = grown(this.#starts, this.#rows + 1);
		this.#starts[this.#rows] = from + length;
	}

	/** How many numbers of a row have a 1 in `marks`, and how many it has. For tight loops. */
	countMarked(row: number, marks: Uint8Array): { marked: number; length: number } {
		const from = this.#starts[row] ?? 0;
		const to = row < this.#rows ? (this.#starts[row + 1] ?? 0) : from;
		let marked = 0;
		for (let at = from; at < to; at++) marked += marks[this.#items[at] ?? 0] ?? 0;
		return { marked, length: to - from };
	}

	get(row: number): Int32Array {
		if (row >= this.#rows) return none;
		return this.#items.subarray(this.#starts[row], this.#starts[row + 1]);
	}
}

/** One number a row, with room to grow. */
export class Column {
	#items = new Int32Array(1_024);
	#count = 0;

	static from(numbers: Int32Array<ArrayBuffer>): Column {
		const out = new Column();
		out.#items = numbers;
		out.#count = numbers.length;
		return out;
	}

	get count(): number {
		return this.#count;
	}

	get all(): Int32Array<ArrayBuffer> {
		return this.#items.subarray(0, this.#count);
	}

	/** The row of the number. */
	push(number: number): number {
		if (this.#count >= this.#items.length) this.#items = grown(this.#items, this.#count + 1);
		this.#items[this.#count] = number;
		return this.#count++;
	}

	get(row: number): number {
		return row < this.#count ? (this.#items[row] ?? 0) : 0;
	}
}

/** The numbers with room for at least `length`, and for as many again. */
export function grown(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
	const out = new Int32Array(Math.max(length, numbers.length) * 2);
	out.set(numbers);
	return out;
}
