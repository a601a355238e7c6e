import type { Match, Reader } from "../../match.ts";
import { isLatin, isWord, phraseAt } from "../../words-of-line.ts";
import { startsUpper } from "../months.ts";

/**
 * Whether a day is part of a name: شارع 23 يوليو, the March 14 alliance, 8 May 1945 University. Nothing is told to
 * have happened on it.
 */
export function isNameOfThing(reader: Reader, match: Match): boolean {
	if (match.kind !== "date" || match.precision !== "day") return false;
	const { text, lex } = reader;
	const before = text.words[match.first]?.near ? text.words[match.first - 1] : undefined;
	if (match.basis !== "printed" && isNameOfPact(reader, match)) return true;
	if (before && !isLatin(before.text)) return isWord(text, match.first - 1, lex.namedThings);
	const head = text.words[match.end];
	if (!head?.near || !isLatin(head.text) || !phraseAt(text, match.end, lex.namedThings))
		return false;
	// "On July 23 street vendors …", and a date line before "University of …": an article or a capital it must be.
	const led = before !== undefined && lex.definite.has(before.text);
	if (match.basis === "printed")
		return led || (before !== undefined && lex.of.hasWord(before.text));
	return led || startsUpper(text.line, head.start);
}

/** The May 17 agreement, اتفاق 17 أيار: its year is that of the pact, and the words do not say it. */
function isNameOfPact({ text, lex }: Reader, match: Match): boolean {
	const [before, head] = [text.words[match.first - 1], text.words[match.end]];
	if (!text.words[match.first]?.near || !before) return false;
	if (!isLatin(before.text)) return isWord(text, match.first - 1, lex.namedPacts);
	const named = head?.near && isLatin(head.text) && phraseAt(text, match.end, lex.namedPacts);
	return lex.definite.has(before.text) && Boolean(named);
}

/** Case 12/2021, القانون رقم 5/2019: the number of a paper and its year. */
export function isNumberOfPaper({ text, lex }: Reader, at: number): boolean {
	const gap = text.words[at]?.gap;
	if (gap === undefined || gap === null || !/^[.(:#№\s]*$/.test(gap)) return false;
	return isWord(text, at - 1, lex.numberedPapers);
}
