import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { closed } from "../noun-phrase/noun-phrase.ts";
import { speakerPhrase } from "../noun-phrase/speaker-of.ts";
import { isBracket, type Text } from "../sentence.ts";
import { isAdverb, skipAdjuncts } from "./adjuncts.ts";

/** What stands between a subject and its verb. */
export type Gap = {
	negated: boolean;
	/** would, to: nothing has been said yet. */
	modal: boolean;
	/** was, been: a passive, or with -ing a progressive. */
	be: boolean;
	/** Further subjects: X and Y said. */
	more: SpeakerPhrase[];
	via: SpeakerPhrase[];
	/** Whom the subject cites: X, citing Y, said. */
	citing: SpeakerPhrase | undefined;
	/** who, which: a relative clause about the subject. */
	relative: boolean;
};

const noGap = (): Gap => ({
	negated: false,
	modal: false,
	be: false,
	more: [],
	via: [],
	citing: undefined,
	relative: false,
});

/** Reads what stands between a subject's end and its verb; undefined where another clause does. */
export function gapTo(
	g: EnglishGrammar,
	t: Text,
	from: number,
	verb: number,
	phrase: SpeakerPhrase | null,
): Gap | undefined {
	const gap = noGap();
	let i = from;
	while (i < verb) {
		const next = gapStep(g, t, i, verb, phrase, gap);
		if (next <= i) return undefined;
		i = next;
	}
	return gap;
}

function gapStep(
	g: EnglishGrammar,
	t: Text,
	i: number,
	verb: number,
	phrase: SpeakerPhrase | null,
	gap: Gap,
): number {
	const u = t.us[i];
	const w = t.words[i] ?? "";
	if (!u) return i;
	if (u.kind === "comma" || u.kind === "dash" || isBracket(u))
		return aside(g, t, i, verb, phrase, gap);
	if (u.kind !== "word") return i;
	if (g.is.negations.has(w)) gap.negated = true;
	if (g.is.be.has(w)) gap.be = true;
	if (g.is.modals.has(w)) gap.modal = true;
	if (
		g.is.negations.has(w) ||
		g.is.be.has(w) ||
		g.is.modals.has(w) ||
		g.is.perfect.has(w) ||
		g.is.do.has(w)
	)
		return i + 1;
	if (g.is.relatives.has(w)) {
		if (auxiliariesOnly(g, t, i + 1, verb)) {
			gap.relative = true;
			return i + 1;
		}
		// An official who asked not to be named said
		const plain =
			phrase !== null && !hasComma(t, i, verb) && (w === "who" || phrase.kind === "document");
		return plain ? verb : i;
	}
	if ((w === "and" || w === "or") && phrase) {
		const more = speakerPhrase(g, t, i + 1, verb, false);
		if (!more) return i;
		gap.more.push(more);
		return more.to;
	}
	if (phrase && g.is.sourceModifiers.has(w)) return modifier(g, t, i, verb, gap);
	if (g.is.citing.has(w)) return modifier(g, t, i, verb, gap);
	const adjuncts = skipAdjuncts(g, t, i, verb);
	gap.via.push(...adjuncts.via);
	return adjuncts.to;
}

/** contacted by X, quoted on Y: the outlet in it relays. */
function modifier(g: EnglishGrammar, t: Text, at: number, verb: number, gap: Gap): number {
	let i = at;
	while (i < verb && (t.us[i]?.kind === "word" || isBracket(t.us[i]))) {
		const w = t.words[i] ?? "";
		if (i > at && g.is.finite.has(w) && !g.is.relatives.has(t.words[at] ?? "")) break;
		if (g.is.relayWords.has(w) && t.words[i + 1] === "by") relayer(g, t, i + 2, verb, gap.via);
		i++;
	}
	return i;
}

function relayer(g: EnglishGrammar, t: Text, at: number, verb: number, via: SpeakerPhrase[]): void {
	const phrase = speakerPhrase(g, t, at, verb);
	if (
		phrase &&
		(phrase.kind === "outlet" || (phrase.kind === "organisation" && phrase.name !== ""))
	)
		via.push({ ...phrase, kind: "outlet" });
}

