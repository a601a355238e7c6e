import type { Article, Passage } from "../../domain/article.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import { tokens } from "../../language/text/tokens.ts";
import { unwrap } from "../../language/text/unwrap.ts";
import type { SearchData } from "../search-data.ts";
import type { SnapshotParts } from "../snapshot-parts.ts";
import { breath } from "../turns.ts";
import { CorpusWords } from "../words/corpus-words.ts";
import { GramCounts } from "../words/grams.ts";
import { Column, Rows } from "../words/inverted-list.ts";
import { Postings } from "./postings.ts";

/** A passage in the index. */
export type StoredPassage = PassageRef & {
	/** Numbers of its words in order (CorpusWords); those of its other language after its own. */
	words: Int32Array;
	/** Where the words of the other language begin; the number of words where there is none. */
	otherFrom: number;
};

/** In place of an offset: the passage was removed. */
const gap = -1;

type Saved = { words: CorpusWords; postings: Postings; gramCounts: GramCounts };

/** Passages by number, their words, and the inverted index over them. */
export class PassageStore {
	readonly words: CorpusWords;
	readonly postings: Postings;
	readonly gramCounts: GramCounts;
	/** A removed passage leaves a gap: numbers are never given again. */
	readonly passages: (StoredPassage | undefined)[] = [];
	readonly #byArticle = new Map<string, number[]>();
	/** By passage: the number of its article, given like those of passages. */
	#articleOf = new Column();
	/** By passage: its words with content in its own language. */
	#lengths = new Column();
	#articles = 0;
	#relative: Float32Array | undefined;
	#totalLength = 0;
	#size = 0;

	constructor({ stopWords }: SearchData, saved?: Saved) {
		this.words = saved?.words ?? new CorpusWords(stopWords);
		this.postings = saved?.postings ?? new Postings();
		this.gramCounts = saved?.gramCounts ?? new GramCounts();
	}

