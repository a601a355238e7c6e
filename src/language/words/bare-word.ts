import { isArabic } from "../text/tokens.ts";
import { withoutArticle } from "./stem-arabic.ts";

/**
 * A folded word as names are compared: without article or possessive. An adjective shares the stem
 * of its country and is another word, so that no more than these goes.
 */
export function bareWord(word: string): string {
	return isArabic(word) ? withoutArticle(word) : word.replace(/'s?$/, "");
}
