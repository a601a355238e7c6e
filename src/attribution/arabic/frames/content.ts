import { hasConjunction, withoutConjunction } from "../../../language/words/arabic-clitics.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import { addresseeAt } from "../clause/addressee.ts";
import { skipAdjuncts } from "../clause/adjuncts.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { closeOf, kindAt, opensQuotation, type Text, textAt, unitAt } from "../sentence.ts";
import type { ReportingVerb, VerbForm } from "../verbs.ts";
import { accordingFrame } from "./according.ts";
import type { Frame } from "./frame.ts";

/** Where what is said begins, and whom it was said to. */
export type Content = {
	content: number;
	mode: Frame["mode"];
	addressee?: SpeakerPhrase | undefined;
	/** Whom the speaker quotes: نقلاً عن مسؤول. */
	cited?: SpeakerPhrase | undefined;
};

const farthestComplementiser = 45;

/** What was seen between the verb and what is said. */
type Sight = {
	/** إن/أن, a colon or a quotation mark was found. */
	found: Content | undefined;
	addressee: SpeakerPhrase | undefined;
	cited: SpeakerPhrase | undefined;
	/** Where the verb's own preposition stands, else -1. */
	preposition: number;
	/** The word that the verb needs is there. */
	needed: boolean;
};

/** Where what is said begins: after إن/أن, a colon, a quotation mark, the verb's own preposition. */
export function findContent(
	g: ArabicGrammar,
	t: Text,
	from: number,
	form: VerbForm,
	named: boolean,
): Content | undefined {
	const sight = lookAhead(g, t, from, form.verb);
	const { addressee, cited } = sight;
	if (sight.found) return { ...sight.found, addressee, cited };
	if (!sight.needed) return undefined;
	const object = objectAt(g, t, from, form, named, sight.preposition);
	return object < 0 ? undefined : { content: object, mode: "object", addressee, cited };
}

function lookAhead(g: ArabicGrammar, t: Text, from: number, verb: ReportingVerb): Sight {
	const sight: Sight = {
		found: undefined,
		addressee: undefined,
		cited: undefined,
		preposition: -1,
		needed: !verb.needsWord,
	};
	const limit = Math.min(t.end, from + farthestComplementiser);
	for (let i = from; i < limit; i++) {
		const u = unitAt(t, i);
		if (!u || u.kind === "stop") break;
		if (u.kind === "word") {
			if (verb.needsWord?.has(u.text)) sight.needed = true;
			if (anotherSpeech(g, t, i, from)) break;
			if (g.is.complementisers.has(u.text) && isStray(g, t, i, from, verb)) continue;
		}
		sight.found = speechAt(g, t, i, verb);
		if (sight.found) break;
		if (u.kind === "open") {
			i = Math.max(i, closeOf(t, i));
			continue;
		}
		if (u.kind !== "word") continue;
		const source = g.is.citing.has(u.text) ? accordingFrame(g, t, i) : undefined;
		if (source?.speaker) {
			sight.cited ??= source.speaker;
			i = source.content - 1;
			continue;
		}
		const told = addresseeAt(g, t, i);
		if (told) {
			sight.addressee ??= told.phrase;
			i = told.to - 1;
			continue;
		}
		if (i > from && isOtherVerb(g, t, i)) break;
		if (sight.preposition < 0 && isOwnPreposition(g, verb, u.text)) sight.preposition = i;
	}
	return sight;
}

/** What is said begins at `i` for certain: "that", a colon, a whole quotation. */
function speechAt(g: ArabicGrammar, t: Text, i: number, verb: ReportingVerb): Content | undefined {
	const kind = kindAt(t, i);
	if (kind === "word" && g.is.complementisers.has(textAt(t, i))) {
		const follows = verb.frames.has("that") || g.is.prepositionalComplementisers.has(textAt(t, i));
		return follows ? { content: i + 1, mode: "clause" } : undefined;
	}
	if (!verb.frames.has("speech")) return undefined;
	if (kind === "colon") {
		const quote = opensQuotation(t, i + 1) && isWholeUtterance(t, i + 1);
		return { content: i + 1, mode: quote ? "quote" : "clause" };
	}
	return opensQuotation(t, i) && isUtterance(t, i) ? { content: i, mode: "quote" } : undefined;
}

