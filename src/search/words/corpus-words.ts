import { skeleton } from "../../language/sounds/skeleton.ts";
import type { Sounds } from "../../language/sounds/transliterate.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { isStopWord, type StopWords, termOf } from "../../language/words/index-terms.ts";
import { arabicCore } from "../../language/words/stem-arabic.ts";
import type { SnapshotParts } from "../snapshot-parts.ts";
import { breath } from "../turns.ts";
import { WordGrams } from "./grams.ts";
import { Column, InvertedList } from "./inverted-list.ts";
import { Numbered } from "./numbered-words.ts";
import { SoundIndex, soundsAlike } from "./words-by-sound.ts";

/** A term of the corpus and how alike it is to what was asked for, 0 to 1. */
export type AlikeTerm = { term: string; alike: number };

const cacheSize = 5_000;
/** Terms that are numbered before the event loop gets its turn: some 2 ms. */
const textsPerSlice = 10_000;
/** Words whose sounds are worked out in one go: the same. */
const soundsPerSlice = 200;

/**
 * The different folded words of the corpus, numbered from 0, each with its index term and with what
 * other words are compared by: core, letters, sounds. Words are never taken out: a word without
 * passages does no harm.
 */
export class CorpusWords {
	readonly #stopWords: StopWords;
	#words = new Numbered();
	/** By word: the number of its term, 0 for a stop word. */
	#termOf = new Column();
	#terms = new Numbered([""]);
	#cores = new Numbered();
	/** By core: numbers of the words that have it. */
	#byCore = new InvertedList();
	#sounds = new SoundIndex();
	#grams = new WordGrams();
	readonly #near = new Map<string, AlikeTerm[]>();

	constructor(stopWords: StopWords) {
		this.#stopWords = stopWords;
	}

	static async from(parts: SnapshotParts, stopWords: StopWords): Promise<CorpusWords> {
		const out = new CorpusWords(stopWords);
		out.#words = new Numbered(parts.words("words"));
		await breath();
		out.#termOf = Column.from(parts.numbers("term-of"));
		out.#terms = new Numbered(parts.words("terms"));
		await breath();
		out.#cores = new Numbered(parts.words("cores"));
		await breath();
		out.#byCore = InvertedList.from(parts.in("by-core"));
		out.#sounds = SoundIndex.from(parts.in("sounds"));
		out.#grams = WordGrams.from(parts.in("grams"));
		return out;
	}

	save(parts: SnapshotParts): void {
		parts.putWords("words", this.#words.all);
		parts.put("term-of", this.#termOf.all);
		parts.putWords("terms", this.#terms.all);
		parts.putWords("cores", this.#cores.all);
		this.#byCore.save(parts.in("by-core"));
		this.#sounds.save(parts.in("sounds"));
		this.#grams.save(parts.in("grams"));
	}

	/** Does in slices what the first look-ups would have to wait for. */
	async prepare(pause: () => Promise<void>): Promise<void> {
		for (const texts of [this.#terms, this.#cores]) {
			while (!texts.catchUp(textsPerSlice)) await pause();
		}
	}

	/** The same for what only names are looked up by; where it was not called, the first of them waits. */
	async prepareSounds(pause: () => Promise<void>): Promise<void> {
		while (!this.#sounds.catchUp(soundsPerSlice)) await pause();
	}

	get grams(): WordGrams {
		return this.#grams;
	}

	/** The word's number; a new word gets the next one. */
	idOf(word: string): number {
		const known = this.#words.count;
		const id = this.#words.numberOf(word);
		if (id === known) this.#add(id, word);
		return id;
	}

	#add(id: number, word: string): void {
		const term = isStopWord(word, this.#stopWords) ? "" : termOf(word);
		this.#termOf.push(this.#terms.numberOf(term));
		this.#grams.add(term ? word : "");
		if (!term) return;
		this.#sounds.add(id, word);
		if (isArabic(word)) this.#byCore.add(this.#cores.numberOf(arabicCore(word)), id);
		if (this.#near.size > 0) this.#near.clear();
	}

	get count(): number {
		return this.#words.count;
	}

	/** By word: the number of its term. */
	get termNumbers(): Int32Array {
		return this.#termOf.all;
	}

	word(id: number): string {
		return this.#words.all[id] ?? "";
	}

	/** The number of the word's term, 0 for a stop word. */
	termNumber(id: number): number {
		return this.#termOf.get(id);
	}

	/** The number of a term, 0 where no word of the corpus has it. */
	numberOfTerm(term: string): number {
		return this.#terms.find(term) ?? 0;
	}

	#term(id: number): string {
		return this.#terms.all[this.termNumber(id)] ?? "";
	}

	/** Terms of words with the same core. */
	akin(word: string): Set<string> {
		const out = new Set<string>();
		const core = isArabic(word) ? this.#cores.find(arabicCore(word)) : undefined;
		if (core !== undefined) this.#byCore.each(core, (id) => out.add(this.#term(id)));
		return out;
	}

	/** Terms of words that share most of their letters. */
	near(word: string, floor: number): readonly AlikeTerm[] {
		const known = this.#near.get(word);
		if (known) return known;
		const best = new Map<string, number>();
		for (const { id, dice } of this.#grams.near(word, floor)) keepBest(best, this.#term(id), dice);
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

	/** The same for a short name, by a closer comparison of its consonants and a lower floor. */
	soundsClose(name: string, sounds: Sounds, floor: number): AlikeTerm[] {
		const best = new Map<string, number>();
		this.#sounds.eachClose(name, (id) => {
			const alike = soundsAlike(sounds, this.word(id));
			if (alike >= floor) keepBest(best, this.#term(id), (1 + alike) / 2);
		});
		return list(best);
	}
}

function keepBest(best: Map<string, number>, term: string, alike: number): void {
	if (alike > (best.get(term) ?? 0)) best.set(term, alike);
}

function list(best: Map<string, number>): AlikeTerm[] {
	return Array.from(best, ([term, alike]) => ({ term, alike }));
}
