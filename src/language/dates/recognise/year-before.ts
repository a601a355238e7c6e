import type { Reader } from "../match.ts";
import { isWord } from "../words-of-line.ts";

/** Words between a year and the months that are told of it. */
const reach = 16;

/**
 * The year that a sentence has set for its months: ففي العام 2018 … في شهري يناير ومارس. Only one that stands
 * behind "in": a year that is compared with, or since which something lasts, sets none.
 */
export function yearBefore({ text, lex, last }: Reader, at: number): number | null {
	if (last?.kind !== "year" || last.value?.length !== 4 || at - last.end > reach) return null;
	if (text.words[last.first]?.sentence !== text.words[at]?.sentence) return null;
	const word = text.words[last.first - 1];
	const between = text.n.text.slice(last.to, text.words[at]?.from ?? 0);
	if (/[،,؛;]/.test(between)) return null;
	const isIn = word !== undefined && text.words[last.first]?.near === true;
	return isIn && isWord(text, last.first - 1, lex.inWords) ? Number(last.value) : null;
}