/** Nothing but the quotation is said: a mark or the end comes behind it. */
function isWholeUtterance(t: Text, open: number): boolean {
	const close = closeOf(t, open);
	return close < 0 || close - open > 6 || kindAt(t, close + 1) !== "word";
}

/** A quotation of a whole utterance, not of two words. */
export function isUtterance(t: Text, open: number): boolean {
	return closeOf(t, open) - open > 4;
}

/** لكن, وتقول, وأضاف: a clause or a statement of its own begins. */
function anotherSpeech(g: ArabicGrammar, t: Text, i: number, from: number): boolean {
	const word = textAt(t, i);
	if (g.is.contrast.has(word)) return true;
	if (i === from || !word.startsWith("و") || g.verbs.has(word)) return false;
	const rest = word.slice(1);
	if (g.heads.has(rest) || g.words.isNoun(rest)) return false;
	return g.verbs.get(rest)?.some((f) => f.form === "past" || f.form === "present") === true;
}

/** بعد أن, حول أن, إلا أن: the particle belongs to the word before it, not to the verb. */
function isStray(g: ArabicGrammar, t: Text, i: number, from: number, verb: ReportingVerb): boolean {
	if (i === from || kindAt(t, i - 1) !== "word") return false;
	const before = textAt(t, i - 1);
	if (g.is.notComplement.has(before)) return true;
	return g.is.verbPrepositions.has(before) && !isOwnPreposition(g, verb, before);
}

function isOwnPreposition(g: ArabicGrammar, { frames }: ReportingVerb, word: string): boolean {
	if (g.is.verbPrepositions.has(word)) return frames.has(word);
	if (frames.has("ب") && /^ب../.test(word)) return !startsWithAny(g.is.notPrefixed, word);
	return frames.has("ل") && (word.startsWith("لل") || startsWithAny(g.is.purposes, word));
}

function startsWithAny(beginnings: ReadonlySet<string>, word: string): boolean {
	for (const beginning of beginnings) if (word.startsWith(beginning)) return true;
	return false;
}

/** Behind a comma another verb of reporting: what was looked for is not coming. */
function isOtherVerb(g: ArabicGrammar, t: Text, i: number): boolean {
	if (kindAt(t, i - 1) !== "comma") return false;
	const word = textAt(t, i);
	if (g.heads.has(word)) return false;
	const forms =
		g.verbs.get(word) ?? (hasConjunction(word) ? g.verbs.get(withoutConjunction(word)) : []);
	return forms?.some((f) => f.form === "participle") === true;
}

/** Where the object begins that is what is said, with or without the verb's preposition; -1 for none. */
function objectAt(
	g: ArabicGrammar,
	t: Text,
	from: number,
	{ verb, object: hasPronoun }: VerbForm,
	named: boolean,
	preposition: number,
): number {
	if (hasPronoun && verb.frames.has("object")) return -1;
	const content = skipAdjuncts(g, t, from);
	if (verb.needsClaimObject && !isClaimObject(g, t, content)) return -1;
	if (verb.needsContent && preposition < 0) return -1;
	if (preposition >= 0 && (named || preposition === content)) {
		const separate = g.is.verbPrepositions.has(textAt(t, preposition));
		const aside = g.is.prepositions.has(textAt(t, content));
		const behind = preposition === content || verb.needsContent || aside;
		const start = behind ? preposition + (separate ? 1 : 0) : content;
		return unitAt(t, start) ? start : -1;
	}
	return verb.frames.has("object") && kindAt(t, content) === "word" ? content : -1;
}

const claimObjectReach = 4;

/** كذّب ما راج, نفى المزاعم: the object is a claim or what was said. */
function isClaimObject(g: ArabicGrammar, t: Text, from: number): boolean {
	if (g.is.whatever.has(textAt(t, from))) return true;
	for (let i = from; i < from + claimObjectReach; i++) {
		const word = textAt(t, i);
		if (g.claimNouns.has(word) || g.claimNouns.has(word.replace(/^ب?ال/, ""))) return true;
	}
	return false;
}
