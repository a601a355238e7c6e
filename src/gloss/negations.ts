import { wordsOf } from "../language/text/tokens.ts";
import { readingsOf, type WordReading } from "../language/words/arabic-clitics.ts";
import type { GlossWords } from "./gloss-data.ts";

/** How many negations a text has for certain, and how many it may have in the meaning of its words. */
export type Negations = {
	sure: number;
	/** Those that say once more what is negated already: nor, ولا. */
	again: number;
	perhaps: number;
	/** A negation that a word behind it turns into "only". */
	isOnly: boolean;
};

/**
 * Counts them. `spent`: words whose counterpart stands in the other text, so that their meaning answers for no
 * negation of its.
 */
export function negationsOf(
	text: string,
	words: GlossWords,
	spent: ReadonlySet<string> = new Set(),
): Negations {
	const said = ` ${wordsOf(text).join(" ")} `;
	const without = words.notNegations.reduce((rest, each) => rest.replace(each, " _ "), said);
	const all = without.trim().split(" ");
	const places = all.flatMap((word, at) => (words.negations.includes(word) ? [at] : []));
	// "Did not … but": only.
	const isOnly = places.some((at) =>
		all.some((word, n) => n > at && words.exceptions.includes(word)),
	);
	const phrases = (of: readonly string[], text: string) =>
		of.filter((each) => each.includes(" ") && text.includes(` ${each} `)).length;
	const again = places.filter((at) => isAgain(all, at, places, words)).length;
	const sure = places.length - again + phrases(words.negations, without);
	const perhaps =
		all.filter((word) => mayNegate(word, words) && !spent.has(word)).length +
		phrases(words.mayNegate, said) +
		negatesAtHead(text, words);
	const only = isOnly ? 1 : 0;
	return { sure: sure - only, again, perhaps: perhaps + only, isOnly };
}

/** So many words before it stands what it repeats. */
const againReach = 8;

/** Nor, ولا and what one of them follows: لا الآن ولا غدا. */
function isAgain(
	all: readonly string[],
	at: number,
	places: readonly number[],
	{ coordinated }: GlossWords,
): boolean {
	const isFirst = !places.some((other) => other < at && other >= at - againReach);
	if (isFirst) return false;
	const next = places.find((other) => other > at && other <= at + 3);
	return [at, next].some((place) => place !== undefined && coordinated.includes(all[place] ?? ""));
}

const clauseEnd = /[.,;:!?،؛؟«»"“”()]/u;

/** Words that negate only at the head of a clause, and are "which" or "some" behind others: ما. */
function negatesAtHead(text: string, { headNegations, clauseHeads }: GlossWords): number {
	if (headNegations.length === 0) return 0;
	const clauses = text.split(clauseEnd).map(wordsOf);
	return clauses.flatMap((clause) =>
		clause.filter(
			(word, at) =>
				headNegations.includes(word) && (at === 0 || clauseHeads.includes(clause[at - 1] ?? "")),
		),
	).length;
}

/** A word of so many letters holds more than the syllable that negates. */
const shortest = 6;

export function mayNegate(word: string, words: GlossWords): boolean {
	if (words.negations.includes(word)) return false;
	const isListed = ({ text }: WordReading) =>
		words.mayNegate.includes(text) || words.denials.includes(text);
	if (readingsOf(word).some(isListed)) return true;
	if (words.notFrom.some((start) => word.startsWith(start))) return false;
	return (
		word.length >= shortest &&
		(words.mayNegateFrom.some((start) => word.startsWith(start)) ||
			words.mayNegateEnd.some((end) => word.endsWith(end)))
	);
}
