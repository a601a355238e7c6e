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
	const bare = word.replace(/'s?$/, "").replace(/^'+/, "");
	const stem = bare.length < 3 || bare.length > longest ? bare : stemmer(bare);
	if (cache.size >= cacheSize) cache.clear();
	cache.set(word, stem);
	return stem;
}
