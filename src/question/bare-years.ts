import type { Token } from "../language/text/tokens.ts";
import { isStopWord, type StopWords } from "../language/words/index-terms.ts";
import type { AskedDate } from "./days-of-corpus.ts";

/** Years alone are days that are asked for ("only 2022"); beside anything else a number may count something. */
export function bareYears(all: readonly Token[], stopWords: StopWords): AskedDate[] {
	const telling = all.filter(({ text }) => !isStopWord(text, stopWords));
	const isYear = ({ text }: Token) => /^(19|20)\d\d$/.test(text);
	if (!telling.every(isYear)) return [];
	return telling.map(({ text, start, end }) => ({ start, end, value: text }));
}
