import type { Token } from "../language/text/tokens.ts";
import { isStopWord, type StopWords } from "../language/words/index-terms.ts";
import type { AskedDate } from "./days-of-corpus.ts";

/** 1900 to 2099, in digits. */
export function isYear(word: string): boolean {
	return /^(19|20)\d\d$/.test(word);
}

/** Years alone are days that are asked for ("only 2022"); beside anything else a number may count something. */
export function bareYears(all: readonly Token[], stopWords: StopWords): AskedDate[] {
	const telling = all.filter(({ text }) => !isStopWord(text, stopWords));
	if (!telling.every(({ text }) => isYear(text))) return [];
	return telling.map(({ text, start, end }) => ({ start, end, value: text }));
}
