import { wordsOf } from "../language/text/tokens.ts";
import type { GlossWords } from "./gloss-data.ts";

/** How many negations a text has for certain, and how many it may have in the meaning of its words. */
type Negations = { sure: number; perhaps: number };

/**
 * Whether two texts can negate the same: what one writes out the other may have in a word's meaning
 * (_unfounded_, عدم), so that counts are ranges, and these have to meet.
 */
export function canNegateTheSame(
	one: { text: string; words: GlossWords },
	other: { text: string; words: GlossWords },
): boolean {
	const a = negationsOf(one.text, one.words);
	const b = negationsOf(other.text, other.words);
	return a.sure <= b.sure + b.perhaps && b.sure <= a.sure + a.perhaps;
}

function negationsOf(text: string, words: GlossWords): Negations {
	const said = ` ${wordsOf(text).join(" ")} `;
	const without = words.notNegations.reduce(
		(rest, each) => rest.replaceAll(` ${each} `, " _ "),
		said,
	);
	const all = without.trim().split(" ");
	const sure = all.filter((word) => words.negations.includes(word)).length;
	const perhaps = all.filter((word) => mayNegate(word, words)).length;
	const phrases = words.mayNegate.filter(
		(each) => each.includes(" ") && without.includes(` ${each} `),
	);
	return { sure, perhaps: perhaps + phrases.length };
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
