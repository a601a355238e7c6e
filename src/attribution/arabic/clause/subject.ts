import { withoutConjunction } from "../../../language/words/arabic-clitics.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { kindAt, type Text, textAt, unitAt } from "../sentence.ts";

/** A noun phrase before the verb, and where the clause begins that it stands in. */
export type SubjectBefore = { phrase: SpeakerPhrase; from: number };

const reach = 24;
const antecedentReach = 8;
const mostAuxiliaries = 6;

/** The noun phrase before the verb at `verb`, where the clause begins with it: بوتين قال، الذي نفى. */
export function subjectBefore(
	g: ArabicGrammar,
	t: Text,
	verb: number,
	floor: number,
): SubjectBefore | undefined {
	let end = verb;
	while (end > floor && verb - end < mostAuxiliaries && isAuxiliary(g, t, end - 1)) end--;
	if (g.is.relatives.has(textAt(t, end - 1))) return antecedent(g, t, end - 1, floor);
	for (const from of clauseStarts(g, t, end, floor)) {
		const phrase = speakerPhrase(g, t, from, end);
		const topic = g.is.topics.has(textAt(t, from - 1));
		if (phrase && onlyAsides(g, t, phrase.to, end, topic)) return { phrase, from };
	}
	return undefined;
}

/** Where the clause that holds `end` may begin: after إن/أن, a comma, a conjunction, the openers. */
function clauseStarts(g: ArabicGrammar, t: Text, end: number, floor: number): number[] {
	const starts: number[] = [];
	for (let i = end - 1; i >= Math.max(floor, end - reach); i--) {
		const u = unitAt(t, i);
		if (!u) break;
		if (u.kind === "stop" || u.kind === "colon") {
			starts.push(i + 1);
			break;
		}
		if (u.kind === "comma" || u.kind === "open") starts.push(i + 1);
		if (u.kind === "word" && opensClause(g, u.text)) starts.push(i + 1);
		if (i === floor) starts.push(i);
	}
	return starts;
}

function opensClause(g: ArabicGrammar, word: string): boolean {
	return (
		g.is.complementisers.has(word) || g.is.sentenceOpeners.has(word) || g.is.subordinators.has(word)
	);
}

/** The noun that a relative clause describes. */
function antecedent(
	g: ArabicGrammar,
	t: Text,
	relative: number,
	floor: number,
): SubjectBefore | undefined {
	for (let from = Math.max(floor, relative - antecedentReach); from < relative; from++) {
		if (from > floor && !mayPrecede(g, t, from - 1)) continue;
		const phrase = speakerPhrase(g, t, from, relative);
		if (phrase && phrase.to >= relative - 1) return { phrase, from };
	}
	return undefined;
}

/** Whether a noun phrase may begin right behind `i`. */
function mayPrecede(g: ArabicGrammar, t: Text, i: number): boolean {
	if (kindAt(t, i) !== "word") return true;
	const word = textAt(t, i);
	return (
		g.is.prepositions.has(word) || g.is.sentenceOpeners.has(word) || g.is.complementisers.has(word)
	);
}

function isAuxiliary(g: ArabicGrammar, t: Text, i: number): boolean {
	if (kindAt(t, i) !== "word") return false;
	const word = textAt(t, i);
	if (g.is.auxiliaries.has(word) || g.is.negations.has(word)) return true;
	return g.is.negations.has(withoutConjunction(word));
}

/** Nothing but adverbs stands between; a comma only behind a topic: أما موسكو، فدعت. */
function onlyAsides(g: ArabicGrammar, t: Text, from: number, to: number, topic: boolean): boolean {
	for (let i = from; i < to; i++) {
		const kind = kindAt(t, i);
		if (kind === "comma" && topic) continue;
		const word = textAt(t, i);
		const aside = g.is.stops.has(word) || g.is.auxiliaries.has(word);
		if (kind !== "word" || !aside || g.is.complementisers.has(word)) return false;
	}
	return true;
}
