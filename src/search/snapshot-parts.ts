/** Where a part stands in the body, in bytes. */
export type PartPlace = { at: number; bytes: number };

/**
 * Named parts of a snapshot: rows of 32-bit numbers and lists of words, each under its path. A class
 * saves itself into a folder of its own and is built again from there without any work on its items.
 */
export class SnapshotParts {
	readonly #all: Map<string, Uint8Array>;
	readonly #folder: string;

	constructor(all: Map<string, Uint8Array> = new Map(), folder = "") {
		this.#all = all;
		this.#folder = folder;
	}

	in(folder: string): SnapshotParts {
		return new SnapshotParts(this.#all, `${this.#folder}${folder}/`);
	}

	put(name: string, numbers: Int32Array | Uint16Array | Uint8Array): void {
		const { buffer, byteOffset, byteLength } = numbers;
		this.#all.set(this.#folder + name, new Uint8Array(buffer, byteOffset, byteLength));
	}

	/** No word may hold a line break. */
	putWords(name: string, words: readonly string[]): void {
		this.#all.set(this.#folder + name, Buffer.from(words.map((word) => `${word}\n`).join("")));
	}

	/** A view of the stored numbers: what is built on it must not write into it. */
	numbers(name: string): Int32Array<ArrayBuffer> {
		const bytes = this.#get(name);
		return new Int32Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength / 4);
	}

	/** The same of numbers of 16 bits… */
	shorts(name: string): Uint16Array {
		const bytes = this.#get(name);
		return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
	}

	/** …and of 8. */
	bytes(name: string): Uint8Array {
		return this.#get(name);
	}

	words(name: string): string[] {
		const bytes = this.#get(name);
		const out = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
			.toString()
			.split("\n");
		out.pop();
		return out;
	}

	#get(name: string): Uint8Array {
		const bytes = this.#all.get(this.#folder + name);
		if (!bytes) throw new RangeError(`no part ${this.#folder}${name}`);
		return bytes;
	}

	/** All parts one behind the other, each at a multiple of four bytes, and where they stand. */
	pack(): { body: Uint8Array; places: Record<string, PartPlace> } {
		const places: Record<string, PartPlace> = {};
		let size = 0;
		for (const [name, bytes] of this.#all) {
			places[name] = { at: size, bytes: bytes.length };
			size += (bytes.length + 3) & ~3;
		}
		const body = new Uint8Array(size);
		for (const [name, bytes] of this.#all) body.set(bytes, places[name]?.at);
		return { body, places };
	}

	/** `body` must begin at a multiple of four bytes of its buffer. */
	static unpack(body: Uint8Array, places: Readonly<Record<string, PartPlace>>): SnapshotParts {
		const all = new Map<string, Uint8Array>();
		for (const [name, { at, bytes }] of Object.entries(places)) {
			if (at % 4 !== 0 || at + bytes > body.length)
				throw new RangeError(`part ${name} lies outside`);
			all.set(name, body.subarray(at, at + bytes));
		}
		return new SnapshotParts(all);
	}
}