/** Between commas, dashes or brackets anything may stand; it must close before the verb. */
function aside(
	g: EnglishGrammar,
	t: Text,
	at: number,
	verb: number,
	phrase: SpeakerPhrase | null,
	gap: Gap,
): number {
	let last = -1;
	for (let i = at + 1; i < verb; i++) {
		const u = t.us[i];
		if (u?.kind === "stop" && !t.quoteAt[i]) return at;
		const glued = u?.kind === "dash" && t.us[i - 1]?.end === u.start;
		if (u?.kind === "comma" || (u?.kind === "dash" && !glued) || u?.raw === ")") last = i;
	}
	if (last > at) {
		citingIn(g, t, at + 1, last, gap);
		if (phrase) relayIn(g, t, at + 1, last, gap.via);
		const enumerated = phrase !== null && t.words[last + 1] === "and";
		return enumerated ? last : last + 1;
	}
	// X, who …: a relative clause runs up to the verb. X, Y and Z: more subjects.
	const w = t.words[at + 1] ?? "";
	if (g.is.relatives.has(w) && auxiliariesOnly(g, t, at + 2, verb)) return at + 1;
	if (auxiliariesOnly(g, t, at + 1, verb)) return at + 1;
	if (phrase) {
		const more = speakerPhrase(g, t, at + 1, verb, false);
		if (more && t.words[more.to] === "and") {
			gap.more.push(more);
			return more.to;
		}
	}
	return at;
}

function citingIn(g: EnglishGrammar, t: Text, from: number, to: number, gap: Gap): void {
	for (let i = from; i < to; i++) {
		if (!g.is.citing.has(t.words[i] ?? "")) continue;
		const phrase = speakerPhrase(g, t, i + 1, to);
		if (phrase && !showsOnly(g, phrase)) gap.citing = phrase;
		return;
	}
}

/** citing images: evidence is nobody's word. */
export function showsOnly(g: EnglishGrammar, phrase: SpeakerPhrase): boolean {
	return phrase.kind === "document" && g.heads.get(phrase.head)?.head.evidence === true;
}

/** Outlets behind "carried by", "seen by" in a stretch of units. */
export function relayIn(
	g: EnglishGrammar,
	t: Text,
	from: number,
	to: number,
	via: SpeakerPhrase[],
): void {
	for (let i = from; i < to; i++)
		if (g.is.relayWords.has(t.words[i] ?? "") && t.words[i + 1] === "by")
			relayer(g, t, i + 2, to, via);
}

function auxiliariesOnly(g: EnglishGrammar, t: Text, from: number, verb: number): boolean {
	for (let i = from; i < verb; i++) {
		const w = t.words[i] ?? "";
		if (t.us[i]?.kind !== "word") return false;
		const auxiliary =
			g.is.be.has(w) ||
			g.is.perfect.has(w) ||
			g.is.modals.has(w) ||
			g.is.negations.has(w) ||
			g.is.do.has(w);
		if (!auxiliary && !isAdverb(g, w)) return false;
	}
	return true;
}

function hasComma(t: Text, from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (t.us[i]?.kind === "comma") return true;
	return false;
}

/** Auxiliaries right before a verb whose subject is left out: … and has denied. */
export function gapBehind(g: EnglishGrammar, t: Text, verb: number): { gap: Gap; from: number } {
	const gap = noGap();
	let i = verb;
	while (i > 0) {
		const w = t.words[i - 1] ?? "";
		if (t.us[i - 1]?.kind !== "word") break;
		if (g.is.negations.has(w)) gap.negated = true;
		else if (g.is.be.has(w)) gap.be = true;
		else if (g.is.modals.has(w)) gap.modal = true;
		else if (
			!g.is.perfect.has(w) &&
			!g.is.do.has(w) &&
			!(isAdverb(g, w) && !closed(g, w) && !g.is.coordinators.has(w))
		)
			break;
		i--;
	}
	return { gap, from: i };
}
