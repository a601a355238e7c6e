import type { Rows } from "../words/inverted-list.ts";

type TimesByPassage = Map<number, number>;

/**
 * The postings of one term as MiniSearch keeps them, by field, made from their rows of a snapshot
 * when they are first asked for: a map for each of a hundred thousand terms is most of what loading
 * one costs, and a question asks for a few dozen.
 */
export class KeptFields extends Map<number, TimesByPassage> {
	#rows: Rows | null;
	readonly #from: number;
	readonly #fields: readonly number[];

	/** Rows `from`, `from` + 1 … hold the fields in this order. */
	constructor(rows: Rows, from: number, fields: readonly number[]) {
		super();
		this.#rows = rows;
		this.#from = from;
		this.#fields = fields;
	}

	override get(field: number): TimesByPassage | undefined {
		this.#read();
		return super.get(field);
	}

	override has(field: number): boolean {
		this.#read();
		return super.has(field);
	}

	override set(field: number, times: TimesByPassage): this {
		this.#read();
		return super.set(field, times);
	}

	override delete(field: number): boolean {
		this.#read();
		return super.delete(field);
	}

	override get size(): number {
		this.#read();
		return super.size;
	}

	override [Symbol.iterator](): MapIterator<[number, TimesByPassage]> {
		this.#read();
		return super[Symbol.iterator]();
	}

	override entries(): MapIterator<[number, TimesByPassage]> {
		this.#read();
		return super.entries();
	}

	override keys(): MapIterator<number> {
		this.#read();
		return super.keys();
	}

	override values(): MapIterator<TimesByPassage> {
		this.#read();
		return super.values();
	}

	override forEach(visit: Parameters<Map<number, TimesByPassage>["forEach"]>[0]): void {
		this.#read();
		super.forEach(visit);
	}

	#read(): void {
		const rows = this.#rows;
		if (!rows) return;
		this.#rows = null;
		for (const [offset, field] of this.#fields.entries()) {
			const row = rows.get(this.#from + offset);
			if (row.length > 0) super.set(field, timesOf(row));
		}
	}
}

/** Of a row passage, times, passage, times … */
function timesOf(row: Int32Array): TimesByPassage {
	const out: TimesByPassage = new Map();
	for (let at = 0; at < row.length; at += 2) out.set(row[at] ?? 0, row[at + 1] ?? 0);
	return out;
}
