import { wordsOf } from "../../language/text/tokens.ts";
import { withoutConjunction } from "../../language/words/arabic-clitics.ts";
import type { ComparedWords, GlossWords } from "../gloss-data.ts";
import { mayNegate, type Negations, negationsOf } from "../negations.ts";
import type { Aligned, PlacedWord } from "./align.ts";
import type { BothTexts } from "./name-readers.ts";
import { deniedInOneAlone, negatedIn } from "./negated.ts";
import { saidIn, saysAnyWithAnd } from "./said-phrases.ts";

/** How often two texts differ in what they deny, by how that shows. */
export type Polarity = {
	/** Negations that nothing in the other text answers for. */
	excess: number;
	/** Words that one denies and the other plainly tells. */
	denied: number;
	/** Verbs that deny, in one alone. */
	denials: number;
	/** Only, except, unless and almost, in one alone. */
	limits: number;
};

export function polarityOf(both: BothTexts, aligned: Aligned, words: ComparedWords): Polarity {
	const en = sideOf(both.en, aligned.en, aligned.ar, words.en, words.ar);
	const ar = sideOf(both.ar, aligned.ar, aligned.en, words.ar, words.en);
	return {
		excess: excessOf(en.negations, ar.negations) + excessOf(ar.negations, en.negations),
		denied: deniedInOneAlone(en, ar) + deniedInOneAlone(ar, en),
		denials: denialsAlone(en, ar) + denialsAlone(ar, en),
		limits: limitsAlone(en, ar, words),
	};
}

type Side = ReturnType<typeof sideOf>;

function sideOf(
	text: string,
	own: readonly PlacedWord[],
	other: readonly PlacedWord[],
	words: GlossWords,
	others: GlossWords,
) {
	const spent = own.filter(({ links }) =>
		links.some((link) => mayNegate(other[link]?.text ?? "", others)),
	);
	return {
		words: own,
		said: saidIn(wordsOf(text)),
		negations: negationsOf(text, words, new Set(spent.map((word) => word.text))),
		negated: negatedIn(own, words.verbNegations, words),
		denials: own.filter((word) => isDenial(word.text, words)),
		denies: (word: string) => words.negations.includes(word) || mayNegate(word, words),
	};
}

function isDenial(word: string, { denials }: GlossWords): boolean {
	return denials.includes(word) || denials.includes(withoutConjunction(word));
}

function excessOf(one: Negations, other: Negations): number {
	// One of them may be said twice.
	const again = one.again + other.again > 0 && other.sure > 0 ? 1 : 0;
	return Math.max(0, one.sure - other.sure - other.perhaps - again);
}

/** A denying verb of one text that has no counterpart where the other has nothing that negates. */
function denialsAlone(one: Side, { negations }: Side): number {
	const isSilent = negations.sure + negations.perhaps + negations.again === 0;
	return isSilent && one.denials.some(({ links }) => links.length === 0) ? 1 : 0;
}

function limitsAlone(en: Side, ar: Side, words: ComparedWords): number {
	const isExcepting = saysAnyWithAnd(en.said, words.en.excepting);
	let count = 0;
	// "None came but two" is not "all but two came", nor "none came".
	if (ar.negations.isOnly && !saysAnyWithAnd(en.said, words.en.limits)) count++;
	if (ar.negations.isOnly && isExcepting && en.negations.sure === 0) count++;
	if (isExcepting && !saysAnyWithAnd(ar.said, words.ar.excepting)) count++;
	if (saysAnyWithAnd(en.said, words.en.unless) && !saysAnyWithAnd(ar.said, words.ar.conditions))
		count++;
	if (saysAnyWithAnd(ar.said, words.ar.nearlyVerbs) && !saysAnyWithAnd(en.said, words.en.nearly))
		count++;
	return count;
}
