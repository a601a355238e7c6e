import { stemmer } from "stemmer";

/** Longer words are no English words; the stemmer's patterns are kept off them. */
const longest = 40;
const cacheSize = 50_000;
const cache = new Map<string, string>();

/**
 * Porter's stem of one folded Latin word. Possessives go first. Irregular forms (went, children)
 * are the lexicon's business.
 */
export function stemEnglish(word: string): string {
	const known = cache.get(word);
	if (known !== undefined) return known;
	const bare = mended(word.replace(/'s?$/, "").replace(/^'+/, ""));
	const stem =
		bare.length < 3 || bare.length > longest || /(?:[cmnprs]|stat)us$/.test(bare)
			? bare
			: stemmer(bare);
	if (cache.size >= cacheSize) cache.clear();
	cache.set(word, stem);
	return stem;
}

/** What Porter's rules part from its verb: died and dying (die), tried (try), exceed (exceeded). */
function mended(word: string): string {
	if (word.length > longest) return word;
	const short = /^([b-df-hj-np-tv-z])(?:ied|ies|ying)$/.exec(word);
	if (short) return `${short[1]}ie`;
	return word.replace(/([^aeiou])ie[ds]$/, "$1y").replace(/ceeds?$/, "ceede");
}

/**
 * The first letter of the stem of the word that begins at `at`, before the word is folded or cut out: its own,
 * where that is a plain one; else 0.
 */
export function englishInitialAt(text: string, at: number): number {
	const unit = text.charCodeAt(at) | 0x20;
	return unit >= 0x61 && unit <= 0x7a ? unit : 0;
}

/** The article that a name may have or lack. */
export function isEnglishArticle(word: string): boolean {
	return word === "the";
}
