import type { Article } from "../../../domain/article.ts";
import { Language } from "../../../domain/sets/languages.ts";
import { tokens } from "../../../language/text/tokens.ts";
import { unwrap } from "../../../language/text/unwrap.ts";
import type { CorpusWords } from "../../words/corpus-words.ts";
import { Column, Rows } from "../../words/inverted-list.ts";
import { mostPassages } from "./segment-source.ts";

/** What the index reads of an article. Data alone: it goes to another thread. */
export type IndexArticle = {
	id: string;
	/** Of everything that is read of it; see `fingerprintOf`. */
	fingerprint: string;
	language: Language;
	passages: IndexPassage[];
};

type IndexPassage = {
	text: string;
	/** Its text in the other language, where it has one. */
	other: string | undefined;
	line: number;
	isParaphrased: boolean;
};

export function indexPassages({ language, passages }: Article): IndexPassage[] {
	// What stands behind so many is not found: no article has them.
	return passages.slice(0, mostPassages).map(({ text, paraphrase, source }) => {
		const other = language === "en" ? paraphrase?.ar : paraphrase?.en;
		return {
			text,
			other: other === text ? undefined : other,
			line: source.line,
			isParaphrased: paraphrase !== undefined,
		};
	});
}

/** Passages one behind the other, in typed arrays that another thread can be given. */
export type FlatRows = {
	/** By article, from 0: its id and fingerprint. */
	articles: string[];
	fingerprints: string[];
	/** By passage: its article, line and traits, and where the words of its other language begin. */
	articleOf: Int32Array;
	lines: Int32Array;
	traits: Int32Array;
	otherFrom: Int32Array;
	/** Numbers of the words of passage n: from `starts[n]` to `starts[n + 1]`. */
	starts: Int32Array;
	words: Int32Array;
};

/** The traits of a passage in a byte: the language of its article, and whether it is paraphrased. */
const paraphrased = 0x80;

export function traitsOf(language: Language, isParaphrased: boolean): number {
	return Language.options.indexOf(language) | (isParaphrased ? paraphrased : 0);
}

export function languageIn(traits: number): Language {
	return Language.options[traits & ~paraphrased] ?? "ar";
}

export function isParaphrasedIn(traits: number): boolean {
	return (traits & paraphrased) !== 0;
}

/** Passages in the order of their coming. */
export class PassageRows {
	readonly articles: string[] = [];
	readonly fingerprints: string[] = [];
	/** By article: its first passage. */
	readonly #firsts = new Column();
	readonly #articleOf = new Column();
	readonly #lines = new Column();
	readonly #traits = new Column();
	readonly #otherFrom = new Column();
	readonly #words = new Rows();

	get count(): number {
		return this.#words.count;
	}

	/** Begins an article: passages that are pushed belong to it. */
	begin(id: string, fingerprint: string): void {
		this.articles.push(id);
		this.fingerprints.push(fingerprint);
		this.#firsts.push(this.count);
	}

	push(words: ArrayLike<number>, row: { line: number; traits: number; otherFrom: number }): void {
		this.#words.push(words);
		this.#articleOf.push(this.articles.length - 1);
		this.#lines.push(row.line);
		this.#traits.push(row.traits);
		this.#otherFrom.push(row.otherFrom);
	}

	/** Adds an article whose words are numbered as they come. */
	add({ id, fingerprint, language, passages }: IndexArticle, words: CorpusWords): void {
		this.begin(id, fingerprint);
		const numbers = (text: string) => tokens(text).map((token) => words.idOf(token.text));
		for (const { text, other, line, isParaphrased } of passages) {
			const own = numbers(unwrap(text).text);
			const all = other === undefined ? own : [...own, ...numbers(other)];
			this.push(all, { line, traits: traitsOf(language, isParaphrased), otherFrom: own.length });
		}
	}

	firstOf(article: number): number {
		return article < this.articles.length ? this.#firsts.get(article) : this.count;
	}

	articleOf(passage: number): number {
		return this.#articleOf.get(passage);
	}

	lineOf(passage: number): number {
		return this.#lines.get(passage);
	}

	traits(passage: number): number {
		return this.#traits.get(passage);
	}

	otherFrom(passage: number): number {
		return this.#otherFrom.get(passage);
	}

	wordsOf(passage: number): Int32Array {
		return this.#words.get(passage);
	}

	/** Views: what is pushed later is not in them. */
	flat(): FlatRows {
		const { starts, items } = this.#words.flat();
		return {
			articles: this.articles,
			fingerprints: this.fingerprints,
			articleOf: this.#articleOf.all,
			lines: this.#lines.all,
			traits: this.#traits.all,
			otherFrom: this.#otherFrom.all,
			starts,
			words: items,
		};
	}
}
