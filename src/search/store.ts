import type { Article, Passage } from "../domain/article.ts";
import type { PassageRef } from "../domain/ports.ts";
import { tokens } from "../language/tokens.ts";
import type { SearchData } from "./data.ts";
import { PassageIndex } from "./passage-index.ts";
import { CorpusWords } from "./words.ts";

/** A passage in the index: its words in order, those of its other language after them. */
export type StoredPassage = PassageRef & {
	/** Numbers of words, see CorpusWords. */
	words: Int32Array;
	/** Where the words of the passage's other language begin; the number of words where it has none. */
	otherFrom: number;
	/** Different terms in the passage's own language. */
	length: number;
};

/** Passages by number, their words, and the inverted index over them. */
export class PassageStore {
	readonly index = new PassageIndex();
	readonly words: CorpusWords;
	readonly passages: (StoredPassage | undefined)[] = [];
	readonly #byArticle = new Map<string, number[]>();
	readonly #titles = new Map<string, string>();
	#size = 0;

	constructor(data: SearchData) {
		this.words = new CorpusWords(data.stopWords);
	}

	get size(): number {
		return this.#size;
	}

	get articles(): readonly string[] {
		return [...this.#byArticle.keys()];
	}

	/** Numbers of an article's passages. */
	ofArticle(id: string): readonly number[] {
		return this.#byArticle.get(id) ?? [];
	}

	add(article: Article, passage: Passage): void {
		const own = this.#numbers(passage.text);
		const both = passage.paraphrase;
		const text = both && article.language === "en" ? both.ar : both?.en;
		const other = text === undefined || text === passage.text ? [] : this.#numbers(text);
		this.#insert(article, passage, Int32Array.from([...own, ...other]), own.length);
	}

	#insert(article: Article, passage: Passage, words: Int32Array, otherFrom: number): void {
		const number = this.index.nextId;
		const text = this.#terms(words.subarray(0, otherFrom));
		const other = this.#terms(words.subarray(otherFrom));
		this.index.add({ id: number, text, other, title: this.#titleOf(article) });
		const length = this.index.fieldLength(number, "text");
		this.passages[number] = { article, passage, words, otherFrom, length };
		const list = this.#byArticle.get(article.id);
		if (list) list.push(number);
		else this.#byArticle.set(article.id, [number]);
		this.#size++;
	}

	removeArticle(id: string): void {
		for (const number of this.#byArticle.get(id) ?? []) {
			this.index.discard(number);
			this.passages[number] = undefined;
			this.#size--;
		}
		this.#byArticle.delete(id);
		this.#titles.delete(id);
	}

	#numbers(text: string): number[] {
		return tokens(text).map((token) => this.words.idOf(token.text));
	}

	#terms(words: Int32Array): string {
		let out = "";
		for (const id of words) {
			const term = this.words.term(id);
			if (term) out += out ? ` ${term}` : term;
		}
		return out;
	}

	#titleOf(article: Article): string {
		const known = this.#titles.get(article.id);
		if (known !== undefined) return known;
		const both = article.titleParaphrase;
		const words = this.#numbers([article.title, both?.ar, both?.en].filter(Boolean).join("\n"));
		const title = this.#terms(Int32Array.from(words));
		this.#titles.set(article.id, title);
		return title;
	}
}
