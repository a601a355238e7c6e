import type { PassageQuery, PassageRef } from "../../domain/passage-search.ts";
import type { Slices } from "../../domain/slices.ts";
import type { StopWords } from "../../language/words/index-terms.ts";
import type { PassageStore, StoredPassage } from "../index/passage-index.ts";
import { tuning } from "../tuning.ts";
import type { Closeness } from "./closeness.ts";
import { highest } from "./highest.ts";
import { type LetterPassage, LetterScore } from "./letter-score.ts";
import type { Scores } from "./word-score.ts";

/** What a query asks of passages beside its words. */
export type Tests = {
	accept: ((ref: PassageRef) => boolean) | undefined;
	prefer: ((ref: PassageRef) => number) | undefined;
};

/** A passage, its score, and its number. */
export type Ranked = [stored: StoredPassage, score: number, number: number];

/** Best first; equal ones by article and place, so that the order is the same every time. */
function byScore([a, scoreA, numberA]: Ranked, [b, scoreB, numberB]: Ranked): number {
	return scoreB - scoreA || byPlace(a, b) || numberA - numberB;
}

/** The numbers of passages are no order: they tell when each article came in. */
function byPlace(a: StoredPassage, b: StoredPassage): number {
	if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
	return a.passage.source.line - b.passage.source.line;
}

/** A question's passages with what was worked out for its words. */
type Scored = {
	store: PassageStore;
	stopWords: StopWords;
	scores: Scores;
	closeness: Closeness;
};

/** Passages that are looked at closely in one step, and that are asked what they are preferred for. */
const closeStep = 100;
const preferredStep = 2_000;

/** The best passages, best first, with their scores. */
export function* rankPassages(
	query: PassageQuery,
	{ accept, prefer }: Tests,
	{ store, stopWords, scores, closeness }: Scored,
): Slices<Ranked[]> {
	const { passages, total, ranks } = scores;
	const lent = lentByArticle(scores, store);
	for (let n = 0; n < passages.length; n++) {
		const number = passages[n] ?? 0;
		ranks[number] = (total[number] ?? 0) + tuning.article * (lent[store.articleOf(number)] ?? 0);
	}
	const isWanted = (number: number) => {
		// It may have been removed since the search began.
		const stored = store.passages[number];
		return stored !== undefined && (!accept || accept(stored));
	};
	const most = Math.max(tuning.depth, query.limit);
	const tie = (one: number, other: number) => {
		const [a, b] = [store.passages[one], store.passages[other]];
		return (a && b ? byPlace(a, b) : 0) || one - other;
	};
	const close = yield* highest(passages, most, ranks, { accept: isWanted, tie });
	yield;
	const letters = new LetterScore(query.text, query.language, store, stopWords);
	const ranked: Ranked[] = [];
	for (const [n, number] of close.entries()) {
		if (n % closeStep === closeStep - 1) yield;
		const stored = store.passages[number];
		if (!stored) continue;
		const both = withLetters((ranks[number] ?? 0) + closeness.bonus(stored.words), letters, {
			words: stored.words,
			language: stored.article.language,
			isParaphrased: stored.passage.paraphrase !== undefined,
			relativeLength: store.relativeLength(number),
		});
		ranked.push([stored, prefer ? both * (1 + tuning.prefer * prefer(stored)) : both, number]);
	}
	return ranked.sort(byScore);
}

/** A passage's score by its words, with that by its letters. */
export function withLetters(words: number, letters: LetterScore, passage: LetterPassage): number {
	return words + (letters.of(passage) ?? tuning.gramElsewhere * words);
}

/** Where the text asks for nothing: the passages that are preferred for other reasons. */
export function* preferredPassages(
	store: PassageStore,
	{ accept, prefer }: Tests,
): Slices<Ranked[]> {
	const out: Ranked[] = [];
	for (const [number, stored] of store.passages.entries()) {
		if (number % preferredStep === preferredStep - 1) yield;
		if (!stored || (accept && !accept(stored))) continue;
		const score = prefer?.(stored) ?? 0;
		if (score > 0) out.push([stored, score, number]);
	}
	return out.sort(byScore);
}

/** By article: the mean of its best passages. */
function lentByArticle(scores: Scores, store: PassageStore): Float64Array {
	const top = tuning.articleTop;
	const best = new Float64Array(store.articleCount * top);
	for (const number of scores.passages) {
		const from = store.articleOf(number) * top;
		let score = scores.total[number] ?? 0;
		for (let at = from; at < from + top; at++) {
			const kept = best[at] ?? 0;
			if (score <= kept) continue;
			best[at] = score;
			score = kept;
		}
	}
	const out = new Float64Array(store.articleCount);
	for (let at = 0; at < best.length; at++) {
		const article = Math.floor(at / top);
		out[article] = (out[article] ?? 0) + (best[at] ?? 0) / top;
	}
	return out;
}
