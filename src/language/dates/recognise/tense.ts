import type { Lexicon } from "../date-words.ts";
import type { Lean } from "../lean.ts";
import { isWord, phraseAt, type Text, wordBefore } from "../words-of-line.ts";
import { isGivenName } from "./names/persons.ts";
import { isHolding, isTerm } from "./terms.ts";

/** How far back a verb still governs a date. */
const reach = 28;
const reachAhead = 5;
/** A date that stands after at most so many words opens its sentence. */
const opening = 2;
const adjacent = 2;
/** A scheduled thing names its day soon. */
const scheduleReach = 8;

export function leanOf(text: Text, first: number, end: number, lex: Lexicon): Lean {
	const before = phraseEndingAt(text, first, lex.since)
		? "behind"
		: phraseEndingAt(text, first, lex.until)
			? "ahead"
			: null;
	if (before === "behind") return { to: before, sure: true };
	if (isTerm(text, first, end, lex)) return { to: "ahead", sure: true, by: "term" };
	if (before && hasBefore(text, first, lex.lasted)) return { to: "behind", sure: false };
	if (before) return { to: before, sure: true, ...(isHolding(text, first, lex) && { by: "term" }) };
	const tense = governingTense(text, first, end, lex);
	if (tense) {
		const { at } = tense;
		// "It will be held in March": nothing but a preposition between them.
		const led = text.words[first]?.near === true && isWord(text, first - 1, lex.yearOpeners);
		const sure = tense.is === "future" && led && at < first && first - at <= adjacent;
		return { to: tense.is === "future" ? "ahead" : "behind", sure, by: "verb" };
	}
	const isScheduled = hasBefore(text, first, lex.scheduled) && !isOver(text, first, end, lex);
	return { to: isScheduled ? "ahead" : null, sure: false };
}

/** Whether the words around say that the date lies ahead. */
export function speaksOfFuture(text: Text, first: number, end: number, lex: Lexicon): boolean {
	return leanOf(text, first, end, lex).to === "ahead";
}

/** "After the hearing on Thursday, his son said": what is told of behind it in the past was scheduled, and is over. */
function isOver(text: Text, first: number, end: number, lex: Lexicon): boolean {
	const sentence = text.words[first]?.sentence ?? 0;
	for (let at = end; at < end + scheduleReach * 2; at++) {
		if (text.words[at]?.sentence !== sentence) return false;
		const is = tenseAt(text, at, lex);
		if (is !== null) return is === "past";
		if (phraseAt(text, at, lex.holding)) return false;
	}
	return false;
}

/**
 * The nearest verb before the date decides, because "said on Tuesday that he will travel on Friday"
 * holds both; a date that opens its sentence is governed by the verb after it.
 */
function governingTense(
	text: Text,
	first: number,
	end: number,
	lex: Lexicon,
): { is: "future" | "past"; at: number } | null {
	const sentence = text.words[first]?.sentence ?? 0;
	const start = Math.max(text.sentenceStarts[sentence] ?? 0, first - reach);
	for (let at = first - 1; at >= start; at--) {
		const is = tenseAt(text, at, lex);
		if (is !== null) return { is, at };
	}
	if (first - start > opening) return null;
	for (let at = end; at < end + reachAhead; at++) {
		if (text.words[at]?.sentence !== sentence) break;
		const is = tenseAt(text, at, lex);
		if (is !== null) return { is, at };
	}
	return null;
}

/** Whether a limit stands before the day, of something that holds till then: "closed until Thursday". */
export function isHeldUntil(text: Text, first: number, lex: Lexicon): boolean {
	return phraseEndingAt(text, first, lex.ends) && isHolding(text, first, lex);
}

/** Whether a phrase of the table ends right before the word, or before a word for day and the like. */
function phraseEndingAt(text: Text, first: number, table: Lexicon["until"]): boolean {
	for (let back = 1; back <= table.longest; back++) {
		if (!text.words[first - back + 1]?.near) return false;
		if (phraseAt(text, first - back, table)?.end === first) return true;
	}
	return false;
}

/** Whether a phrase of the table stands in the same sentence, not far before. */
function hasBefore(
	text: Text,
	first: number,
	table: Lexicon["until"],
	within = scheduleReach,
): boolean {
	const sentence = text.words[first]?.sentence ?? 0;
	const start = Math.max(text.sentenceStarts[sentence] ?? 0, first - within);
	for (let at = first - 1; at >= start; at--) if (phraseAt(text, at, table)) return true;
	return false;
}

/** How far before a stretch the order or promise stands that it belongs to. */
const bindingReach = 14;

/** Whether what is told is still to be done: by the verb's tense, or by an order, a promise or a limit. */
export function isToBeDone(text: Text, first: number, end: number, lex: Lexicon): boolean {
	if (leanOf(text, first, end, lex).to === "ahead") return true;
	return hasBefore(text, first, lex.binding, bindingReach);
}

/** What the word says about time, if it is a verb or a marker that says anything. */
export function tenseAt(text: Text, at: number, lex: Lexicon): "future" | "past" | null {
	const marker = phraseAt(text, at, lex.future);
	if (marker && !(isWord(text, at, lex.givenNames) && isGivenName(text, at))) return "future";
	if (isFutureVerb(text, at, lex)) return "future";
	return phraseAt(text, at, lex.past) ? "past" : null;
}

/**
 * An Arabic imperfect with the future particle: سيلتقي, وستعقد. Only where what is left is the stem of
 * a known verb: سياسة, ستة and the names that begin so are none, nor is a name behind a title.
 */
function isFutureVerb(text: Text, at: number, lex: Lexicon): boolean {
	const word = text.words[at]?.text ?? "";
	const bare = /^[وف]س/.test(word) ? word.slice(1) : word;
	if (!/^س[يتنا]/.test(bare) || !isImperfect(bare.slice(2), lex)) return false;
	const before = wordBefore(text, at);
	return before === null || !lex.titles.has(before);
}

function isImperfect(stem: string, lex: Lexicon): boolean {
	if (lex.imperfects.has(stem)) return true;
	return lex.objects.some(
		(end) => stem.endsWith(end) && lex.imperfects.has(stem.slice(0, -end.length)),
	);
}
