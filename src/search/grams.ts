import { trigrams } from "../language/ngrams.ts";
import { withoutArticle } from "../language/stem-arabic.ts";

/** Numbers for character trigrams, and the trigrams of every word of the corpus. */
export class WordGrams {
	readonly #ids = new Map<string, number>();
	/** By trigram: numbers of the words that hold it. */
	readonly #words: number[][] = [];
	/** By word: its different trigrams. */
	readonly #grams: Int32Array[] = [];
	/** By word, while one word is compared with all: how many trigrams are shared. */
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
		const touched: number[] = [];
		for (const gram of this.known(word)) {
			for (const id of this.#words[gram] ?? []) {
				if (shared[id] === 0) touched.push(id);
				shared[id] = (shared[id] ?? 0) + 1;
			}
		}
		const out: { id: number; dice: number }[] = [];
		for (const id of touched) {
			const dice = (2 * (shared[id] ?? 0)) / (own + this.ofWord(id).length);
			shared[id] = 0;
			if (dice >= floor) out.push({ id, dice });
		}
		return out;
	}
}

const none = new Int32Array(0);
/** Longer words are cut: a counter of shared trigrams has eight bits. */
const longest = 200;

function gramsOf(word: string): string[] {
	return trigrams(withoutArticle(word.slice(0, longest)));
}
