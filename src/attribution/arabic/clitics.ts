import type { Unit } from "../sentence/units.ts";

/** The word without و or ف at its front, known or not. */
export function withoutConjunction(word: string): string {
	return hasConjunction(word) ? word.slice(1) : word;
}

export function hasConjunction(word: string): boolean {
	return word.startsWith("و") || word.startsWith("ف");
}

/** Begins with the article. */
export function isDefinite(word: string): boolean {
	return word.startsWith("ال");
}

/** Has the ending of an adjective of origin or relation, singular: صيني, صينيه. */
export function isRelational(word: string): boolean {
	return /(ي|يه)$/.test(word);
}

/** The same in any number: صينيون, صينيين. */
export function isRelationalAnyNumber(word: string): boolean {
	return /(ي|يه|يون|يين)$/.test(word);
}

/** Without a preposition of one letter at its front; لل holds the article: للوكاله → الوكاله. */
export function withoutPreposition(word: string): string {
	return word.startsWith("لل") ? `ال${word.slice(2)}` : word.slice(1);
}

/** The unit without a preposition of one letter, as it stands and folded. */
export function unprefixed(u: Unit): Unit {
	return { ...u, text: withoutPreposition(u.text), raw: withoutPreposition(u.raw) };
}

/** Without a pronoun at its end: وزيره → وزير. */
export function withoutPossessor(word: string): string {
	return word.replace(/(ه|ها|هم|نا)$/, "");
}

export function withoutPronoun(word: string): string {
	return word.replace(/(ه|ها|هم|هما)$/, "");
}

/** A noun for a claim without a proclitic: والمزاعم, بمزاعم. */
export function withoutClaimPrefix(word: string): string {
	return word.replace(/^[وفبل](?=ال|.{4})/, "");
}
