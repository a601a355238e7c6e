import { type Token, tokens } from "../language/text/tokens.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import type { BothTexts, NameReaders } from "./compare/name-readers.ts";

/** What questions of both languages are compared by. */
export type QuestionReaders = Pick<NameReaders, "names" | "stopWords"> & {
	/** What kind of answer is asked for; null where that cannot be told. */
	asks(question: string): string | null;
};

/**
 * What speaks for or against two questions being one, in the scale of logarithms of odds. Fitted on half
 * of 612 questions of both languages beside their neighbours in the same article, and looked at on the
 * other half (docs/translation.md).
 */
const evidence = {
	/** An Arabic word that the English question holds: few do by chance. */
	found: 1.7,
	/** A listed English word or a name that the Arabic one lacks. One that nothing lists tells nothing. */
	missing: -0.9,
	figureFound: 0.6,
	figureMissing: -1.5,
	/** Who, when, how many: the same, or another. */
	sameKind: 1.1,
	otherKind: -1.1,
	/** For e times as many words. */
	length: -2.5,
	/** From so much on they are one, where this share of one's words is in the other besides. */
	enough: -1.2,
	share: 0.25,
};

/** Whether the two questions ask the same, as far as both languages' words tell. */
export function askTheSame(questions: BothTexts, readers: QuestionReaders): boolean {
	const { en, ar } = questions;
	const english = wordsOf(en, readers);
	const arabic = wordsOf(ar, readers);
	if (english.length === 0 || arabic.length === 0) return false;
	const kinds = [readers.asks(en), readers.asks(ar)];
	const kind = kinds.includes(null)
		? 0
		: kinds[0] === kinds[1]
			? evidence.sameKind
			: evidence.otherKind;
	const found = { en: foundOf(english, ar, readers), ar: foundOf(arabic, en, readers) };
	const held = Math.max(found.en.size / english.length, found.ar.size / arabic.length);
	// Of a single rare word nothing can be compared, and the search makes little of it either.
	if (english.length > 1 && held < evidence.share) return false;
	const sum =
		sumOf(english, (word) => worthOfEnglish(word, found.en, en, readers)) +
		sumOf(arabic, (word) => worthOfArabic(word, found.ar)) +
		kind +
		evidence.length * Math.abs(Math.log(english.length / arabic.length));
	return sum >= evidence.enough;
}

function foundOf(words: readonly Token[], other: string, { names }: QuestionReaders): Set<Token> {
	return new Set(words.filter(({ text }) => names.test(text)([other])));
}

function worthOfEnglish(
	word: Token,
	found: ReadonlySet<Token>,
	question: string,
	{ names }: QuestionReaders,
): number {
	if (isFigure(word)) return figureWorth(found.has(word));
	if (found.has(word)) return 0;
	const isName = /^\p{Lu}/u.test(question.slice(word.start));
	return isName || !names.isUnlisted(word.text) ? evidence.missing : 0;
}

function worthOfArabic(word: Token, found: ReadonlySet<Token>): number {
	if (isFigure(word)) return figureWorth(found.has(word));
	return found.has(word) ? evidence.found : 0;
}

function figureWorth(isFound: boolean): number {
	return isFound ? evidence.figureFound : evidence.figureMissing;
}

function isFigure({ text }: Token): boolean {
	return /\p{Nd}/u.test(text);
}

/** Those that say something. */
function wordsOf(text: string, { stopWords }: QuestionReaders): Token[] {
	return tokens(text).filter(
		(word) => /^[\p{L}\p{Nd}]{2}/u.test(word.text) && !isStopWord(word.text, stopWords),
	);
}

function sumOf<T>(all: readonly T[], worth: (one: T) => number): number {
	return all.reduce((sum, one) => sum + worth(one), 0);
}
