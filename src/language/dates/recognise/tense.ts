import { readingsOf } from "../../words/arabic-clitics.ts";
import type { Lexicon } from "../date-words.ts";
import { phraseAt, type Text } from "../words-of-line.ts";

/** How far back a verb still governs a date. */
const reach = 28;
const reachAhead = 5;
/** A date that stands after at most so many words opens its sentence. */
const opening = 2;

/**
 * Whether the words around say that the date lies ahead. The nearest verb before the date decides,
 * because "said on Tuesday that he will travel on Friday" holds both; a date that opens its
 * sentence is governed by the verb after it.
 */
export function speaksOfFuture(text: Text, first: number, end: number, lex: Lexicon): boolean {
	const sentence = text.words[first]?.sentence ?? 0;
	const start = Math.max(text.sentenceStarts[sentence] ?? 0, first - reach);
	for (let at = first - 1; at >= start; at--) {
		const tense = tenseAt(text, at, lex);
		if (tense !== null) return tense === "future";
	}
	if (first - start > opening) return false;
	for (let at = end; at < end + reachAhead; at++) {
		if (text.words[at]?.sentence !== sentence) break;
		const tense = tenseAt(text, at, lex);
		if (tense !== null) return tense === "future";
	}
	return false;
}

/** What the word says about time, if it is a verb or a marker that says anything. */
export function tenseAt(text: Text, at: number, lex: Lexicon): "future" | "past" | null {
	if (phraseAt(text, at, lex.future)) return "future";
	const word = text.words[at]?.text ?? "";
	if (isFutureVerb(word, lex)) return "future";
	return phraseAt(text, at, lex.past) ? "past" : null;
}

/** An Arabic imperfect with the future prefix: سيلتقي, وستعقد; not سياسة or ستة. */
function isFutureVerb(word: string, lex: Lexicon): boolean {
	for (const { text, skip } of readingsOf(word)) {
		// Only و and ف come before the prefix of a verb.
		if (skip > 1 || (skip === 1 && word[0] !== "و" && word[0] !== "ف")) continue;
		if (text.length < 4 || lex.notFuture.has(text)) continue;
		if (lex.notFutureEnds.some((end) => text.endsWith(end))) continue;
		if (lex.futurePrefixes.some((prefix) => text.startsWith(prefix))) return true;
	}
	return false;
}
