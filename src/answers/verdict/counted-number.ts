import type { PassageHit } from "../../domain/passage-search.ts";
import { isArabic, type Token, tokens } from "../../language/text/tokens.ts";
import { hasConjunction } from "../../language/words/arabic-clitics.ts";
import { termOf } from "../../language/words/index-terms.ts";
import { noMarks, type SentenceMarks } from "../../question/sentence-marks.ts";
import { heldAmong } from "../evidence/term-words.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { isYear } from "../find/years.ts";

type Sentence = { words: readonly Token[]; quote: string; marks: SentenceMarks };

/** A number of quoted words, and the words `[from, to)` that tell what it counts. */
export type CountedNumber = { words: readonly Token[]; at: number; from: number; to: number };

/**
 * The number that counts what was asked: of several, the one in whose part of the sentence most of the
 * question stands, and the year that it names. Null where the words give none that the question does not.
 */
export function countedNumber(
	quote: string,
	hit: PassageHit,
	{ names, request, reading, marks = noMarks }: Findings,
): CountedNumber | null {
	const words = tokens(quote);
	const sentence = { words, quote, marks };
	const asked = new Set(tokens(request.text).map(({ text }) => text));
	const isNumber = ({ text }: Token) => /\p{Nd}/u.test(text) && names.isCount(text);
	const numbers = words.flatMap((word, at) =>
		isNumber(word) && !asked.has(word.text) ? [at] : [],
	);
	const years = new Set([reading.filters.from?.slice(0, 4), reading.filters.to?.slice(0, 4)]);
	const printed = new Set(words.flatMap(({ text }) => (isYear(text) ? [text] : [])));
	let best: { worth: number; near: number; counted: CountedNumber } | undefined;
	for (const [n, at] of numbers.entries()) {
		const from = boundary(sentence, numbers[n - 1], at);
		const next = numbers[n + 1];
		const to = next === undefined ? words.length : boundary(sentence, at, next);
		const own = words.slice(from, to);
		const near = own.filter((_, k) => Math.abs(from + k - at) <= thresholds.countReach);
		const terms = new Set(near.map(({ text }) => termOf(text)));
		const texts = new Set(near.map(({ text }) => text));
		const share = hit.asked.reduce(
			(sum, word) =>
				sum + word.share * (word.ways ? heldAmong(terms, word) : Number(texts.has(word.word))),
			0,
		);
		// A sentence of one year says all of it of that year.
		const isOfYear = printed.size > 1 && own.some(({ text }) => years.has(text));
		// All words of a question together are one.
		const worth = share + 2 * Number(isOfYear);
		const reached = words.flatMap(({ text }, k) =>
			hit.matched.has(text) ? [Math.abs(k - at)] : [],
		);
		const distance = Math.min(...reached, words.length);
		if (!best || worth > best.worth || (worth === best.worth && distance < best.near))
			best = { worth, near: distance, counted: { words, at, from, to } };
	}
	return best?.counted ?? null;
}

/** Where the words of the second of two numbers begin: at the last conjunction or comma between them, or behind the first one's year. */
function boundary(
	{ words, quote, marks }: Sentence,
	first: number | undefined,
	second: number,
): number {
	if (first === undefined) return 0;
	for (let at = second; at > first + 1; at--) {
		const [before, word] = [words[at - 1], words[at]];
		if (!before || !word) continue;
		const isBegun = isArabic(word.text) && hasConjunction(word.text);
		const isParted = /[,،;؛]/.test(quote.slice(before.end, word.start));
		if (isBegun || isParted || marks.connectives.at([before.text], 0)) return at;
	}
	const year = words.slice(first + 1, second).findLastIndex(({ text }) => isYear(text));
	return first + 2 + year;
}
