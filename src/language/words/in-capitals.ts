import type { Token } from "../text/tokens.ts";
import type { StopWords } from "./index-terms.ts";
import { isEnglishArticle } from "./stem-english.ts";

/**
 * Whether a stop word is a name here, in capitals or behind an article: "the us", "US officials", and
 * never "tell us". The list marks such a word by ^.
 */
export function isNameInCapitals(
	words: readonly Token[],
	at: number,
	text: string,
	stopWords: StopWords,
): boolean {
	const word = words[at];
	if (!word || !stopWords.has(`^${word.text}`)) return false;
	const before = words[at - 1]?.text ?? "";
	return isEnglishArticle(before) || /^\p{Lu}+$/u.test(text.slice(word.start, word.end));
}
