import { withoutPronoun } from "../../../language/words/arabic-clitics.ts";
import { isPhraseAt } from "../clause/adjuncts.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { type Text, textAt, unitAt, unprefixed, withUnit } from "../sentence.ts";
import { type Frame, frame } from "./frame.ts";

/**
 * بحسب X، وفقاً لـX، على حد قول X، حسبما أكد X، كما ذكر X. Without a speaker it is whom the sentence is
 * about: على حد قوله.
 */
export function accordingFrame(g: ArabicGrammar, t: Text, at: number): Frame | undefined {
	if (isPronounPhrase(g, t, at)) return frame(at, at + 3, { kind: "according" });
	let next = behindPhrase(g, t, at);
	if (next < 0) return undefined;
	if (g.is.whatever.has(textAt(t, next))) next++;
	const verb = textAt(t, next);
	const form = g.verbs.get(verb)?.find((f) => f.form === "past" || f.form === "present");
	if (form || g.relayVerbs.has(verb)) next++;
	// نقلاً عن, استناداً إلى, وفقاً لـ
	if (g.is.sourcePrepositions.has(textAt(t, next))) next++;
	const speaker = speakerPhrase(g, withoutPrefix(g, t, next), next, t.end);
	if (!speaker) return undefined;
	const act = form?.verb.act ?? "asserts";
	return frame(at, speaker.to, { kind: "according", speaker, act });
}

/** The place behind "according to"; -1 where it does not stand at `at`. */
function behindPhrase(g: ArabicGrammar, t: Text, at: number): number {
	if (g.is.accordingTo.has(textAt(t, at))) return at + 1;
	const phrase = phrasesAt(g, t, at).findLast((words) => isPhraseAt(t, at + 1, words.slice(1)));
	if (!phrase) return -1;
	// The last word of كما قال is itself the verb.
	const verb = phrase.length === 2 && g.verbs.has(phrase[1] ?? "");
	return at + (verb ? 1 : phrase.length);
}

/** The phrases that begin with the word at `at`, with or without و. */
function phrasesAt(g: ArabicGrammar, t: Text, at: number): readonly string[][] {
	const word = textAt(t, at);
	const { accordingPhrases } = g.phrases;
	return accordingPhrases.get(word) ?? accordingPhrases.get(word.replace(/^و/, "")) ?? [];
}

/** على حد قولهم: a pronoun for the source. */
function isPronounPhrase(g: ArabicGrammar, t: Text, at: number): boolean {
	const phrases = g.phrases.accordingPhrases.get(textAt(t, at)) ?? [];
	return phrases.some(([, second, third, ...more]) => {
		const last = textAt(t, at + 2);
		const same = second === textAt(t, at + 1) && third === withoutPronoun(last);
		return same && third !== last && more.length === 0;
	});
}

/** للوكالة → الوكالة, لمسؤولين → مسؤولين: the preposition belongs to the frame, not to the name. */
function withoutPrefix(g: ArabicGrammar, t: Text, at: number): Text {
	const u = unitAt(t, at);
	if (u?.kind !== "word" || !/^[لب]/.test(u.text) || u.text.length < 4) return t;
	if (g.heads.has(u.text) || g.outlets.match(t.words, at, t.end)) return t;
	return withUnit(t, at, unprefixed(u));
}
