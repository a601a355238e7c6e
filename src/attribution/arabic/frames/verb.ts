import { hasConjunction, withoutConjunction } from "../../../language/words/arabic-clitics.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import { skipAdverbs } from "../clause/adjuncts.ts";
import { subjectBefore } from "../clause/subject.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { closeOf, kindAt, opensQuotation, type Text, textAt, unitAt } from "../sentence.ts";
import type { VerbForm } from "../verbs.ts";
import { type Content, findContent } from "./content.ts";
import { type Frame, frame } from "./frame.ts";

/** A form of a reporting verb at a place of the text. */
type Found = {
	at: number;
	form: VerbForm;
	/** و or ف stands before it. */
	conjunction: boolean;
	/** A participle or a verbal noun: it goes on with a speech. */
	adverbial: boolean;
};

type Subject = { speaker: SpeakerPhrase | null; clauseFrom: number; next: number; before: boolean };

/** Reads the verb at `at` as a reporting verb with its speaker; undefined where it is none. */
export function verbFrame(g: ArabicGrammar, t: Text, at: number, floor: number): Frame | undefined {
	const unit = unitAt(t, at);
	if (unit?.kind !== "word") return undefined;
	const conjunction = !g.verbs.has(unit.text) && hasConjunction(unit.text);
	const forms = g.verbs.get(conjunction ? unit.text.slice(1) : unit.text);
	if (!forms) return undefined;
	// ردّاً على: with the ending of an accusative only a participle reports.
	if (/(اً|ًا)$/u.test(unit.raw) && !forms.some((f) => f.form === "participle")) return undefined;
	const afterWord = !conjunction && kindAt(t, at - 1) === "word";
	if (afterWord && saysNothing(g, textAt(t, at - 1), forms)) return undefined;
	// بعد تعهده: behind a preposition only the verbal noun can stand.
	const nouns = forms.filter((f) => f.form === "speechNoun");
	const governed = afterWord && nouns.length > 0 && g.is.prepositions.has(textAt(t, at - 1));
	for (const form of governed ? nouns : forms) {
		const adverbial = form.form === "participle" || form.form === "speechNoun";
		const found = readVerb(g, t, { at, form, conjunction, adverbial }, floor);
		if (found) return found;
	}
	return undefined;
}

/** أن يقول, عدم القول, في قول: no statement is made there. */
function saysNothing(g: ArabicGrammar, before: string, forms: readonly VerbForm[]): boolean {
	if (g.is.subjunctives.has(before) && forms.every((f) => f.form === "present")) return true;
	return g.is.nounPrepositions.has(before) && forms.every((f) => f.form !== "speechNoun");
}

function readVerb(g: ArabicGrammar, t: Text, v: Found, floor: number): Frame | undefined {
	const { at, form, conjunction, adverbial } = v;
	const { verb } = form;
	let next = skipAdverbs(g, t, afterSecondVerb(g, t, at));
	// ختم محذراً: the adverb says what kind of speech it was.
	const manner = adverbial ? undefined : mannerOf(g, textAt(t, next));
	if (manner) next++;
	const subject = subjectOf(g, t, v, next, floor);
	if (!mayReport(g, t, v, subject, floor)) return undefined;
	const { speaker } = subject;
	const content =
		clauseBehind(g, t, v, speaker) ?? findContent(g, t, subject.next, form, speaker !== null);
	if (!content || (verb.needsThat && content.mode !== "clause")) return undefined;
	if (content.mode === "object" && !mayTakeObject(g, t, v, subject)) return undefined;
	const before = textAt(t, at - 1);
	const contrast = g.is.contrast.has(before);
	const behind = content.mode === "behind";
	// وهو ما تنفيه: there ما is no negation.
	const negated = !behind && isNegation(g, before);
	const act = manner && manner.verb.act !== "asserts" ? manner.verb.act : verb.act;
	return frame(behind ? content.content : at, content.content, {
		kind: adverbial ? "participle" : "verb",
		mode: content.mode,
		// نقلاً عن مسؤول: the official speaks, who was named first relays.
		speaker: content.cited ?? speaker,
		agreement: form.agreement,
		via: [
			...(content.addressee ? [content.addressee] : []),
			...(content.cited && speaker ? [speaker] : []),
		],
		act: negated && verb.negatedAct ? verb.negatedAct : act,
		negated: (negated && !verb.negatedAct) || isSilence(g, t, content),
		peer: adverbial || conjunction || behind || contrast,
		present: form.form === "present",
		clauseFrom: subject.clauseFrom,
		relative: g.is.relatives.has(before),
	});
}

