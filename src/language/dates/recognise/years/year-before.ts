import type { Match, Reader } from "../../match.ts";
import { isWord } from "../../words-of-line.ts";

/** Words between a year and the months that are told of it. */
const reach = 16;

/**
 * The year that a sentence has set for its months: ففي العام 2018 … في شهري يناير ومارس. Only one that stands
 * behind "in": a year that is compared with, or since which something lasts, sets none.
 */
export function yearBefore({ text, lex, last }: Reader, at: number): number | null {
	if (last?.kind !== "year" || last.value?.length !== 4 || at - last.end > reach) return null;
	if (!isInOneClause(text, last, at)) return null;
	const word = text.words[last.first - 1];
	const isIn = word !== undefined && text.words[last.first]?.near === true;
	return isIn && isWord(text, last.first - 1, lex.inWords) ? Number(last.value) : null;
}

/** "In August of last year after rain from the 12th to 14 August": the days of the month just named. */
export function yearOfSameMonth({ text, last }: Reader, at: number, month: number): number | null {
	if (last?.kind !== "month" || last.parts?.month !== month || !last.value) return null;
	const { year, yearStep } = last.parts;
	if ((year === null && yearStep === null) || at - last.end > reach) return null;
	return isInOneClause(text, last, at) ? Number(last.value.slice(0, 4)) : null;
}

function isInOneClause(text: Reader["text"], last: Match, at: number): boolean {
	if (text.words[last.first]?.sentence !== text.words[at]?.sentence) return false;
	return !/[،,؛;]/.test(text.n.text.slice(last.to, text.words[at]?.from ?? 0));
}
