import type { SegmentSource } from "./segment-source.ts";

/** In a byte: the length is as long or longer, and stands in full elsewhere. */
export const longLength = 255;

/** A segment in use: which of its articles are still there, and how they are called elsewhere. */
export class LiveSegment<S extends SegmentSource = SegmentSource> {
	readonly source: S;
	/** By passage: its words with content, at least 1; 0 for one that was removed. */
	lengths: Int32Array;
	/** The same in a byte each, so that those of a million passages stay in the processor's cache. */
	shortLengths: Uint8Array;
	/** By article: its number in the whole index (`SegmentStore`). */
	readonly numbers: number[];
	/** Articles that were removed, by their places. */
	readonly removed = new Set<number>();
	/** Passages that are left. */
	size = 0;
	/** Words with content of its longest passage. */
	longest = 1;
	#known = 0;

	constructor(source: S, numbers: number[]) {
		this.source = source;
		this.numbers = numbers;
		this.lengths = new Int32Array(source.count);
		this.shortLengths = new Uint8Array(source.count);
		this.catchUp();
	}

	/** Takes in what the source has got since. Gives its length: words with content. */
	catchUp(): number {
		const { source } = this;
		if (source.count > this.lengths.length) {
			const more = new Int32Array(2 * source.count);
			more.set(this.lengths);
			this.lengths = more;
			const short = new Uint8Array(2 * source.count);
			short.set(this.shortLengths);
			this.shortLengths = short;
		}
		let length = 0;
		for (; this.#known < source.count; this.#known++) {
			const own = source.lengthOf(this.#known);
			// A passage of nothing but stop words is short, and is not removed.
			this.lengths[this.#known] = Math.max(1, own);
			this.shortLengths[this.#known] = Math.min(longLength, Math.max(1, own));
			if (own > this.longest) this.longest = own;
			length += own;
			this.size++;
		}
		return length;
	}

	isLive(passage: number): boolean {
		return this.lengths[passage] !== 0;
	}

	passagesOf(article: number): { from: number; to: number } {
		return { from: this.source.firstOf(article), to: this.source.firstOf(article + 1) };
	}

	/** Takes an article out of it; gives what it held. */
	remove(article: number): { passages: number; length: number } {
		const { from, to } = this.passagesOf(article);
		this.removed.add(article);
		let length = 0;
		for (let passage = from; passage < to; passage++) {
			length += this.source.lengthOf(passage);
			this.lengths[passage] = 0;
			this.shortLengths[passage] = 0;
		}
		this.size -= to - from;
		return { passages: to - from, length };
	}
}
