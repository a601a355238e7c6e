import type { NameWords } from "../identity/name-data.ts";
import { isAtPlace, isPlace, type NameHit } from "../identity/names-in-question.ts";
import { isArabic, type Token } from "../language/text/tokens.ts";
import { isDefinite, isRelational } from "../language/words/arabic-clitics.ts";
import { isNameInCapitals } from "../language/words/in-capitals.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import { isUnlisted } from "./who-reports.ts";

/**
 * A run of words, `[from, to)`; `known`: a place, or a name of the corpus; `governed`: its preposition is
 * written together with it.
 */
export type WordRun = { from: number; to: number; known: boolean; governed?: boolean };

/** A question's words, the text that they stand in, and what was found in it. */
export type FoundInWords = {
	all: readonly Token[];
	text: string;
	known: readonly NameHit[];
	/** A month is written as a name is. */
	dates: readonly { start: number; end: number }[];
};

/**
 * The names in a question, from left to right: those that the corpus knows, places, and what is written
 * as a name: in Latin letters with a capital, in Arabic ones as a word that nothing lists. Who is of a
 * place ("the Russian") is none in Arabic, where he is told from the place.
 */
export function namesAsked(found: FoundInWords, data: NameWords): WordRun[] {
	const { all, known } = found;
	const isNamed = all.map((_, at) => isWrittenAsName(at, found, data));
	const runs: WordRun[] = known
		.filter(({ from, to }) => isNamed.slice(from, to).some(Boolean) || isFullName(all, from, to))
		.map(({ from, to }) => ({ from, to, known: true }));
	const isKnown = (at: number) => runs.some(({ from, to }) => at >= from && at < to);
	for (const [at, token] of all.entries()) {
		if (!isNamed[at] || isKnown(at)) continue;
		const last = runs.at(-1);
		// A name goes on in the next word; two places beside each other are two.
		const governed = isAtPlace(token.text, data);
		const known = governed || isPlace(token.text, data);
		if (last?.to === at && !known) last.to = at + 1;
		else runs.push({ from: at, to: at + 1, known, governed });
	}
	return apart(runs);
}

function isWrittenAsName(
	at: number,
	{ all, text, known, dates }: FoundInWords,
	data: NameWords,
): boolean {
	const { text: word = "", start = 0, end = 0 } = all[at] ?? {};
	if (isNameInCapitals(all, at, text, data.stopWords)) return true;
	if (isStopWord(word, data.stopWords) || /^\p{Nd}/u.test(word)) return false;
	if (dates.some((date) => start < date.end && end > date.start)) return false;
	if (isArabic(word) && isRelational(word) && isDefinite(word) && isPlace(word, data)) return false;
	if (isPlace(word, data) || isAtPlace(word, data)) return true;
	const isKnown = known.some(({ from, to }) => at >= from && at < to);
	if (isArabic(word)) return (isKnown || !isDefinite(word)) && isLikeName(word, data);
	const isCapital = at > 0 && /^\p{Lu}/u.test(text.slice(start, start + 2));
	return isCapital || (isKnown && isLikeName(word, data));
}

/** Arabic words of which none has an article, as the offices have: ordinary words are names as well. */
function isFullName(all: readonly Token[], from: number, to: number): boolean {
	const run = all.slice(from, to).map(({ text }) => text);
	return run.length > 1 && run.every((word) => isArabic(word) && !isDefinite(word));
}

/** Listed as a name, or not at all. */
function isLikeName(word: string, data: NameWords): boolean {
	const isListed = data.lexicon.match([word], 0)?.entries.some(({ exact }) => exact) ?? false;
	return isListed ? data.lexicon.isNameAlone(word) : isUnlisted(word, data);
}

function apart(runs: readonly WordRun[]): WordRun[] {
	const sorted = runs.toSorted((a, b) => a.from - b.from || b.to - a.to);
	const out: WordRun[] = [];
	for (const run of sorted) if (run.from >= (out.at(-1)?.to ?? 0)) out.push(run);
	return out;
}
