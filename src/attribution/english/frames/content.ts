import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import { addressee } from "../clause/addressee.ts";
import { beforeThat, isAdverb, skipAdjuncts } from "../clause/adjuncts.ts";
import type { EnglishGrammar } from "../grammar.ts";
import type { EnglishFrame, EnglishVerb } from "../grammar-data.ts";
import { closed } from "../noun-phrase/noun-phrase.ts";
import { speakerPhrase } from "../noun-phrase/speaker-of.ts";
import { isCapital, quoteFrom, type Text } from "../sentence.ts";

const near = 10;
const objectReach = 18;

export type Content = {
	content: number;
	mode: "clause" | "object" | "quote";
	via: SpeakerPhrase[];
};

/** What follows the verb and is what is said; undefined where nothing of the kind does. */
export function contentAt(
	g: EnglishGrammar,
	t: Text,
	verb: EnglishVerb,
	at: number,
): Content | undefined {
	const frames = new Set<EnglishFrame>(verb.frames);
	const limit = t.end;
	if (verb.notWord?.some((w) => w === t.words[skipThe(t, at)])) return undefined;
	if (verb.needsWord && !anyOf(t, verb.needsWord, at, Math.min(limit, at + near))) return undefined;
	let p = at;
	while (
		p < limit &&
		t.us[p]?.kind === "word" &&
		isAdverb(g, t.words[p] ?? "") &&
		!claimed(t, frames, p)
	)
		p++;
	const own = ownPreposition(g, t, frames, p);
	if (own) return { content: own, mode: "object", via: [] };
	const told = frames.has("addressee")
		? addressee(g, t, p, verb.needsAddressee === true)
		: undefined;
	if (verb.needsAddressee && !told) return undefined;
	const adjuncts = skipAdjuncts(g, t, told?.to ?? p, limit);
	const via = [...(told?.via ?? []), ...adjuncts.via];
	const spoken = spokenAt(g, t, frames, adjuncts.to);
	if (spoken) return { ...spoken, via: [...via, ...spoken.via] };
	if (!told && frames.has("addressee")) {
		const that = beforeThat(g, t, p, Math.min(limit, p + near));
		if (that > p && !quoteFrom(t, p)) return { content: that + 1, mode: "clause", via };
	}
	const object = objectAt(g, t, frames, p);
	if (object >= 0) return { content: object, mode: "object", via: [] };
	const k = adjuncts.to;
	if (!isWordy(t, k, limit)) return undefined;
	if (frames.has("bare") && startsClause(g, t, k, verb)) return { content: k, mode: "clause", via };
	if (frames.has("clause") && finiteSoon(g, t, k, limit))
		return { content: k, mode: "clause", via };
	if (frames.has("object") && startsObject(g, t, p))
		return { content: skipAs(t, p), mode: "object", via: [] };
	return undefined;
}

function skipThe(t: Text, at: number): number {
	return t.words[at] === "the" ||
		t.words[at] === "a" ||
		t.words[at] === "him" ||
		t.words[at] === "her"
		? at + 1
		: at;
}

function claimed(t: Text, frames: ReadonlySet<string>, p: number): boolean {
	return frames.has(t.words[p] ?? "");
}

function anyOf(t: Text, list: readonly string[], from: number, to: number): boolean {
	for (let i = from; i < to; i++) {
		if (t.us[i]?.kind === "stop") return false;
		if (list.includes(t.words[i] ?? "")) return true;
	}
	return false;
}

/** "that", a colon or a quotation, at once or behind an aside between commas. */
function spokenAt(
	g: EnglishGrammar,
	t: Text,
	frames: ReadonlySet<EnglishFrame>,
	k: number,
): Content | undefined {
	const u = t.us[k];
	const w = t.words[k] ?? "";
	if (!u) return undefined;
	// "say that is not enough": there it is a pronoun.
	const pronoun = g.is.finite.has(t.words[k + 1] ?? "");
	if (g.is.complementisers.has(w) && frames.has("that"))
		return { content: pronoun ? k : k + 1, mode: "clause", via: [] };
	if (w === "whether" && frames.has("whether")) return { content: k, mode: "object", via: [] };
	if (!frames.has("speech") && !frames.has("that")) return undefined;
	if (u.kind === "colon" && frames.has("speech"))
		return { content: k + 1, mode: quoteFrom(t, k + 1) ? "quote" : "clause", via: [] };
	if (quoteFrom(t, k) && frames.has("speech")) return { content: k, mode: "quote", via: [] };
	if (u.kind !== "comma") return undefined;
	if (quoteFrom(t, k + 1) && frames.has("speech"))
		return { content: k + 1, mode: "quote", via: [] };
	for (let i = k + 1; i < Math.min(t.end, k + 16); i++) {
		if (t.us[i]?.kind !== "comma") continue;
		const next = t.words[i + 1] ?? "";
		if (g.is.complementisers.has(next) && frames.has("that"))
			return { content: i + 2, mode: "clause", via: outlets(g, t, k + 1, i) };
		if (quoteFrom(t, i + 1) && frames.has("speech") && !quoteFrom(t, k + 1))
			return { content: i + 1, mode: "quote", via: outlets(g, t, k + 1, i) };
	}
	return undefined;
}

function outlets(g: EnglishGrammar, t: Text, from: number, to: number): SpeakerPhrase[] {
	if (t.words[from] === "according" && t.words[from + 1] === "to") {
		const source = speakerPhrase(g, t, from + 2, to);
		return source ? [source] : [];
	}
	return skipAdjuncts(g, t, from, to).via;
}

