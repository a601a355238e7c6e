import { type Language, languages } from "../domain/sets/languages.ts";
import { isArabic } from "../language/text/tokens.ts";

export function isSameScript(text: string, language: Language): boolean {
	return isArabic(text) === (language === "ar");
}

/** A word of the other script would turn the line around, were it not isolated. */
export function inLine(word: string, language: Language): string {
	return isSameScript(word, language) ? word : `\u2068${word}\u2069`;
}

/** Names or words, one behind the other. */
export function listed(words: readonly string[], language: Language): string {
	return words.map((word) => inLine(word, language)).join(languages[language].comma);
}
