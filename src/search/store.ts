import type { Article, Passage } from "../domain/article.ts";
import type { PassageRef } from "../domain/ports.ts";
import { tokens } from "../language/tokens.ts";
import type { SearchData } from "./data.ts";
import { PassageIndex } from "./passage-index.ts";
import { CorpusWords } from "./words.ts";

/** A passage in the index. */
export type StoredPassage = PassageRef & {
	/** Numbers of its words in order (CorpusWords); those of its other language after its own. */
	words: Int32Array;
	/** Where the words of the other language begin; the number of words where there is none. */
	otherFrom: number;
};

/** Passages by number, their words, and the inverted index over them. */
export class PassageStore {
	readonly index = new PassageIndex();
	readonly words: CorpusWords;
	/** A removed passage leaves a gap: numbers are never given again. */
	readonly passages: (StoredPassage | undefined)[] = [];
	/** By trigram (WordGrams): passages that hold it. */
	readonly gramPassages: number[] = [];
	readonly #byArticle = new Map<string, number[]>();
	readonly #lengths: number[] = [];
	/** By passage: the number of its article, given like those of passages. */
	readonly #articleOf: number[] = [];
	#articles = 0;
	#totalLength = 0;
	#size = 0;

	constructor(data: SearchData) {
		this.words = new CorpusWords(data.stopWords);
	}

	get size(): number {
		return this.#size;
	}

	/** Numbers of an article's passages. */
	ofArticle(id: string): readonly number[] {
		return this.#byArticle.get(id) ?? [];
	}

	/** The number of the passage's article, below `articleCount`. */
	articleOf(passage: number): number {
		return this.#articleOf[passage] ?? 0;
	}

	get articleCount(): number {
		return this.#articles;
	}

	/** The passage's words in its own language, 1 for as many as the average. */
	relativeLength(passage: number): number {
		return ((this.#lengths[passage] ?? 0) * this.#size) / (this.#totalLength || 1);
	}

	add(article: Article, passage: Passage): void {
		const own = this.numbers(passage.text);
		const both = passage.paraphrase;
		const text = article.language === "en" ? both?.ar : both?.en;
		const other = text === undefined || text === passage.text ? [] : this.numbers(text);
		const words = Int32Array.from([...own, ...other]);
		this.insert({ article, passage, words, otherFrom: own.length });
	}

	/** Takes a passage whose words are numbered already. */
	insert(stored: StoredPassage): void {
		const number = this.index.nextId;
		const own = stored.words.subarray(0, stored.otherFrom);
		const text = this.#terms(own);
		const other = this.#terms(stored.words.subarray(stored.otherFrom));
		this.index.add({ id: number, text: text.join(" "), other: other.join(" ") });
		this.passages[number] = stored;
		this.#lengths[number] = text.length;
		this.#totalLength += text.length;
		const list = this.#byArticle.get(stored.article.id);
		this.#articleOf[number] = list ? this.articleOf(list[0] ?? 0) : this.#articles++;
		if (list) list.push(number);
		else this.#byArticle.set(stored.article.id, [number]);
		this.#countGrams(stored, 1);
		this.#size++;
	}

	removeArticle(id: string): void {
		for (const number of this.ofArticle(id)) {
			const stored = this.passages[number];
			if (!stored) continue;
			this.index.discard(number);
			this.#countGrams(stored, -1);
			this.#totalLength -= this.#lengths[number] ?? 0;
			this.passages[number] = undefined;
			this.#size--;
		}
		this.#byArticle.delete(id);
	}

	/** Numbers of the words of a text, in order. */
	numbers(text: string): number[] {
		return tokens(text).map((token) => this.words.idOf(token.text));
	}

	#terms(words: Int32Array): string[] {
		const out: string[] = [];
		for (const id of words) {
			const term = this.words.term(id);
			if (term) out.push(term);
		}
		return out;
	}

	#countGrams(stored: StoredPassage, by: number): void {
		const seen = new Set<number>();
		for (const word of new Set(stored.words)) {
			for (const gram of this.words.grams.ofWord(word)) seen.add(gram);
		}
		for (const gram of seen) this.gramPassages[gram] = (this.gramPassages[gram] ?? 0) + by;
	}
}
