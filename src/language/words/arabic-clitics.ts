/**
 * What Arabic writes together with a word, seen by its letters alone: whether the letters are the
 * word's own is for whoever asks to tell, by a list or by how many would be left. Words are folded.
 */

export function hasConjunction(word: string): boolean {
	return word.startsWith("و") || word.startsWith("ف");
}

/** Without و or ف at its front, known or not, where at least `least` letters are left. */
export function withoutConjunction(word: string, least = 0): string {
	return word.length > least && hasConjunction(word) ? word.slice(1) : word;
}

/** Begins with the article. */
export function isDefinite(word: string): boolean {
	return word.startsWith("ال");
}

/** Without the article; of a short word its first letters may be its own. */
export function indefinite(word: string): string {
	return isDefinite(word) && word.length > 4 ? word.slice(2) : word;
}

/** The article that a preposition swallowed is shown again: للوكاله → الوكاله. */
export function withArticle(word: string): string {
	return swallowsArticle(word) ? `ال${word.slice(2)}` : word;
}

/** Begins as a word does that «ل», "for" or "to", is written together with. */
export function hasFor(word: string): boolean {
	return word.startsWith("ل");
}

/** A preposition has swallowed its article: للوكاله. */
export function swallowsArticle(word: string): boolean {
	return word.startsWith("لل");
}

/** Without the preposition of one letter, or the conjunction, that it begins with: لوكاله → وكاله. */
export function withoutPreposition(word: string): string {
	return swallowsArticle(word) ? withArticle(word) : word.slice(1);
}

const particle = /^[وفبلك]/;

/** The word behind a conjunction or preposition of one letter: وبكين; undefined where there can be none. */
export function behindParticle(word: string): string | undefined {
	return particle.test(word) && word.length > 3 ? withoutPreposition(word) : undefined;
}

/** A reading of a word without some of its proclitics, and how many folded letters were taken off. */
export type WordReading = { text: string; skip: number };

/** The word as it stands, and without a conjunction, a preposition or both. A word of another script is one. */
export function readingsOf(word: string): WordReading[] {
	const out = [{ text: word, skip: 0 }];
	const first = word.charCodeAt(0);
	if (first < 0x600 || first > 0x6ff || word.length < 3) return out;
	if (hasConjunction(word)) out.push({ text: word.slice(1), skip: 1 });
	for (const { text, skip } of [...out]) {
		if (text.length < 3) continue;
		if (swallowsArticle(text)) out.push({ text: `ا${text.slice(1)}`, skip: skip + 1 });
		if (text[0] === "ب" || text[0] === "ل") out.push({ text: text.slice(1), skip: skip + 1 });
	}
	return out;
}

/** Without a conjunction or preposition in front of the article, or of a long word: والمزاعم, بمزاعم. */
export function withoutLongProclitic(word: string): string {
	return word.replace(/^[وفبل](?=ال|.{4})/, "");
}

/** Has the ending of an adjective of origin or relation, singular: صيني, صينيه. */
export function isRelational(word: string): boolean {
	return /(ي|يه)$/.test(word);
}

/** The same in any number: صينيون, صينيين. */
export function isRelationalAnyNumber(word: string): boolean {
	return /(ي|يه|يون|يين)$/.test(word);
}

/** Without a pronoun at its end: وزيره → وزير. */
export function withoutPossessor(word: string): string {
	return word.replace(/(ه|ها|هم|نا)$/, "");
}

export function withoutPronoun(word: string): string {
	return word.replace(/(ه|ها|هم|هما)$/, "");
}