	/** A store as it was saved; throws a RangeError where these are not the articles it was built of. */
	static async from(
		parts: SnapshotParts,
		articles: readonly Article[],
		data: SearchData,
	): Promise<PassageStore> {
		const postings = await Postings.from(parts.in("postings"));
		const words = await CorpusWords.from(parts.in("words"), data.stopWords);
		await breath();
		const gramCounts = GramCounts.from(parts.in("gram-counts"));
		const out = new PassageStore(data, { words, postings, gramCounts });
		await breath();
		const byId = new Map(articles.map((article) => [article.id, article]));
		const rows = Rows.from(parts.in("rows"));
		const otherFrom = parts.numbers("other-from");
		out.#articleOf = Column.from(parts.numbers("article-of"));
		out.#lengths = Column.from(parts.numbers("lengths"));
		const ids = parts.words("articles");
		out.#articles = ids.length;
		for (let number = 0; number < rows.count; number++) {
			const from = otherFrom[number] ?? gap;
			if (from === gap) {
				out.passages.push(undefined);
				continue;
			}
			const article = byId.get(ids[out.articleOf(number)] ?? "");
			const passage = article?.passages[out.#byArticle.get(article.id)?.length ?? 0];
			if (!article || !passage) throw new RangeError("names a passage that the corpus lacks");
			out.passages.push({ article, passage, words: rows.get(number), otherFrom: from });
			out.#count(number, article.id);
		}
		const wanted = articles.reduce((sum, article) => sum + article.passages.length, 0);
		if (out.size !== wanted) throw new RangeError("lacks a passage of the corpus");
		return out;
	}

	save(parts: SnapshotParts): void {
		this.words.save(parts.in("words"));
		this.postings.save(parts.in("postings"));
		this.gramCounts.save(parts.in("gram-counts"));
		const rows = new Rows();
		const ids: string[] = Array<string>(this.#articles).fill("");
		for (const [number, stored] of this.passages.entries()) {
			rows.push(stored?.words ?? []);
			if (stored) ids[this.articleOf(number)] = stored.article.id;
		}
		rows.save(parts.in("rows"));
		parts.putWords("articles", ids);
		parts.put("article-of", this.#articleOf.all);
		parts.put("lengths", this.#lengths.all);
		parts.put(
			"other-from",
			Int32Array.from(this.passages, (stored) => stored?.otherFrom ?? gap),
		);
	}

	get size(): number {
		return this.#size;
	}

	/** By passage: `relativeLength`, 0 for a removed one. A copy that serves until the store changes. */
	get relativeLengths(): Float32Array {
		if (!this.#relative) {
			this.#relative = new Float32Array(this.passages.length);
			for (const number of this.passages.keys())
				this.#relative[number] = this.relativeLength(number);
		}
		return this.#relative;
	}

	/** The number of the passage's article, below `articleCount`. */
	articleOf(passage: number): number {
		return this.#articleOf.get(passage);
	}

	get articleCount(): number {
		return this.#articles;
	}

	/** The passage's words with content in its own language, 1 for as many as the average. */
	relativeLength(passage: number): number {
		if (!this.passages[passage]) return 0;
		// A passage of nothing but stop words is short, and is not removed.
		return (Math.max(1, this.#lengths.get(passage)) * this.#size) / Math.max(1, this.#totalLength);
	}

	/** Some passage that has not been taken out holds all the terms. */
	holdsTogether(terms: readonly number[]): boolean {
		for (const passage of this.postings.together(terms).keys())
			if (this.passages[passage]) return true;
		return false;
	}

	add(article: Article, passage: Passage): void {
		const own = this.#numbers(unwrap(passage.text).text);
		const both = passage.paraphrase;
		const text = article.language === "en" ? both?.ar : both?.en;
		const other = text === undefined || text === passage.text ? [] : this.#numbers(text);
		const words = Int32Array.from([...own, ...other]);
		const number = this.passages.push({ article, passage, words, otherFrom: own.length }) - 1;
		const terms = words.map((word) => this.words.termNumber(word));
		this.postings.add(number, [terms.subarray(0, own.length), terms.subarray(own.length)]);
		this.gramCounts.count(words, this.words.grams, 1);
		const siblings = this.#byArticle.get(article.id);
		this.#articleOf.push(siblings ? this.articleOf(siblings[0] ?? 0) : this.#articles++);
		this.#lengths.push(own.filter((word) => this.words.termNumber(word) !== 0).length);
		this.#count(number, article.id);
	}

	#count(number: number, article: string): void {
		this.#relative = undefined;
		this.#totalLength += this.#lengths.get(number);
		this.#size++;
		const siblings = this.#byArticle.get(article);
		if (siblings) siblings.push(number);
		else this.#byArticle.set(article, [number]);
	}

	removeArticle(id: string): void {
		for (const number of this.#byArticle.get(id) ?? []) {
			const stored = this.passages[number];
			if (!stored) continue;
			this.gramCounts.count(stored.words, this.words.grams, -1);
			this.#relative = undefined;
			this.#totalLength -= this.#lengths.get(number);
			this.passages[number] = undefined;
			this.#size--;
		}
		this.#byArticle.delete(id);
	}

	/**
	 * Puts an article in the place of the one with its id where the passages' texts are the same, so
	 * that the index stays as it is; false, and nothing done, where they are not.
	 */
	exchange(article: Article): boolean {
		const numbers = this.#byArticle.get(article.id) ?? [];
		if (numbers.length !== article.passages.length) return false;
		const exchanged = article.passages.flatMap((passage, at): StoredPassage[] => {
			const stored = this.passages[numbers[at] ?? gap];
			const same = stored && textsOf(stored.passage) === textsOf(passage);
			return same ? [{ ...stored, article, passage }] : [];
		});
		if (exchanged.length !== numbers.length) return false;
		for (const [at, stored] of exchanged.entries()) this.passages[numbers[at] ?? gap] = stored;
		return true;
	}

	#numbers(text: string): number[] {
		return tokens(text).map((token) => this.words.idOf(token.text));
	}
}

function textsOf({ text, paraphrase }: Passage): string {
	return `${text}\n${paraphrase?.ar ?? ""}\n${paraphrase?.en ?? ""}`;
}
