import { trigrams } from "../language/ngrams.ts";
import { withoutArticle } from "../language/stem-arabic.ts";

/** Numbers for character trigrams, and the trigrams of every word of the corpus. */
export class WordGrams {
	readonly #ids = new Map<string, number>();
	/** By trigram: numbers of the words that hold it. */
	readonly #words: number[][] = [];
	/** By word: its different trigrams. */
	readonly #grams: Int32Array[] = [];
	/** By word, while one word is compared with all: 1 once it is among the candidates. */
	#shared = new Uint8Array(0);

	/** `id` counts up from 0; a word that is never searched for has none: pass an empty string. */
	add(id: number, word: string): void {
		const grams = new Set<number>();
		if (word) {
			for (const gram of gramsOf(word)) {
				let known = this.#ids.get(gram);
				if (known === undefined) {
					known = this.#words.push([]) - 1;
					this.#ids.set(gram, known);
				}
				if (grams.has(known)) continue;
				grams.add(known);
				this.#words[known]?.push(id);
			}
		}
		this.#grams[id] = Int32Array.from(grams);
	}

	/** Different trigrams so far: their numbers are below it. */
	get count(): number {
		return this.#words.length;
	}

	ofWord(id: number): Int32Array {
		return this.#grams[id] ?? none;
	}

	/** Numbers of the trigrams of any word; those that the corpus lacks are left out. */
	known(word: string): number[] {
		const out: number[] = [];
		for (const gram of new Set(gramsOf(word))) {
			const id = this.#ids.get(gram);
			if (id !== undefined) out.push(id);
		}
		return out;
	}

	/** Words by Dice's coefficient of their trigrams, those of at least `floor`. */
	near(word: string, floor: number): { id: number; dice: number }[] {
		if (this.#shared.length < this.#grams.length) {
			this.#shared = new Uint8Array(this.#grams.length * 2);
		}
		const shared = this.#shared;
		const own = new Set(gramsOf(word)).size;
		// A word reaches the floor only if it shares so many; it then holds one of the rarest grams
		// of the rest, and the most frequent ones need not be gone through.
		const least = Math.ceil((floor * own) / (2 - floor));
		const lists = this.known(word).map((gram) => this.#words[gram] ?? []);
		lists.sort((a, b) => a.length - b.length);
		const missing = own - lists.length;
		lists.length = Math.max(0, Math.min(lists.length, own - least + 1 - missing));
		const touched: number[] = [];
		for (const list of lists) {
			if (touched.length > mostCandidates) break;
			for (let i = 0; i < list.length; i++) {
				const id = list[i] ?? 0;
				if (shared[id] === 0) {
					touched.push(id);
					shared[id] = 1;
				}
			}
		}
		const mine = new Uint8Array(this.count);
		for (const gram of this.known(word)) mine[gram] = 1;
		const out: { id: number; dice: number }[] = [];
		for (const id of touched) {
			shared[id] = 0;
			const grams = this.ofWord(id);
			const most = (2 * Math.min(own, grams.length)) / (own + grams.length);
			if (most < floor) continue;
			let both = 0;
			for (let g = 0; g < grams.length; g++) both += mine[grams[g] ?? 0] ?? 0;
			const dice = (2 * both) / (own + grams.length);
			if (dice >= floor) out.push({ id, dice });
		}
		return out;
	}
}

const none = new Int32Array(0);
/** Once so many words share a rare trigram, those that share only frequent ones are passed over. */
const mostCandidates = 1_500;
/** Longer words are cut. */
const longest = 40;

function gramsOf(word: string): string[] {
	return trigrams(withoutArticle(word.slice(0, longest)));
}
