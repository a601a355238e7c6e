import type { StopWords } from "../../language/words/index-terms.ts";
import type { CorpusTerms } from "../widen/question-groups.ts";
import { CorpusWords } from "../words/corpus-words.ts";
import { GramCounts } from "../words/grams.ts";
import { type LengthNorms, normsOf } from "./scoring/length-norms.ts";
import { GrowingSegment } from "./segment/growing-segment.ts";
import { LiveSegment } from "./segment/live-segment.ts";
import type { IndexArticle } from "./segment/passage-rows.ts";
import type { Segment } from "./segment/segment.ts";
import { mostPassages } from "./segment/segment-source.ts";
import { together } from "./segment/term-list.ts";

/** Where an article stands. */
type Place = { live: LiveSegment; article: number };

export type KnownArticle = { number: number; id: string; fingerprint: string; passages: number };

/** A segment of a file, and those of its articles that were removed since it was written. */
export type OpenedSegment = { segment: Segment; removed: readonly number[] };

/**
 * All segments of one corpus, with what is counted over all of them, so that a passage scores as it
 * would in one index: its words' numbers, passages and their lengths, passages of each trigram.
 */
export class SegmentStore implements CorpusTerms {
	readonly words: CorpusWords;
	readonly gramCounts = new GramCounts();
	#lives: readonly LiveSegment[] = [];
	#growing: LiveSegment<GrowingSegment>;
	/** By number of an article; a number is never given again. */
	readonly #places: (Place | undefined)[] = [];
	readonly #numberOf = new Map<string, number>();
	#size = 0;
	#totalLength = 0;
	#norms: LengthNorms | undefined;

	constructor(stopWords: StopWords, words = new CorpusWords(stopWords)) {
		this.words = words;
		this.#growing = new LiveSegment(new GrowingSegment(words), []);
		this.#lives = [this.#growing];
	}

	/** Passages. */
	get size(): number {
		return this.#size;
	}

	/** In use: those of files, then what is being written, then what grows. The list is never changed. */
	get lives(): readonly LiveSegment[] {
		return this.#lives;
	}

	get growing(): LiveSegment<GrowingSegment> {
		return this.#growing;
	}

	/** Articles by their numbers. */
	get articles(): KnownArticle[] {
		return this.#places.flatMap((place, number) => {
			if (!place) return [];
			const { live, article } = place;
			const id = live.source.articles[article] ?? "";
			const { from, to } = live.passagesOf(article);
			const fingerprint = live.source.fingerprints[article] ?? "";
			return { number, id, fingerprint, passages: to - from };
		});
	}

	/** What of a passage's score depends on its length. */
	get norms(): LengthNorms {
		this.#norms ??= normsOf(this.#size, this.#totalLength, this.#lives);
		return this.#norms;
	}

	/** Takes in what came since the last question. */
	prepare(): void {
		for (const live of this.#lives) {
			if (!(live.source instanceof GrowingSegment)) continue;
			this.#countGrams(live);
			live.source.listTerms();
		}
	}

	#countGrams(live: LiveSegment): void {
		if (live.source instanceof GrowingSegment)
			live.source.countGrams(this.gramCounts, (passage) => live.isLive(passage));
	}

	holdsTogether(terms: readonly number[]): boolean {
		return this.#lives.some((live) => {
			const lists = terms.flatMap((term) => live.source.list(term) ?? []);
			if (lists.length < terms.length) return false;
			const { passages, from, to } = together(lists);
			for (let at = from; at < to; at++) if (live.isLive(passages[at] ?? 0)) return true;
			return false;
		});
	}

	/** Takes a segment of a file in, at opening. */
	open({ segment, removed }: OpenedSegment): void {
		const live = new LiveSegment<Segment>(segment, []);
		this.gramCounts.add(segment.gramCounts);
		for (let passage = 0; passage < segment.count; passage++)
			this.#totalLength += segment.lengthOf(passage);
		this.#size += segment.count;
		const gone = new Set(removed);
		for (const [article, id] of segment.articles.entries()) {
			if (!gone.has(article)) this.remove(id);
			const number = this.#number(live);
			if (gone.has(article)) this.#take({ live, article });
			else this.#numberOf.set(id, number);
		}
		this.#lives = [...this.#lives.filter((one) => one !== this.#growing), live, this.#growing];
		this.#norms = undefined;
	}

	/** Adds an article; one with its id is replaced. Gives its number. */
	add(article: IndexArticle): number {
		this.remove(article.id);
		const live = this.#growing;
		const before = live.source.count;
		live.source.add(article);
		this.#totalLength += live.catchUp();
		this.#size += live.source.count - before;
		this.#norms = undefined;
		const number = this.#number(live);
		this.#numberOf.set(article.id, number);
		return number;
	}

	/** Of the segment's next article. */
	#number(live: LiveSegment): number {
		const number = this.#places.push({ live, article: live.numbers.length }) - 1;
		live.numbers.push(number);
		return number;
	}

	/** Nothing happens where there is no such article. */
	remove(id: string): void {
		const number = this.#numberOf.get(id);
		const place = number === undefined ? undefined : this.#places[number];
		if (!place) return;
		this.#take(place);
		this.#numberOf.delete(id);
	}

	#take({ live, article }: Place): void {
		const { from, to } = live.passagesOf(article);
		const { source } = live;
		for (let passage = from; passage < to; passage++) {
			if (source instanceof GrowingSegment && !source.isCounted(passage)) continue;
			this.gramCounts.count(source.wordsOf(passage), this.words.grams, -1);
		}
		const { passages, length } = live.remove(article);
		this.#size -= passages;
		this.#totalLength -= length;
		this.#places[live.numbers[article] ?? -1] = undefined;
		this.#norms = undefined;
	}

	/** Whether a segment has room for so many passages more. */
	hasRoom(passages: number): boolean {
		const { count } = this.#growing.source;
		return count === 0 || count + passages <= mostPassages;
	}

	/** What grew stays as it is from now on, and the next article begins another. */
	rest(): LiveSegment<GrowingSegment> {
		const rested = this.#growing;
		this.#growing = new LiveSegment(new GrowingSegment(this.words), []);
		this.#lives = [...this.#lives, this.#growing];
		return rested;
	}

	/**
	 * Puts a segment in the place of those that it was made of. `numbers`: of its articles. What was
	 * removed of them meanwhile is removed of it.
	 */
	replace(made: readonly LiveSegment[], segment: Segment | null, numbers: number[]): void {
		for (const live of made) this.#countGrams(live);
		const rest = this.#lives.filter((live) => !made.includes(live) && live !== this.#growing);
		if (!segment) {
			this.#lives = [...rest, this.#growing];
			return;
		}
		const live = new LiveSegment(segment, numbers);
		for (const [article, number] of numbers.entries()) {
			if (this.#places[number]) this.#places[number] = { live, article };
			else live.remove(article);
		}
		this.#lives = [...rest, live, this.#growing];
		this.#norms = undefined;
	}
}
