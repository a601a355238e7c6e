import type { Language } from "../../domain/sets/languages.ts";
import { tokens } from "../../language/text/tokens.ts";
import { isStopWord, type StopWords } from "../../language/words/index-terms.ts";
import type { PassageStore, StoredPassage } from "../index/passage-index.ts";
import { tuning } from "../tuning.ts";

/** BM25 over character trigrams: finds forms that no stemmer unites. */
export class LetterScore {
	readonly #store: PassageStore;
	readonly #language: Language;
	/** By trigram: its place among the question's, plus 1. */
	readonly #places: Uint16Array;
	readonly #idf: number[] = [];
	readonly #times: Uint16Array;

	constructor(text: string, language: Language, store: PassageStore, stopWords: StopWords) {
		this.#store = store;
		this.#language = language;
		const { grams } = store.words;
		this.#places = new Uint16Array(grams.count);
		for (const { text: word } of tokens(text)) {
			if (isStopWord(word, stopWords)) continue;
			for (const gram of grams.known(word)) {
				if (this.#places[gram] !== 0) continue;
				const df = store.gramCounts.get(gram);
				this.#places[gram] = this.#idf.push(Math.log(1 + (store.size - df + 0.5) / (df + 0.5)));
			}
		}
		this.#times = new Uint16Array(this.#idf.length);
	}

	/** Nothing for a passage that is not in the question's language: letters are silent across scripts. */
	of(passage: StoredPassage, number: number): number | undefined {
		if (passage.article.language !== this.#language && !passage.passage.paraphrase) {
			return undefined;
		}
		const times = this.#times;
		const places = this.#places;
		times.fill(0);
		const { words } = passage;
		for (let at = 0; at < words.length; at++) {
			const grams = this.#store.words.grams.ofWord(words[at] ?? 0);
			for (let g = 0; g < grams.length; g++) {
				const place = places[grams[g] ?? 0] ?? 0;
				if (place > 0) times[place - 1] = (times[place - 1] ?? 0) + 1;
			}
		}
		const { gramK1: k1, gramB: b } = tuning;
		const norm = k1 * (1 - b + b * this.#store.relativeLength(number));
		let sum = 0;
		for (let place = 0; place < times.length; place++) {
			const found = times[place] ?? 0;
			if (found > 0) sum += ((this.#idf[place] ?? 0) * found * (k1 + 1)) / (found + norm);
		}
		return tuning.gram * sum;
	}
}
