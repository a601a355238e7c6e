import type { Claim } from "../domain/article.ts";
import { datesOverlap } from "../domain/dates.ts";
import { rememberedWord } from "../language/text/memo.ts";
import { fold } from "../language/text/normalise.ts";
import { analyse, type StopWords } from "../language/words/index-terms.ts";
import { Vocabulary } from "../language/words/vocabulary.ts";
import type { ClaimRef } from "./library.ts";

// Two reports of one statement share this much of the shorter one's terms.
const shareOfTerms = 0.6;
const fewestTerms = 3;
// Of two people each is told to say the other's words: one word more may make another thing of them.
const shareOfTwo = 0.75;
// In two languages only what both are about can be compared: nearly all of it must be the same.
const shareOfTags = 0.75;
const fewestTags = 3;

/**
 * Tells whether two claims report one statement: one speaker, no denial beside an assertion, days that
 * may be the same, and the same words; across languages, the same subjects.
 */
export class Statements {
	readonly #stopWords: StopWords;
	readonly #vocabulary = new Vocabulary();
	/** Numbers of its terms, rising: many digests compare the same claims. */
	readonly #terms = new WeakMap<Claim, Int32Array>();

	constructor(stopWords: StopWords) {
		this.#stopWords = stopWords;
	}

	same(a: ClaimRef, b: ClaimRef): boolean {
		return (
			speakerKey(a.claim) === speakerKey(b.claim) &&
			daysMeet(a.claim.saidOn.value, b.claim.saidOn.value) &&
			this.sameWords(a, b)
		);
	}

	/** The same of two claims by one speaker on days that meet. */
	sameWords(a: ClaimRef, b: ClaimRef): boolean {
		return this.#alike(a, b, (left, right) => shareOfTerms * Math.min(left, right));
	}

	/** Whether what two say, whoever they are, is the same: neither says much that the other does not. */
	sameOfTwo(a: ClaimRef, b: ClaimRef): boolean {
		return this.#alike(a, b, (left, right) => shareOfTwo * Math.max(left, right));
	}

	/** `least`: how many terms both have to share, by how many each has. */
	#alike(a: ClaimRef, b: ClaimRef, least: (a: number, b: number) => number): boolean {
		if ((a.claim.act === "denies") !== (b.claim.act === "denies")) return false;
		const [left, right] = [this.#termsOf(a.claim), this.#termsOf(b.claim)];
		if (
			Math.min(left.length, right.length) >= fewestTerms &&
			inCommon(left, right) >= least(left.length, right.length)
		)
			return true;
		if (a.article.language === b.article.language) return false;
		const [mine, theirs] = [tagsOf(a.claim), tagsOf(b.claim)];
		return (
			a.claim.act === b.claim.act &&
			Math.min(mine.size, theirs.size) >= fewestTags &&
			overlap(mine, theirs) >= shareOfTags
		);
	}

	#termsOf(claim: Claim): Int32Array {
		let terms = this.#terms.get(claim);
		if (!terms) {
			const texts = [claim.quote, claim.paraphrase?.ar, claim.paraphrase?.en];
			const all = texts.flatMap((text) => (text ? analyse(text, this.#stopWords) : []));
			const long = all.map(({ term }) => term).filter((term) => term.length > 1);
			terms = this.#vocabulary.numbersOf(long).sort();
			this.#terms.set(claim, terms);
		}
		return terms;
	}
}

const byStopWords = new WeakMap<StopWords, Statements>();

/** One for all that a process compares. */
export function statementsOf(stopWords: StopWords): Statements {
	let statements = byStopWords.get(stopWords);
	if (!statements) {
		statements = new Statements(stopWords);
		byStopWords.set(stopWords, statements);
	}
	return statements;
}

/** Days that are not known may be any. */
export function daysMeet(day: string | null, other: string | null): boolean {
	return day === null || other === null || datesOverlap(day, other);
}

/** How many numbers two rising lists share. */
function inCommon(a: Int32Array, b: Int32Array): number {
	let both = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const [left = 0, right = 0] = [a[i], b[j]];
		if (left === right) both++;
		if (left <= right) i++;
		if (right <= left) j++;
	}
	return both;
}

function tagsOf({ about, topics }: Claim): ReadonlySet<string> {
	return new Set([...about, ...topics]);
}

/** Share of the smaller set that is in the other, 0 to 1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let both = 0;
	for (const each of small) if (large.has(each)) both++;
	return small.size === 0 ? 0 : both / small.size;
}

export function speakerKey({ speaker }: Claim): string {
	return speaker.kind === "anonymous" ? "anonymous" : lastName(speaker.label?.en ?? speaker.name);
}

/** Without the article: Putin and Vladimir Putin are one speaker. */
const lastName = rememberedWord((name): string => {
	const words = fold(name)
		.replace(/[^\p{L}\p{Nd}\s]/gu, "")
		.trim()
		.split(/\s+/);
	return (words.at(-1) ?? "").replace(/^ال/, "");
});