/** ومضى يقول: the second verb carries the speech. */
function afterSecondVerb(g: ArabicGrammar, t: Text, at: number): number {
	const first = textAt(t, at);
	for (const phrase of g.speechPhrases) {
		const begins = phrase.first.has(first) || phrase.first.has(first.slice(1));
		if (begins && phrase.second.has(textAt(t, at + 1))) return at + 2;
	}
	return at + 1;
}

function mannerOf(g: ArabicGrammar, word: string): VerbForm | undefined {
	return g.verbs.get(word)?.find((f) => f.form === "participle");
}

/** The speaker behind the verb, else the one before it. */
function subjectOf(g: ArabicGrammar, t: Text, v: Found, next: number, floor: number): Subject {
	const before = v.adverbial ? undefined : subjectBefore(g, t, v.at, floor);
	if (before) return { speaker: before.phrase, clauseFrom: before.from, next, before: true };
	const none = { speaker: null, clauseFrom: v.at, next, before: false };
	if (v.adverbial || saysAtOnce(g, t, next)) return none;
	const phrase = speakerPhrase(g, t, next, t.end);
	if (!phrase || !agrees(v.form, phrase)) return none;
	return { ...none, speaker: phrase, next: phrase.to };
}

/** قال إن, أضاف: – nobody is named between the verb and what is said. */
function saysAtOnce(g: ArabicGrammar, t: Text, i: number): boolean {
	const u = unitAt(t, i);
	if (!u || u.kind === "colon") return true;
	if (u.kind === "open") {
		// أوضحت «أفق موبايل» أن: a short quotation before the particle is a name.
		const close = closeOf(t, i);
		const short = close - i <= 4 && kindAt(t, close + 1) === "word";
		return !short && opensQuotation(t, i);
	}
	return u.kind === "word" && g.is.complementisers.has(u.text);
}

/** A plural or feminine verb before its subject must not take a man for it. */
function agrees(form: VerbForm, phrase: SpeakerPhrase): boolean {
	if (form.agreement === "p" || form.agreement === "d") return false;
	return phrase.feminine === undefined || phrase.feminine === (form.agreement === "f");
}

/** Whether the verb's own conditions on its form and its subject are met. */
function mayReport(
	g: ArabicGrammar,
	t: Text,
	{ at, form, conjunction, adverbial }: Found,
	{ speaker }: Subject,
	floor: number,
): boolean {
	const { verb } = form;
	const marked = /\u0651/.test(unitAt(t, at)?.raw ?? "") || (at === floor && speaker !== null);
	if (verb.needsMark && form.form === "past" && !marked) return false;
	if (verb.sources && !(speaker && verb.sources.includes(speaker.kind))) return false;
	// علامات تشير إلى, معلومات تظهر: signs speak for nobody.
	const afterNoun = kindAt(t, at - 1) === "word" && g.words.isNoun(textAt(t, at - 1));
	return !(verb.shows && !speaker && !conjunction && !adverbial && afterNoun);
}

/** A bare object is a weak sign of speech: أعلن عن, أكد ضرورة need somebody who says it. */
function mayTakeObject(
	g: ArabicGrammar,
	t: Text,
	{ at, form, conjunction, adverbial }: Found,
	{ speaker, before }: Subject,
): boolean {
	const afterWord = kindAt(t, at - 1) === "word";
	// سبعة متهمين في, أحزاب معارضة: a noun, not an adverb of speech, unless a comma sets it off.
	if (form.form === "participle") return !afterWord || conjunction;
	if (speaker || before || adverbial || conjunction) return true;
	return form.agreement !== "m" || form.form !== "past" || g.is.contrast.has(textAt(t, at - 1));
}

function isNegation(g: ArabicGrammar, word: string): boolean {
	return g.is.negations.has(word) || g.is.negations.has(withoutConjunction(word));
}

/** رفض التعليق */
function isSilence(g: ArabicGrammar, t: Text, { content, mode }: Content): boolean {
	if (mode !== "object") return false;
	return g.is.silence.has(textAt(t, content)) || g.is.silence.has(textAt(t, content + 1));
}

/** How far back the noun for a claim may stand: وهي مزاعم تنكرها الصين. */
const reachBack = 8;

/** What is denied stands before the verb, which carries a pronoun for it: the clause is the statement. */
function clauseBehind(
	g: ArabicGrammar,
	t: Text,
	{ at, form }: Found,
	speaker: SpeakerPhrase | null,
): Content | undefined {
	if (!form.object || !speaker || form.verb.act === "asserts") return undefined;
	let from = at;
	let named = false;
	while (from > 0 && at - from < reachBack && kindAt(t, from - 1) === "word") {
		from--;
		named ||= g.claimNouns.has(textAt(t, from));
		named ||= from === at - 1 && g.is.whatever.has(textAt(t, from));
	}
	return named ? { content: from, mode: "behind" } : undefined;
}
