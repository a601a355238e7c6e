import { isPhraseAt } from "./adjuncts.ts";
import { type Frame, frame } from "./frame.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { unprefixed, withoutPronoun } from "./morphology.ts";
import { speakerPhrase } from "./phrase/speaker-phrase.ts";
import { type Text, textAt, unitAt, withUnit } from "./text.ts";

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
	const word = textAt(t, at);
	if (g.is.accordingTo.has(word)) return at + 1;
	let next = -1;
	for (const phrase of g.phrases.accordingPhrases) {
		const [first = "", ...rest] = phrase;
		if ((word !== first && word !== `و${first}`) || !isPhraseAt(t, at + 1, rest)) continue;
		// The last word of كما قال is itself the verb.
		const verb = phrase.length === 2 && g.verbs.has(rest[0] ?? "");
		next = at + (verb ? 1 : phrase.length);
	}
	return next;
}

/** على حد قولهم: a pronoun for the source. */
function isPronounPhrase(g: ArabicGrammar, t: Text, at: number): boolean {
	const last = textAt(t, at + 2);
	const bare = withoutPronoun(last);
	if (bare === last) return false;
	return g.phrases.accordingPhrases.some(
		(p) => p.length === 3 && isPhraseAt(t, at, p.slice(0, 2)) && p[2] === bare,
	);
}

/** للوكالة → الوكالة, لمسؤولين → مسؤولين: the preposition belongs to the frame, not to the name. */
function withoutPrefix(g: ArabicGrammar, t: Text, at: number): Text {
	const u = unitAt(t, at);
	if (u?.kind !== "word" || !/^[لب]/.test(u.text) || u.text.length < 4) return t;
	if (g.heads.has(u.text) || g.outlets.match(t.words, at, t.end)) return t;
	return withUnit(t, at, unprefixed(u));
}
