import type { Language } from "../../domain/sets/languages.ts";
import { tokens } from "../../language/text/tokens.ts";
import { isStopWord, type StopWords } from "../../language/words/index-terms.ts";
import { tuning } from "../tuning.ts";
import type { CorpusWords } from "../words/corpus-words.ts";
import type { GramCounts } from "../words/grams.ts";

/** What is counted over the whole corpus. `size`: passages. */
export type LetterCounts = { words: CorpusWords; gramCounts: GramCounts; size: number };

/** A passage as its letters are compared. */
export type LetterPassage = {
	/** Numbers of its words, those of its other language too. */
	words: Int32Array;
	language: Language;
	isParaphrased: boolean;
	/** Its words with content, 1 for as many as the average. */
	relativeLength: number;
};

/** BM25 over character trigrams: finds forms that no stemmer unites. */
export class LetterScore {
	readonly #words: CorpusWords;
	readonly #language: Language;
	/** By trigram: its place among the question's, plus 1. */
	readonly #places: Uint16Array;
	readonly #idf: number[] = [];
	readonly #times: Uint16Array;

	constructor(text: string, language: Language, corpus: LetterCounts, stopWords: StopWords) {
		this.#words = corpus.words;
		this.#language = language;
		const { grams } = corpus.words;
		this.#places = new Uint16Array(grams.count);
		for (const { text: word } of tokens(text)) {
			if (isStopWord(word, stopWords)) continue;
			for (const gram of grams.known(word)) {
				if (this.#places[gram] !== 0) continue;
				const df = corpus.gramCounts.get(gram);
				this.#places[gram] = this.#idf.push(Math.log(1 + (corpus.size - df + 0.5) / (df + 0.5)));
			}
		}
		this.#times = new Uint16Array(this.#idf.length);
	}

	/** Nothing for a passage that is not in the question's language: letters are silent across scripts. */
	of({ words, language, isParaphrased, relativeLength }: LetterPassage): number | undefined {
		if (language !== this.#language && !isParaphrased) return undefined;
		const times = this.#times;
		const places = this.#places;
		times.fill(0);
		for (let at = 0; at < words.length; at++) {
			const grams = this.#words.grams.ofWord(words[at] ?? 0);
			for (let g = 0; g < grams.length; g++) {
				const place = places[grams[g] ?? 0] ?? 0;
				if (place > 0) times[place - 1] = (times[place - 1] ?? 0) + 1;
			}
		}
		const { gramK1: k1, gramB: b } = tuning;
		const norm = k1 * (1 - b + b * relativeLength);
		let sum = 0;
		for (let place = 0; place < times.length; place++) {
			const found = times[place] ?? 0;
			if (found > 0) sum += ((this.#idf[place] ?? 0) * found * (k1 + 1)) / (found + norm);
		}
		return tuning.gram * sum;
	}
}
