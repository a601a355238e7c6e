import type { Article, Passage } from "../domain/article.ts";
import type { PassageRef } from "../domain/ports.ts";
import { tokens } from "../language/tokens.ts";
import type { SearchData } from "./data.ts";
import { GramCounts } from "./grams.ts";
import { Postings } from "./postings.ts";
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
	readonly words: CorpusWords;
	readonly postings = new Postings();
	readonly gramCounts = new GramCounts();
	/** A removed passage leaves a gap: numbers are never given again. */
	readonly passages: (StoredPassage | undefined)[] = [];
	readonly #byArticle = new Map<string, number[]>();
	/** By passage: the number of its article, given like those of passages. */
	readonly #articleOf: number[] = [];
	readonly #lengths: number[] = [];
	#articles = 0;
	#totalLength = 0;
	#size = 0;

	constructor(data: SearchData) {
		this.words = new CorpusWords(data.stopWords);
	}

	get size(): number {
		return this.#size;
	}

	/** The number of the passage's article, below `articleCount`. */
	articleOf(passage: number): number {
		return this.#articleOf[passage] ?? 0;
	}

	get articleCount(): number {
		return this.#articles;
	}

	/** The passage's words with content in its own language, 1 for as many as the average. */
	relativeLength(passage: number): number {
		return ((this.#lengths[passage] ?? 0) * this.#size) / (this.#totalLength || 1);
	}

	add(article: Article, passage: Passage): void {
		const own = this.#numbers(passage.text);
		const both = passage.paraphrase;
		const text = article.language === "en" ? both?.ar : both?.en;
		const other = text === undefined || text === passage.text ? [] : this.#numbers(text);
		const words = Int32Array.from([...own, ...other]);
		this.insert({ article, passage, words, otherFrom: own.length });
	}

	/** Takes a passage whose words are numbered already. */
	insert(stored: StoredPassage): void {
		const number = this.passages.push(stored) - 1;
		const terms = stored.words.map((word) => this.words.termNumber(word));
		const own = terms.subarray(0, stored.otherFrom);
		this.postings.add(number, [own, terms.subarray(stored.otherFrom)], this.words.termCount);
		this.gramCounts.count(stored.words, this.words.grams, 1);
		let length = 0;
		for (let at = 0; at < own.length; at++) if (own[at] !== 0) length++;
		this.#lengths.push(length);
		this.#totalLength += length;
		const siblings = this.#byArticle.get(stored.article.id);
		this.#articleOf.push(siblings ? this.articleOf(siblings[0] ?? 0) : this.#articles++);
		if (siblings) siblings.push(number);
		else this.#byArticle.set(stored.article.id, [number]);
		this.#size++;
	}

	removeArticle(id: string): void {
		for (const number of this.#byArticle.get(id) ?? []) {
			const stored = this.passages[number];
			if (!stored) continue;
			this.gramCounts.count(stored.words, this.words.grams, -1);
			this.#totalLength -= this.#lengths[number] ?? 0;
			this.passages[number] = undefined;
			this.#size--;
		}
		this.#byArticle.delete(id);
	}

	#numbers(text: string): number[] {
		return tokens(text).map((token) => this.words.idOf(token.text));
	}
}
