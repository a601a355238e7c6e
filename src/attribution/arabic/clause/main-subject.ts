import { hasConjunction, withoutConjunction } from "../../../language/words/arabic-clitics.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { kindAt, type Text, textAt } from "../sentence.ts";

const mostOpeners = 6;
const longestSetting = 9;

/** Whom the sentence is about: the subject of its first verb, reporting or not. */
export function mainSubject(g: ArabicGrammar, t: Text): SpeakerPhrase | null {
	const at = behindSetting(g, t, behindOpeners(g, t));
	if (kindAt(t, at) !== "word") return null;
	const here = startsWithVerb(g, t, at) ? undefined : speakerPhrase(g, t, at, t.end);
	return here ?? speakerPhrase(g, t, at + 1, t.end) ?? null;
}

function behindOpeners(g: ArabicGrammar, t: Text): number {
	let i = 0;
	while (i < t.end && i < mostOpeners && (kindAt(t, i) !== "word" || isOpener(g, textAt(t, i))))
		i++;
	return i;
}

/** وفي الرياض، هنأت: a place or a time at the head, up to its comma. */
function behindSetting(g: ArabicGrammar, t: Text, at: number): number {
	const word = textAt(t, at);
	const prepositions = g.is.prepositions;
	if (!prepositions.has(word) && !prepositions.has(withoutConjunction(word))) return at;
	for (let i = at + 1; i < at + longestSetting; i++) if (kindAt(t, i) === "comma") return i + 1;
	return at;
}

function isOpener(g: ArabicGrammar, word: string): boolean {
	const bare = withoutConjunction(word);
	const { sentenceOpeners, auxiliaries, negations } = g.is;
	return (
		[word, bare].some((w) => sentenceOpeners.has(w) || negations.has(w)) || auxiliaries.has(bare)
	);
}

/** A known verb, or an unknown word before a known noun of people: وتداول ناشطون. */
function startsWithVerb(g: ArabicGrammar, t: Text, at: number): boolean {
	const word = textAt(t, at);
	const bare = withoutConjunction(word);
	const verb = g.words.isVerb(bare) || g.verbs.has(bare) || g.words.isVerb(word);
	if (verb && !g.heads.has(word)) return true;
	if (!hasConjunction(word) || isKnown(g, t, at, word) || isKnown(g, t, at, bare)) return false;
	return isKnown(g, t, at + 1, textAt(t, at + 1));
}

function isKnown(g: ArabicGrammar, t: Text, at: number, word: string): boolean {
	return g.heads.has(word) || g.entities.match(t.words, at, t.end, word) !== undefined;
}
