import type { PassageHit } from "../../domain/passage-search.ts";
import { isArabic, type Token } from "../../language/text/tokens.ts";
import { isDefinite } from "../../language/words/arabic-clitics.ts";
import type { SentenceMarks } from "../../question/sentence-marks.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";

/** The words of a quotation, and by what its sentences answer. */
export type QuotedWords = { words: readonly Token[]; quote: string; marks: SentenceMarks };

/**
 * A number in words counts what is asked where a word of the question stands right behind it and the passage has
 * them all: nine people died. By itself it may be anything: two countries, the fourteenth, 3 million.
 */
export function isSpeltCount(
	at: number,
	{ words, marks }: QuotedWords,
	hit: PassageHit,
	{ names, reading }: Findings,
): boolean {
	const isAcross = hit.article.language !== reading.language;
	const [own, ...behind] = words.slice(at, at + 3).map(({ text }) => text);
	if (!own || marks.scales.at([own], 0) || names.isCount(words[at - 1]?.text ?? "")) return false;
	if (isArabic(own) && isDefinite(own)) return false;
	// «أربعة بكلفة»: behind a preposition stands nothing that is counted.
	const isCounted = (text: string) =>
		hit.matched.has(text) && !hit.asked.some(({ word }) => word === text.slice(1));
	const governs = (text: string | undefined) => marks.governs.at([text ?? ""], 0) !== undefined;
	const isBare = governs(words[at - 1]?.text) && (behind.length === 0 || governs(behind[0]));
	const isTold =
		behind.some(isCounted) || (isBare && words.slice(0, at).some(({ text }) => isCounted(text)));
	const whole = hit.asked.reduce((sum, { share, held }) => sum + share * held, 0);
	// A name of the other script may be there and not be recognised.
	const isAll = hit.asked.every(({ held }) => held >= thresholds.held);
	return isTold && (isAll || (isAcross && whole >= thresholds.acrossWhole));
}

/** A day of a month or an hour: 9 October, 24 آذار, 7:30. */
export function isOfTime(at: number, { words, quote, marks }: QuotedWords): boolean {
	const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
	if (!word) return false;
	const isMonth = (near: Token | undefined) =>
		near !== undefined && marks.calendar.at([near.text], 0) !== undefined;
	// "May 40 ships": a day of a month has two digits at most.
	if (/^\p{Nd}{1,2}$/u.test(word.text) && (isMonth(next) || isMonth(before))) return true;
	return /^:\p{Nd}/u.test(quote.slice(word.end)) || /\p{Nd}:$/u.test(quote.slice(0, word.start));
}

export function isPercent(at: number, { words, quote, marks }: QuotedWords): boolean {
	const behind = words.slice(at + 1, at + 4).map(({ text }) => text);
	return (
		/^\s?[%٪]/u.test(quote.slice(words[at]?.end)) || marks.percents.at(behind, 0) !== undefined
	);
}
