import { tokens } from "../language/text/tokens.ts";
import { isNameInCapitals } from "../language/words/in-capitals.ts";
import { isStopWord, type StopWords } from "../language/words/index-terms.ts";

/** What platforms write for people, groups, channels, commands, times and emoji, and whoever is called by an @. */
const markup =
	/<(?=\S)[^<>]{1,200}>|(?<![\p{L}\p{Nd}])@[\p{L}\p{Nd}_.-]{1,80}|:[a-z0-9_+-]{1,40}:/giu;

/**
 * Whether a text holds a word that can be looked for: neither a lone letter, a mention, a sign nor a
 * word of grammar. A number is one, and so are initials (U.S.).
 */
export function namesAnything(text: string, stopWords: StopWords): boolean {
	const left = text.replace(markup, " ");
	if (/\p{L}\.\p{L}/u.test(left)) return true;
	const words = tokens(left);
	return words.some(
		(word, at) =>
			/\p{Nd}/u.test(word.text) ||
			([...word.text].length > 1 &&
				(!isStopWord(word.text, stopWords) || isNameInCapitals(words, at, left, stopWords))),
	);
}
