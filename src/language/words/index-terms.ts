import { fold } from "../text/normalise.ts";
import { isArabic, type Token, tokens } from "../text/tokens.ts";
import { withoutConjunction } from "./arabic-clitics.ts";
import { stemArabic } from "./stem-arabic.ts";
import { stemEnglish } from "./stem-english.ts";

/** A token of a line and the index term that it stands for; `term` is empty for a stop word. */
export type TermWord = Token & { term: string };

/**
 * Words that carry no topic, folded; behind ! one that only looks like a conjunction before such a word,
 * behind ^ one that is a name in capitals.
 */
export type StopWords = ReadonlySet<string>;

/** Reads stop word lists: words separated by white space, lines that begin with # are comments. */
export function parseStopWords(...lists: string[]): StopWords {
	const out = new Set<string>();
	for (const list of lists) {
		for (const line of list.split("\n")) {
			if (line.startsWith("#")) continue;
			for (const word of fold(line).split(/\s+/)) if (word) out.add(word);
		}
	}
	return out;
}

/** The index term of one folded word, whatever language the text around it has. */
export function termOf(word: string): string {
	const first = word.codePointAt(0) ?? 0;
	if (first < 0x80) return first >= 48 && first <= 57 ? numberTerm(word) : stemEnglish(word);
	return isArabic(word) ? stemArabic(word) : word;
}

/** 2,000 and 2000 are one number; 2.50 and 2.5 as well. */
function numberTerm(word: string): string {
	const plain = word.replace(/,(?=\d{3}(?:\D|$))/g, "").replace(/,/g, ".");
	return plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
}

/**
 * Arabic writes و and ف together with the word that follows: وفي is as empty as في. But والي, a governor,
 * is one word, which folds to the same letters as "and to".
 */
export function isStopWord(word: string, stopWords: StopWords): boolean {
	if (stopWords.has(word)) return true;
	const rest = withoutConjunction(word, 2);
	return rest !== word && stopWords.has(rest) && !stopWords.has(`!${word}`);
}

/** All words of a line in order, stop words included, with their offsets in the original. */
export function analyse(line: string, stopWords: StopWords): TermWord[] {
	const out: TermWord[] = [];
	for (const token of tokens(line)) {
		out.push({ ...token, term: isStopWord(token.text, stopWords) ? "" : termOf(token.text) });
	}
	return out;
}
