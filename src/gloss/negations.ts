import { wordsOf } from "../language/text/tokens.ts";
import type { ComparedWords, GlossWords } from "./gloss-data.ts";
import type { BothTexts } from "./same-names.ts";

/** How many negations a text has for certain, and how many it may have in the meaning of its words. */
type Negations = { sure: number; perhaps: number };

/**
 * Whether two texts can negate the same: what one writes out the other may have in a word's meaning
 * (_unfounded_, استبعد), so that counts are ranges, and these have to meet. Where both negate, one
 * may do so once more: neither, nor, ولا. What one tells of a thing the other must not tell as its contrary.
 */
export function canNegateTheSame({ en, ar }: BothTexts, words: ComparedWords): boolean {
	const a = negationsOf(en, words.en);
	const b = negationsOf(ar, words.ar);
	if (!isCovered(a, b) || !isCovered(b, a)) return false;
	return a.sure !== b.sure || !tellContraries({ en, ar }, words);
}

function isCovered(one: Negations, other: Negations): boolean {
	const again = one.sure > 0 && other.sure > 0 ? 1 : 0;
	return one.sure <= other.sure + other.perhaps + again;
}

export function negationsOf(text: string, words: GlossWords): Negations {
	const said = ` ${wordsOf(text).join(" ")} `;
	const without = words.notNegations.reduce((rest, each) => rest.replace(each, " _ "), said);
	const all = without.trim().split(" ");
	const places = all.flatMap((word, at) => (isNegation(word, words) ? [at] : []));
	// "Did not … but": only.
	const only = places.filter((at) =>
		all.some((word, n) => n > at && words.exceptions.includes(word)),
	);
	const phrases = (of: readonly string[], text: string) =>
		of.filter((each) => each.includes(" ") && text.includes(` ${each} `)).length;
	const sure = places.length + phrases(words.negations, without);
	const perhaps =
		all.filter((word) => mayNegate(word, words)).length + phrases(words.mayNegate, said);
	const isOnly = only.length > 0 ? 1 : 0;
	return { sure: sure - isOnly, perhaps: perhaps + isOnly };
}

function isNegation(word: string, { negations }: GlossWords): boolean {
	return negations.includes(word);
}

/** A word of so many letters holds more than the syllable that negates. */
const shortest = 6;

function mayNegate(word: string, words: GlossWords): boolean {
	if (words.negations.includes(word)) return false;
	if (words.mayNegate.includes(word)) return true;
	// و, ف and ب stand at its head.
	if (/^[وفب]/.test(word) && words.mayNegate.includes(word.slice(1))) return true;
	if (words.notFrom.some((start) => word.startsWith(start))) return false;
	return word.length >= shortest && words.mayNegateFrom.some((start) => word.startsWith(start));
}

/** Whether the one has only words of the one side, the other only those of its contrary. */
function tellContraries({ en, ar }: BothTexts, { opposites }: ComparedWords): boolean {
	const english = ` ${wordsOf(en).join(" ")} `;
	const arabic = ` ${wordsOf(ar).join(" ")} `;
	return opposites.some((pair) => {
		const a = sideOf(english, pair.en);
		const b = sideOf(arabic, pair.ar);
		return a !== null && b !== null && a !== b;
	});
}

/** Which of the two a text has words of; null for neither, and for both. The contrary may hold the other's words: not guilty. */
function sideOf(
	text: string,
	[one, other]: readonly [readonly string[], readonly string[]],
): 0 | 1 | null {
	const found = [one, other].map((side) => side.filter((word) => has(text, word)));
	const [first = [], second = []] = found;
	const isInside = (word: string, among: readonly string[]) =>
		among.some((each) => each !== word && ` ${each} `.includes(` ${word} `));
	const isOne = first.some((word) => !isInside(word, second));
	const isOther = second.some((word) => !isInside(word, first));
	return isOne === isOther ? null : isOne ? 0 : 1;
}

function has(text: string, word: string): boolean {
	return text.includes(` ${word} `) || text.includes(` و${word} `);
}
