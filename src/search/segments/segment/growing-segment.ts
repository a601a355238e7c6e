import type { CorpusWords } from "../../words/corpus-words.ts";
import type { GramCounts } from "../../words/grams.ts";
import { Column } from "../../words/inverted-list.ts";
import { type IndexArticle, PassageRows } from "./passage-rows.ts";
import { contentLength, PassageTerms } from "./passage-terms.ts";
import type { SegmentSource } from "./segment-source.ts";
import { manyTimes, type TermList } from "./term-list.ts";

type GrowingList = TermList & { many: Map<number, number> };

/** What came in since the last segment was written: a passage is added for what it holds itself. */
export class GrowingSegment implements SegmentSource {
	readonly file = null;
	readonly rows = new PassageRows();
	readonly #words: CorpusWords;
	readonly #lists = new Map<number, GrowingList>();
	readonly #lengths = new Column();
	readonly #terms = new PassageTerms();
	/** Passages whose terms are listed, and whose trigrams are counted. */
	#listed = 0;
	#counted = 0;

	constructor(words: CorpusWords) {
		this.#words = words;
	}

	get count(): number {
		return this.rows.count;
	}

	get articles(): readonly string[] {
		return this.rows.articles;
	}

	get fingerprints(): readonly string[] {
		return this.rows.fingerprints;
	}

	add(article: IndexArticle): void {
		this.rows.add(article, this.#words);
		for (let passage = this.#lengths.count; passage < this.count; passage++)
			this.#lengths.push(contentLength(this.#termsOf(passage), this.rows.otherFrom(passage)));
	}

	/** Counts the trigrams of what came since. */
	countGrams(gramCounts: GramCounts, isLive: (passage: number) => boolean): void {
		for (; this.#counted < this.count; this.#counted++)
			if (isLive(this.#counted))
				gramCounts.count(this.wordsOf(this.#counted), this.#words.grams, 1);
	}

	/** Lists what came since: a build asks nothing, and needs no lists before its segment is written. */
	listTerms(): void {
		for (; this.#listed < this.count; this.#listed++) {
			const passage = this.#listed;
			const otherFrom = this.rows.otherFrom(passage);
			this.#terms.each(this.#termsOf(passage), otherFrom, (term, times) =>
				this.#put(term, passage, times),
			);
		}
	}

	/** Its trigrams are among those that are counted. */
	isCounted(passage: number): boolean {
		return passage < this.#counted;
	}

	#termsOf(passage: number): Int32Array {
		return this.wordsOf(passage).map((word) => this.#words.termNumber(word));
	}

	#put(term: number, passage: number, times: number): void {
		let list = this.#lists.get(term);
		if (!list) {
			const room = { passages: new Uint16Array(2), times: new Uint8Array(2) };
			list = { ...room, from: 0, to: 0, many: new Map() };
			this.#lists.set(term, list);
		}
		if (list.to === list.passages.length) {
			const { passages, times: before } = list;
			list.passages = new Uint16Array(2 * passages.length);
			list.passages.set(passages);
			list.times = new Uint8Array(2 * before.length);
			list.times.set(before);
		}
		list.passages[list.to] = passage;
		list.times[list.to] = Math.min(times, manyTimes);
		if (times >= manyTimes) list.many.set(list.to, times);
		list.to++;
	}

	list(term: number): TermList | undefined {
		return this.#lists.get(term);
	}

	lengthOf(passage: number): number {
		return this.#lengths.get(passage);
	}

	wordsOf(passage: number): Int32Array {
		return this.rows.wordsOf(passage);
	}

	otherFrom(passage: number): number {
		return this.rows.otherFrom(passage);
	}

	articleOf(passage: number): number {
		return this.rows.articleOf(passage);
	}

	firstOf(article: number): number {
		return this.rows.firstOf(article);
	}

	lineOf(passage: number): number {
		return this.rows.lineOf(passage);
	}

	traits(passage: number): number {
		return this.rows.traits(passage);
	}
}
