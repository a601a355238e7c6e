import { isStopWord, type StopWords, termOf } from "../language/analyse.ts";
import { type Sounds, skeleton } from "../language/names.ts";
import { arabicCore } from "../language/stem-arabic.ts";
import { isArabic } from "../language/tokens.ts";
import { WordGrams } from "./grams.ts";
import { InvertedList } from "./inverted-list.ts";
import { SoundIndex, soundsAlike } from "./sounds.ts";

/** A term of the corpus and how alike it is to what was asked for, 0 to 1. */
export type AlikeTerm = { term: string; alike: number };

const cacheSize = 5_000;

/**
 * The different folded words of the corpus, numbered from 0, each with its index term and with what
 * other words are compared by: core, letters, sounds. Words are never taken out: a word without
 * passages does no harm.
 */
export class CorpusWords {
	readonly grams = new WordGrams();
	readonly #stopWords: StopWords;
	readonly #ids = new Map<string, number>();
	readonly #words: string[] = [];
	/** By word: the number of its term, 0 for a stop word. */
	readonly #termOf: number[] = [];
	readonly #terms: string[] = [""];
	readonly #termIds = new Map([["", 0]]);
	readonly #sounds = new SoundIndex();
	readonly #coreIds = new Map<string, number>();
	/** By core: numbers of the words that have it. */
	readonly #cores = new InvertedList();
	readonly #near = new Map<string, AlikeTerm[]>();

	constructor(stopWords: StopWords) {
		this.#stopWords = stopWords;
	}

	get all(): readonly string[] {
		return this.#words;
	}

	/** The word's number; a new word gets the next one. */
	idOf(word: string): number {
		return this.#ids.get(word) ?? this.#add(word);
	}

	#add(word: string): number {
		const id = this.#words.push(word) - 1;
		const term = isStopWord(word, this.#stopWords) ? "" : termOf(word);
		this.#termOf.push(numberOf(this.#termIds, term, this.#terms));
		this.#ids.set(word, id);
		this.grams.add(term ? word : "");
		if (!term) return id;
		this.#sounds.add(id, word);
		if (isArabic(word)) this.#cores.add(numberOf(this.#coreIds, arabicCore(word)), id);
		if (this.#near.size > 0) this.#near.clear();
		return id;
	}

	word(id: number): string {
		return this.#words[id] ?? "";
	}

	/** The number of the word's term, 0 for a stop word. */
	termNumber(id: number): number {
		return this.#termOf[id] ?? 0;
	}

	/** The number of a term, 0 where no word of the corpus has it. */
	numberOfTerm(term: string): number {
		return this.#termIds.get(term) ?? 0;
	}

	#term(id: number): string {
		return this.#terms[this.termNumber(id)] ?? "";
	}

	/** One more than the highest number of a term. */
	get termCount(): number {
		return this.#terms.length;
	}

	/** Terms of words with the same core. */
	akin(word: string): Set<string> {
		const out = new Set<string>();
		const core = isArabic(word) ? this.#coreIds.get(arabicCore(word)) : undefined;
		if (core !== undefined) this.#cores.each(core, (id) => out.add(this.#term(id)));
		return out;
	}

	/** Terms of words that share most of their letters. */
	near(word: string, floor: number): readonly AlikeTerm[] {
		const known = this.#near.get(word);
		if (known) return known;
		const best = new Map<string, number>();
		for (const { id, dice } of this.grams.near(word, floor)) keepBest(best, this.#term(id), dice);
		const out = list(best);
		if (this.#near.size >= cacheSize) this.#near.clear();
		this.#near.set(word, out);
		return out;
	}

	/** Terms of words that sound like this, of at least `floor`. */
	soundsLike(sounds: Sounds, floor: number): AlikeTerm[] {
		const best = new Map<string, number>();
		this.#sounds.each(skeleton(sounds), (id) => {
			const alike = soundsAlike(sounds, this.word(id));
			if (alike >= floor) keepBest(best, this.#term(id), alike);
		});
		return list(best);
	}
}

/** The number of a text; a new one gets the next and is put behind the others. */
function numberOf(ids: Map<string, number>, text: string, all?: string[]): number {
	const known = ids.get(text);
	if (known !== undefined) return known;
	const id = ids.size;
	ids.set(text, id);
	all?.push(text);
	return id;
}

function keepBest(best: Map<string, number>, term: string, alike: number): void {
	if (alike > (best.get(term) ?? 0)) best.set(term, alike);
}

function list(best: Map<string, number>): AlikeTerm[] {
	return Array.from(best, ([term, alike]) => ({ term, alike }));
}
