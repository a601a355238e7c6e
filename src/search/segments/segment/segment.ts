import type { SnapshotParts } from "../../snapshot-parts.ts";
import type { SegmentSource } from "./segment-source.ts";
import type { TermList } from "./term-list.ts";
import { unpackWords, type WordSequences } from "./word-sequences.ts";

/** A segment as its file holds it: views of the file's bytes, nothing of which is worked on. */
export class Segment implements SegmentSource {
	readonly file: string;
	readonly articles: readonly string[];
	readonly fingerprints: readonly string[];
	/** By trigram: passages that hold it. */
	readonly gramCounts: Int32Array;
	readonly #terms: Int32Array;
	readonly #starts: Int32Array;
	readonly #passages: Uint16Array;
	readonly #times: Uint8Array;
	readonly #many = new Map<number, number>();
	readonly #words: WordSequences;
	readonly #lengths: Int32Array;
	readonly #lines: Int32Array;
	readonly #traits: Uint8Array;
	readonly #articleOf: Uint16Array;
	readonly #otherFrom: Int32Array;
	readonly #firsts: Int32Array;

	/** Throws a RangeError where the parts are none of a segment. */
	constructor(file: string, parts: SnapshotParts) {
		this.file = file;
		this.articles = parts.words("articles");
		this.fingerprints = parts.words("fingerprints");
		this.gramCounts = parts.in("gram-counts").numbers("passages");
		this.#terms = parts.numbers("terms");
		this.#starts = parts.numbers("starts");
		this.#passages = parts.shorts("passages");
		this.#times = parts.bytes("times");
		const many = parts.numbers("overflow");
		for (let at = 0; at < many.length; at += 2) this.#many.set(many[at] ?? 0, many[at + 1] ?? 0);
		this.#words = {
			ranked: parts.numbers("ranked"),
			bytes: parts.bytes("sequences"),
			starts: parts.numbers("sequence-starts"),
		};
		this.#lengths = parts.numbers("lengths");
		this.#lines = parts.numbers("lines");
		this.#traits = parts.bytes("traits");
		this.#articleOf = parts.shorts("article-of");
		this.#otherFrom = parts.numbers("other-from");
		this.#firsts = new Int32Array(this.articles.length + 1).fill(this.count);
		for (let passage = this.count - 1; passage >= 0; passage--)
			this.#firsts[this.articleOf(passage)] = passage;
		// An article without passages begins where the next one does.
		for (let article = this.articles.length - 1; article >= 0; article--)
			this.#firsts[article] = Math.min(
				this.#firsts[article] ?? 0,
				this.#firsts[article + 1] ?? this.count,
			);
	}

	get count(): number {
		return this.#lengths.length;
	}

	list(term: number): TermList | undefined {
		const terms = this.#terms;
		let low = 0;
		let high = terms.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((terms[middle] ?? 0) < term) low = middle + 1;
			else high = middle;
		}
		if (terms[low] !== term) return undefined;
		return {
			passages: this.#passages,
			times: this.#times,
			from: this.#starts[low] ?? 0,
			to: this.#starts[low + 1] ?? 0,
			many: this.#many,
		};
	}

	lengthOf(passage: number): number {
		return this.#lengths[passage] ?? 0;
	}

	wordsOf(passage: number): Int32Array {
		return unpackWords(this.#words, passage);
	}

	otherFrom(passage: number): number {
		return this.#otherFrom[passage] ?? 0;
	}

	articleOf(passage: number): number {
		return this.#articleOf[passage] ?? 0;
	}

	firstOf(article: number): number {
		return this.#firsts[article] ?? this.count;
	}

	lineOf(passage: number): number {
		return this.#lines[passage] ?? 0;
	}

	traits(passage: number): number {
		return this.#traits[passage] ?? 0;
	}
}
