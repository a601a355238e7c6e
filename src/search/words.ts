import { isStopWord, type StopWords, termOf } from "../language/analyse.ts";
import { likeness, type Sounds, skeleton } from "../language/names.ts";
import { arabicCore } from "../language/stem-arabic.ts";
import { isArabic } from "../language/tokens.ts";
import { WordGrams } from "./grams.ts";
import { SoundIndex } from "./sounds.ts";

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
	readonly #cores = new Map<string, Set<string>>();
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
		this.#termOf.push(this.#numberTerm(term));
		this.#ids.set(word, id);
		this.grams.add(id, term ? word : "");
		if (!term) return id;
		this.#sounds.add(id, word);
		if (isArabic(word)) {
			const core = arabicCore(word);
			const terms = this.#cores.get(core);
			if (terms) terms.add(term);
			else this.#cores.set(core, new Set([term]));
		}
		if (this.#near.size > 0) this.#near.clear();
		return id;
	}

	word(id: number): string {
		return this.#words[id] ?? "";
	}

	#numberTerm(term: string): number {
		const known = this.#termIds.get(term);
		if (known !== undefined) return known;
		const id = this.#terms.push(term) - 1;
		this.#termIds.set(term, id);
		return id;
	}

	/** Empty for a stop word. */
	term(id: number): string {
		return this.#terms[this.#termOf[id] ?? 0] ?? "";
	}

	/** The number of the word's term, 0 for a stop word. */
	termNumber(id: number): number {
		return this.#termOf[id] ?? 0;
	}

	/** The number of a term, 0 where no word of the corpus has it. */
	numberOfTerm(term: string): number {
		return this.#termIds.get(term) ?? 0;
	}

	get termCount(): number {
		return this.#terms.length;
	}

	/** Terms of words with the same core. */
	akin(word: string): ReadonlySet<string> {
		return (isArabic(word) ? this.#cores.get(arabicCore(word)) : undefined) ?? new Set();
	}

	/** Terms of words that share most of their letters. */
	near(word: string, floor: number): readonly AlikeTerm[] {
		const known = this.#near.get(word);
		if (known) return known;
		const best = new Map<string, number>();
		for (const { id, dice } of this.grams.near(word, floor)) keepBest(best, this.term(id), dice);
		const out = list(best);
		if (this.#near.size >= cacheSize) this.#near.clear();
		this.#near.set(word, out);
		return out;
	}

	/** Terms of words that sound like this, of at least `floor`. */
	soundsLike(sounds: Sounds, floor: number): AlikeTerm[] {
		const best = new Map<string, number>();
		for (const sounding of this.#sounds.get(skeleton(sounds))) {
			const alike = likeness(sounds, sounding.sounds);
			if (alike >= floor) keepBest(best, this.term(sounding.id), alike);
		}
		return list(best);
	}
}

function keepBest(best: Map<string, number>, term: string, alike: number): void {
	if (alike > (best.get(term) ?? 0)) best.set(term, alike);
}

function list(best: Map<string, number>): AlikeTerm[] {
	return Array.from(best, ([term, alike]) => ({ term, alike }));
}
