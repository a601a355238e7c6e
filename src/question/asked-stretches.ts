import type { NameWords } from "../identity/name-data.ts";
import { isPlace } from "../identity/names-in-question.ts";
import { isArabic, type Token } from "../language/text/tokens.ts";
import { withoutConjunction } from "../language/words/arabic-clitics.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import { isEnglishArticle } from "../language/words/stem-english.ts";
import type { QuestionWords } from "./question-words.ts";

/** A part of a question, in UTF-16 units of its text. */
export type Stretch = { start: number; end: number };

/** What of a question another one may put something else in the place of. */
export type AskedStretches = {
	/** Names of countries and places, whole: Saudi Arabia. */
	places: Stretch[];
	/** What stands behind a preposition, which is folded, up to the next word without content. */
	behind: (Stretch & { preposition: string })[];
	/** Its words that name nothing, folded: prepositions and words without content. */
	light: string[];
	/** The one thing of which something is asked: when did *the strike* begin, كم تبلغ *ديون النادي*. */
	subject?: Stretch | undefined;
};

/** Words that the subject of an Arabic question has at most. */
const longestSubject = 3;

export function askedStretches(
	all: readonly Token[],
	words: QuestionWords,
	data: NameWords,
): AskedStretches {
	const run = new QuestionRun(all, words, data);
	const places = run.places();
	const subject = isArabic(all[0]?.text ?? "") ? run.arabicSubject() : run.englishSubject();
	return { places, behind: run.behind(), light: run.light(), subject };
}

class QuestionRun {
	readonly #all: readonly Token[];
	readonly #folded: readonly string[];
	readonly #words: QuestionWords;
	readonly #data: NameWords;

	constructor(all: readonly Token[], words: QuestionWords, data: NameWords) {
		this.#all = all;
		this.#folded = all.map(({ text }) => text);
		this.#words = words;
		this.#data = data;
	}

	places(): Stretch[] {
		const out: Stretch[] = [];
		for (let at = 0; at < this.#all.length; at++) {
			if (!this.#isPlace(at)) continue;
			const length = this.#data.lexicon.match(this.#folded, at)?.length ?? 1;
			out.push(this.#stretch(at, at + length));
			at += length - 1;
		}
		return out;
	}

	behind(): AskedStretches["behind"] {
		return this.#folded.flatMap((word, at) => {
			if (!this.#isPreposition(word)) return [];
			const preposition = withoutConjunction(word, 2);
			const from = isEnglishArticle(this.#folded[at + 1] ?? "") ? at + 2 : at + 1;
			const to = this.#contentFrom(from);
			return to > from ? [{ preposition, ...this.#stretch(from, to) }] : [];
		});
	}

	light(): string[] {
		return this.#folded.filter(
			(word) => this.#isPreposition(word) || isStopWord(word, this.#data.stopWords),
		);
	}

	/** Behind a word that asks and a verb one noun phrase and nothing else. */
	arabicSubject(): Stretch | undefined {
		const to = this.#contentFrom(2);
		const isWhole = to === this.#all.length && to > 2 && to - 2 <= longestSubject;
		const isPlain = this.#folded.slice(2).every((_, n) => !this.#isPlace(n + 2));
		return isWhole && isPlain ? this.#stretch(2, to) : undefined;
	}

	/** A definite noun phrase behind the auxiliary. */
	englishSubject(): Stretch | undefined {
		const { auxiliaries, copulas, notSpeaker, future } = this.#words;
		const folded = this.#folded;
		const helper = folded.findIndex(
			(word, at) =>
				auxiliaries.has(word) || copulas.has(word) || future.at(folded, at)?.to === at + 1,
		);
		if (helper < 0 || !isEnglishArticle(folded[helper + 1] ?? "")) return undefined;
		const from = helper + 2;
		// Of "the latest on" it is no thing.
		if (this.#words.latest.at(folded, from)) return undefined;
		const end = this.#contentFrom(from);
		let to = from;
		while (to < end && !this.#isVerb(to)) to++;
		// What is said of it stands at the end, but for "what is the price".
		const isOnlyNamed = helper > 0 && copulas.has(folded[helper] ?? "");
		if (to === this.#all.length && !isOnlyNamed) to--;
		// An object may be meant as well: when did the mayor close the bridge.
		const isAlone = folded.every(
			(word, at) => at < to || !isEnglishArticle(word) || notSpeaker.at(folded, at - 1),
		);
		return to > from && isAlone ? this.#stretch(from, to) : undefined;
	}

	#isPlace(at: number): boolean {
		const word = this.#folded[at] ?? "";
		return isPlace(word, this.#data) || isPlace(withoutConjunction(word, 2), this.#data);
	}

	#isPreposition(word: string): boolean {
		return this.#words.notSpeaker.at([withoutConjunction(word, 2)], 0) !== undefined;
	}

	#isVerb(at: number): boolean {
		const found = this.#data.lexicon.match([this.#folded[at] ?? ""], 0)?.entries ?? [];
		const exact = found.filter((each) => each.exact);
		const kinds = exact.map(({ entry }) => this.#data.lexicon.entry(entry).pos);
		return kinds.includes("v") && !kinds.includes("n");
	}

	/** Where the words of content that begin here end. */
	#contentFrom(from: number): number {
		const end = this.#folded.findIndex(
			(word, at) => at >= from && isStopWord(word, this.#data.stopWords),
		);
		return end < 0 ? this.#all.length : end;
	}

	#stretch(from: number, to: number): Stretch {
		return { start: this.#all[from]?.start ?? 0, end: this.#all[to - 1]?.end ?? 0 };
	}
}
