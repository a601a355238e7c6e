import { withoutArticle } from "../../language/words/stem-arabic.ts";
import type { SnapshotParts } from "../snapshot-parts.ts";
import { Column, grown, InvertedList, Rows } from "./inverted-list.ts";

/** Once so many words share a rare trigram, those that share only frequent ones are passed over. */
const mostCandidates = 800;
/** Longer words are cut. */
const longest = 40;

/**
 * The character trigrams of every word of the corpus, its edges marked and the article left out. A
 * trigram is a number: seven bits a character, the letters of both scripts and digits told apart.
 */
export class WordGrams {
	readonly #numbers = new GramNumbers();
	/** By number of the trigram: the packed trigram. */
	#packed = new Column();
	/** By number of the trigram: the words that hold it. */
	#words = new InvertedList();
	/** By word: its different trigrams. */
	#grams = new Rows();
	readonly #buffer = new Int32Array(longest + 2);
	/** By word, while one word is compared with all: 1 once it is among the candidates. */
	#candidates = new Uint8Array(0);

	static from(parts: SnapshotParts): WordGrams {
		const out = new WordGrams();
		out.#packed = Column.from(parts.numbers("packed"));
		out.#words = InvertedList.from(parts.in("words"));
		out.#grams = Rows.from(parts.in("grams"));
		for (const [number, packed] of out.#packed.all.entries()) out.#numbers.set(packed, number);
		return out;
	}

	save(parts: SnapshotParts): void {
		parts.put("packed", this.#packed.all);
		this.#words.save(parts.in("words"));
		this.#grams.save(parts.in("grams"));
	}

	/** Words are added in the order of their numbers; one that is never looked for as "". */
	add(word: string): void {
		const id = this.#grams.count;
		const length = word ? this.#read(word, true) : 0;
		for (let i = 0; i < length; i++) this.#words.add(this.#buffer[i] ?? 0, id);
		this.#grams.push(this.#buffer, length);
	}

	/** Different trigrams so far: their numbers are below it. */
	get count(): number {
		return this.#packed.count;
	}

	/** By word: its trigrams. */
	get byWord(): { starts: Int32Array; items: Int32Array } {
		return this.#grams.flat();
	}

	ofWord(id: number): Int32Array {
		return this.#grams.get(id);
	}

	/** Numbers of the trigrams of any word; those that the corpus lacks are left out. */
	known(word: string): number[] {
		const length = this.#read(word, false);
		return Array.from(this.#buffer.subarray(0, length)).filter((gram) => gram >= 0);
	}

	/** Words by Dice's coefficient of their trigrams, those of at least `floor`. */
	near(word: string, floor: number): { id: number; dice: number }[] {
		const own = this.#read(word, false);
		const known = Array.from(this.#buffer.subarray(0, own)).filter((gram) => gram >= 0);
		if (this.#candidates.length < this.#grams.count) {
			this.#candidates = new Uint8Array(this.#grams.count * 2);
		}
		const mine = new Uint8Array(this.count);
		for (const gram of known) mine[gram] = 1;
		const out: { id: number; dice: number }[] = [];
		for (const id of this.#gather(known, own, floor)) {
			this.#candidates[id] = 0;
			const { marked, length } = this.#grams.countMarked(id, mine);
			const dice = (2 * marked) / (own + length);
			if (dice >= floor) out.push({ id, dice });
		}
		return out;
	}

	/**
	 * Words that can reach the floor: they share so many trigrams that at least one is among the
	 * rarest, and the most frequent need not be gone through.
	 */
	#gather(known: number[], own: number, floor: number): number[] {
		const least = Math.ceil((floor * own) / (2 - floor));
		known.sort((a, b) => this.#words.count(a) - this.#words.count(b));
		const lists = known.slice(0, Math.max(0, known.length - least + 1));
		const out: number[] = [];
		for (const gram of lists) {
			if (out.length > 0 && out.length + this.#words.count(gram) > mostCandidates) break;
			this.#words.each(gram, (id) => {
				if (this.#candidates[id] !== 0) return;
				this.#candidates[id] = 1;
				out.push(id);
			});
		}
		return out;
	}

	/** Fills the buffer with the word's different trigrams: their count; -1 for one nobody has. */
	#read(word: string, grow: boolean): number {
		const bare = withoutArticle(word.length > longest ? word.slice(0, longest) : word);
		let length = 0;
		let unknown = 0;
		let packed = letter(bare.charCodeAt(0));
		for (let at = 1; at <= bare.length; at++) {
			const next = at < bare.length ? letter(bare.charCodeAt(at)) : 0;
			packed = ((packed << 7) | next) & 0x1fffff;
			let number = this.#numbers.get(packed);
			if (number < 0 && grow) {
				number = this.#packed.push(packed);
				this.#numbers.set(packed, number);
			}
			if (number < 0) {
				unknown++;
				continue;
			}
			let seen = false;
			for (let i = 0; i < length && !seen; i++) seen = this.#buffer[i] === number;
			if (!seen) this.#buffer[length++] = number;
		}
		for (let i = 0; i < unknown; i++) this.#buffer[length + i] = -1;
		return length + unknown;
	}
}

/** Numbers by packed trigram, 128 to a page: of the two million that may be a corpus has some thousands. */
class GramNumbers {
	/** A number plus 1: 0 where there is none. */
	readonly #pages: (Int32Array | undefined)[] = new Array(1 << 14).fill(undefined);

	/** Below 0 where the trigram has none. */
	get(packed: number): number {
		return (this.#pages[packed >> 7]?.[packed & 127] ?? 0) - 1;
	}

	set(packed: number, number: number): void {
		const page = this.#pages[packed >> 7] ?? new Int32Array(128);
		page[packed & 127] = number + 1;
		this.#pages[packed >> 7] = page;
	}
}

/** A character in seven bits, 0 for the edge of a word. */
function letter(code: number): number {
	if (code >= 0x621 && code <= 0x64a) return code - 0x620;
	if (code >= 97 && code <= 122) return code - 97 + 43;
	if (code >= 48 && code <= 57) return code - 48 + 69;
	return 79 + (code % 48);
}

/** `count`: different trigrams, whose numbers are below it. */
type GramsOfWords = { readonly count: number; ofWord(id: number): Int32Array };

/** How many passages hold each trigram: counted up with a passage, down when it goes. */
export class GramCounts {
	#passages = new Int32Array(4_096);
	#stamps = new Int32Array(4_096);
	#stamp = 0;

	static from(parts: SnapshotParts): GramCounts {
		const out = new GramCounts();
		out.#passages = parts.numbers("passages").slice();
		out.#stamps = new Int32Array(out.#passages.length);
		return out;
	}

	save(parts: SnapshotParts): void {
		parts.put("passages", this.#passages);
	}

	count(words: Int32Array, grams: GramsOfWords, by: 1 | -1): void {
		if (grams.count > this.#passages.length) {
			this.#passages = grown(this.#passages, grams.count);
			this.#stamps = grown(this.#stamps, grams.count);
		}
		this.#stamp++;
		for (let at = 0; at < words.length; at++) {
			const own = grams.ofWord(words[at] ?? 0);
			for (let g = 0; g < own.length; g++) {
				const gram = own[g] ?? 0;
				if (this.#stamps[gram] === this.#stamp) continue;
				this.#stamps[gram] = this.#stamp;
				this.#passages[gram] = (this.#passages[gram] ?? 0) + by;
			}
		}
	}

	/** Counts by trigram, added to these. */
	add(counts: Int32Array): void {
		if (counts.length > this.#passages.length) {
			this.#passages = grown(this.#passages, counts.length);
			this.#stamps = grown(this.#stamps, counts.length);
		}
		for (let gram = 0; gram < counts.length; gram++)
			this.#passages[gram] = (this.#passages[gram] ?? 0) + (counts[gram] ?? 0);
	}

	get(gram: number): number {
		return this.#passages[gram] ?? 0;
	}
}
