import type { Lexicon } from "../date-words.ts";
import { isLatin, isWord, phraseAt, type Text } from "../words-of-line.ts";

/** An Arabic subject stands between its verb and the day, an English one before the verb. */
const arabicReach = 6;
const englishReach = 3;
/** How far before a limit stands what it is the limit of. */
const holdsReach = 6;
const moveReach = 8;
/** "Was due to expire": what puts a term into the past. */
const beenReach = 3;

/**
 * Whether the day is the end or the start of something, or was set down for it: "expires on 31 March",
 * تنتهي الولاية في 28 شباط, "postponed to 9 January", حُدد 5 ديسمبر موعداً. It lies ahead, up to a year.
 */
export function isTerm(text: Text, first: number, end: number, lex: Lexicon): boolean {
	return isSetDown(text, first, end, lex) || isMovedTo(text, first, lex) || isLed(text, first, lex);
}

/** Whether what a limit ends is told as holding now: "is valid until", تسري الهدنة حتى. */
export function isHolding(text: Text, first: number, lex: Lexicon): boolean {
	for (const at of wordsBefore(text, first, holdsReach)) {
		const holds = phraseAt(text, at, lex.holding) !== null || isPresent(text, at, lex);
		if (holds) return !hasBeen(text, at, lex);
	}
	return false;
}

function isSetDown(text: Text, first: number, end: number, lex: Lexicon): boolean {
	if (!text.words[end]?.near || !phraseAt(text, end, lex.setDown)) return false;
	return !hasBeen(text, first, lex);
}

function isMovedTo(text: Text, first: number, lex: Lexicon): boolean {
	if (!text.words[first]?.near || !isWord(text, first - 1, lex.movedTo)) return false;
	for (const at of wordsBefore(text, first - 1, moveReach)) {
		if (phraseAt(text, at, lex.moves)) return true;
		// "Moved from 3 March to 10 April": both lie where the first does.
		if (phraseAt(text, at, lex.months)) return false;
	}
	return false;
}

function isLed(text: Text, first: number, lex: Lexicon): boolean {
	for (const at of wordsBefore(text, first, arabicReach + 3)) {
		const term = phraseAt(text, at, lex.terms);
		if (term) {
			const reach = isLatin(text.words[at]?.text ?? "") ? englishReach : arabicReach;
			return first - term.end <= reach && !hasBeen(text, at, lex);
		}
		if (phraseAt(text, at, lex.force)) return isHolding(text, at, lex);
		// A verb or a day between them has the date for itself.
		if (phraseAt(text, at, lex.past) || phraseAt(text, at, lex.months)) return false;
		if (phraseAt(text, at, lex.weekdays)) return false;
	}
	return false;
}

/** An Arabic imperfect that cannot be a perfect: يستمر and ستسري, but not تراجع. */
function isPresent(text: Text, at: number, lex: Lexicon): boolean {
	const word = text.words[at]?.text ?? "";
	const bare = word.replace(/^(?:و|ف(?=س))?س?(?=[يت])/, "");
	if (!/^[يت]/.test(bare) || !lex.imperfects.has(bare.slice(1))) return false;
	return !lex.imperfects.has(bare);
}

function hasBeen(text: Text, before: number, lex: Lexicon): boolean {
	for (const at of wordsBefore(text, before, beenReach))
		if (isWord(text, at, lex.been)) return true;
	return false;
}

/** The words of the sentence before one, nearest first. */
function wordsBefore(text: Text, before: number, reach: number): number[] {
	const sentence = text.words[before]?.sentence ?? 0;
	const start = Math.max(text.sentenceStarts[sentence] ?? 0, before - reach);
	return Array.from({ length: Math.max(0, before - start) }, (_, i) => before - 1 - i);
}