/** to, of, against: the verb's own preposition. What is said keeps those that change its sense. */
function ownPreposition(
	g: EnglishGrammar,
	t: Text,
	frames: ReadonlySet<string>,
	p: number,
): number | undefined {
	const w = t.words[p] ?? "";
	const next = t.words[p + 1] ?? "";
	if (w === "not" && next === "to" && frames.has("to")) return p;
	if (w === "to" && frames.has("toTo")) {
		for (let i = p + 2; i < Math.min(t.end, p + 12); i++)
			if (t.words[i] === "to" || t.words[i] === "for") return i;
		return undefined;
	}
	if (!frames.has(w) || t.us[p + 1] === undefined || p + 1 >= t.end) return undefined;
	if (w === "to")
		return closed(g, next) &&
			!g.is.be.has(next) &&
			!g.is.do.has(next) &&
			!g.is.perfect.has(next) &&
			next !== "not"
			? undefined
			: p;
	if (w === "of" || w === "about" || w === "at") return p + 1;
	return w === "against" || w === "for" || w === "whether" ? p : undefined;
}

/** Frames with an object and something behind it; -1 where none of them fits. */
function objectAt(
	g: EnglishGrammar,
	t: Text,
	frames: ReadonlySet<EnglishFrame>,
	p: number,
): number {
	if (!isWordy(t, p, t.end) || (closed(g, t.words[p] ?? "") && !opensObject(g, t, p))) return -1;
	const reach = Math.min(t.end, p + objectReach);
	for (let i = p + 1; i < reach; i++) {
		const u = t.us[i];
		const w = t.words[i] ?? "";
		if (!u || (u.kind === "stop" && !t.quoteAt[i])) break;
		if (u.kind === "comma" && !closesSoon(t, i)) break;
		if (
			frames.has("label") &&
			(quoteFrom(t, i) || (i - p <= 6 && i > p && (w === "a" || w === "an")))
		)
			return quoteFrom(t, i) ? i : p;
		if (w === "of" && frames.has("objectOf")) return p;
		if (w === "for" && (frames.has("objectFor") || frames.has("objectTo"))) return p;
		if (w === "as" && frames.has("objectAs")) return p;
		if (w === "at" && frames.has("objectAt") && numberNear(g, t, i + 1)) return p;
		if (w === "to" && frames.has("objectTo") && !g.is.articles.has(t.words[i + 1] ?? "")) return p;
		if (
			frames.has("objectPrep") &&
			(w === "against" || w === "over" || w === "about" || w === "of")
		)
			return p;
	}
	return frames.has("label") && quoteFrom(t, p) ? p : -1;
}

function closesSoon(t: Text, comma: number): boolean {
	for (let i = comma + 1; i < Math.min(t.end, comma + 8); i++)
		if (t.us[i]?.kind === "comma") return true;
	return false;
}

function numberNear(g: EnglishGrammar, t: Text, at: number): boolean {
	for (let i = at; i < Math.min(t.end, at + 4); i++)
		if (/^\p{Nd}/u.test(t.words[i] ?? "") || /^\p{Sc}$/u.test(t.us[i]?.raw ?? "")) return true;
	return g.is.indefinite.has(t.words[at] ?? "") && t.words[at] !== "a" && t.words[at] !== "an";
}

function opensObject(g: EnglishGrammar, t: Text, p: number): boolean {
	const w = t.words[p] ?? "";
	return (
		g.is.articles.has(w) || g.is.possessives.has(w) || g.pronouns.has(w) || g.is.indefinite.has(w)
	);
}

function isWordy(t: Text, k: number, limit: number): boolean {
	return (
		k < limit &&
		(t.us[k]?.kind === "word" ||
			/^\p{Sc}$/u.test(t.us[k]?.raw ?? "") ||
			quoteFrom(t, k) !== undefined)
	);
}

/** A clause begins here, not a preposition or a second verb. */
function startsClause(g: EnglishGrammar, t: Text, k: number, verb: EnglishVerb): boolean {
	const w = t.words[k] ?? "";
	if (t.us[k + 1] === undefined || k + 1 >= t.end) return false;
	if (
		g.is.coordinators.has(w) ||
		w === "to" ||
		w === "by" ||
		(w === "about" && !/^\p{Nd}/u.test(t.words[k + 1] ?? "")) ||
		w === "of"
	)
		return false;
	if (g.is.prepositions.has(w) || (g.is.conjunctions.has(w) && w !== "if" && w !== "when"))
		return verb.frames.includes("speech") && finiteSoon(g, t, k, t.end);
	if (g.is.be.has(w) || g.is.modals.has(w) || g.is.perfect.has(w)) return false;
	return isCapital(t, k) || t.end - k > 2 || finiteSoon(g, t, k, t.end);
}

function finiteSoon(g: EnglishGrammar, t: Text, k: number, limit: number): boolean {
	if (
		closed(g, t.words[k] ?? "") &&
		!opensObject(g, t, k) &&
		!g.is.narrator.has(t.words[k] ?? "") &&
		!g.is.prepositions.has(t.words[k] ?? "")
	)
		return false;
	for (let i = k; i < Math.min(limit, k + objectReach); i++) {
		if (t.us[i]?.kind === "stop") return false;
		if (g.is.finite.has(t.words[i] ?? "")) return true;
	}
	return false;
}

function startsObject(g: EnglishGrammar, t: Text, p: number): boolean {
	const w = t.words[p] ?? "";
	if (!isWordy(t, p, t.end)) return false;
	if (w === "as") return true;
	return !closed(g, w) || opensObject(g, t, p) || w === "that";
}

/** rejected as false reports that …: past the judgement. */
function skipAs(t: Text, p: number): number {
	return t.words[p] === "as" ? p + 2 : p;
}
