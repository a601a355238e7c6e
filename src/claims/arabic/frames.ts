import type { Act } from "../../domain/article.ts";
import type { SpeakerPhrase } from "../phrase.ts";
import type { Unit } from "../units.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { type SegmentSubject, subjectBefore } from "./segments.ts";
import { speakerPhrase } from "./speaker-phrase.ts";
import type { Agreement, VerbForm } from "./verbs.ts";

/** One place where the sentence names a source. Indexes are into the sentence's units. */
export type Frame = {
	/** First unit of the frame. */
	at: number;
	/** First unit of what is said. */
	content: number;
	kind: "verb" | "participle" | "according" | "noun" | "passive";
	/** `quote`: what is said is the quotation that begins at `content`. */
	mode: "clause" | "quote" | "object" | "behind";
	speaker: SpeakerPhrase | null;
	agreement: Agreement | null;
	via: SpeakerPhrase[];
	act: Act;
	negated: boolean;
	/** Goes on with the frame before it: has a conjunction, or is a participle. */
	peer: boolean;
	present: boolean;
	/** The subject stands before the verb and begins the clause at this unit. */
	clauseFrom: number;
	/** The speaker is the antecedent of a relative clause. */
	relative?: boolean;
};

const farthestComplementiser = 45;

/** Reads the verb at `at` as a reporting verb with its speaker; undefined where it is none. */
export function verbFrame(g: ArabicGrammar, us: readonly Unit[], at: number, floor: number): Frame | undefined {
	const unit = us[at];
	if (!unit || unit.kind !== "word") return undefined;
	const conjunction = !g.verbs.has(unit.text) && /^[وف]/.test(unit.text);
	const word = conjunction ? unit.text.slice(1) : unit.text;
	const forms = g.verbs.get(word);
	if (!forms) return undefined;
	const before = us[at - 1];
	if (!conjunction && before?.kind === "word" && blocks(g, us, at, forms)) return undefined;
	// بعد تعهده: behind a preposition only the verbal noun can stand.
	const governed = before?.kind === "word" && !conjunction && g.prepositions.has(before.text) && forms.some((f) => f.form === "speechNoun");
	for (const form of forms) {
		if (governed && form.form !== "speechNoun") continue;
		const frame = readVerb(g, us, at, floor, form, conjunction);
		if (frame) return frame;
	}
	return undefined;
}

/** أن يقول, عدم القول, في قول: no statement is made there. */
function blocks(g: ArabicGrammar, us: readonly Unit[], at: number, forms: readonly VerbForm[]): boolean {
	const before = us[at - 1]?.text ?? "";
	const present = forms.every((f) => f.form === "present");
	if (present && (before === "ان" || before === "كي" || before === "بان" || before === "لكي")) return true;
	return (before === "في" || before === "من" || before === "عن") && forms.every((f) => f.form !== "speechNoun");
}

function readVerb(
	g: ArabicGrammar,
	us: readonly Unit[],
	at: number,
	floor: number,
	form: VerbForm,
	conjunction: boolean,
): Frame | undefined {
	const { verb } = form;
	const adverbial = form.form === "participle" || form.form === "speechNoun";
	let next = at + 1;
	// ومضى يقول: the second verb carries the speech.
	const first = us[at]?.text ?? "";
	for (const phrase of g.speechPhrases) {
		if ((phrase.first.has(first) || phrase.first.has(first.slice(1))) && phrase.second.has(us[next]?.text ?? "")) next++;
	}
	next = skipAdverbs(g, us, next);
	// ختم محذراً: the adverb says what kind of speech it was.
	const manner = adverbial ? undefined : g.verbs.get(us[next]?.text ?? "")?.find((f) => f.form === "participle");
	if (manner) next++;
	let speaker: SpeakerPhrase | null = null;
	let clauseFrom = at;
	const before = adverbial ? undefined : subjectBefore(g, us, at, floor);
	if (!adverbial && !saysAtOnce(g, us, next) && !(before && before.whole)) {
		const phrase = speakerPhrase(g, us, next, us.length);
		if (phrase && agrees(form, phrase)) {
			speaker = phrase;
			next = phrase.to;
		}
	}
	if (!speaker && before && (before.whole || !before.loose)) {
		speaker = before.phrase;
		clauseFrom = before.from;
	}
	if (verb.needsMark && form.form === "past" && !/\u0651/.test(us[at]?.raw ?? "") && !(at === floor && speaker)) return undefined;
	const sources = verb.sources;
	if (sources && !(speaker && sources.includes(speaker.kind))) return undefined;
	// علامات تشير إلى, معلومات تظهر: signs speak for nobody.
	if (verb.shows && !speaker && !conjunction && !adverbial && us[at - 1]?.kind === "word" && g.words.isNoun(us[at - 1]?.text ?? "")) return undefined;
	const found = findContent(g, us, next, form, speaker !== null) ?? behind(g, us, at, form, speaker);
	if (!found) return undefined;
	if (verb.needsThat && found.mode !== "clause") return undefined;
	// A bare object of an unnamed speaker is too weak a sign: أعلن عن, أكد ضرورة need somebody.
	if (found.mode === "object" && !speaker && !adverbial && !conjunction && form.agreement === "m" && form.form === "past" && !before && !g.contrast.has(us[at - 1]?.text ?? "")) return undefined;
	// سبعة متهمين في, أحزاب معارضة: a noun, not an adverb of speech, unless a comma sets it off.
	if (found.mode === "object" && form.form === "participle" && us[at - 1]?.kind === "word" && !conjunction) return undefined;
	const negation = us[at - 1]?.text ?? "";
	const silent = g.silence.has(us[found.content]?.text ?? "") || g.silence.has(us[found.content + 1]?.text ?? "");
	const clause = found.mode === "behind";
	return {
		at: clause ? found.content : at,
		content: found.content,
		kind: adverbial ? "participle" : "verb",
		mode: found.mode,
		speaker,
		agreement: form.agreement,
		via: found.addressee ? [found.addressee] : [],
		act: manner && manner.verb.act !== "asserts" ? manner.verb.act : verb.act,
		negated: g.negations.has(negation) || g.negations.has(negation.replace(/^[وف]/, "")) || (silent && found.mode === "object"),
		peer: adverbial || conjunction || clause || g.contrast.has(negation),
		present: form.form === "present",
		clauseFrom,
		relative: /^(الذي|التي|الذين)$/.test(us[at - 1]?.text ?? ""),
	};
}

/** قال إن, أضاف: – nobody is named between the verb and what is said. */
function saysAtOnce(g: ArabicGrammar, us: readonly Unit[], i: number): boolean {
	const u = us[i];
	if (!u) return true;
	if (u.kind === "colon") return true;
	// أوضحت «أفق موبايل» أن: a short quotation before the particle is a name.
	if (u.kind === "open" && closeOf(us, i) - i <= 4 && us[closeOf(us, i) + 1]?.kind === "word") return false;
	if (u.kind === "open") return !/^\($/.test(u.raw);
	return u.kind === "word" && g.complementisers.has(u.text);
}

/** A plural or feminine verb before its subject must not take a man for it. */
function agrees(form: VerbForm, phrase: SpeakerPhrase): boolean {
	if (form.agreement === "p" || form.agreement === "d") return false;
	if (phrase.feminine === undefined) return true;
	return phrase.feminine === (form.agreement === "f");
}

function skipAdverbs(g: ArabicGrammar, us: readonly Unit[], from: number): number {
	let i = from;
	while (i < us.length) {
		const u = us[i];
		if (u?.kind === "word" && g.stops.has(u.text) && !g.complementisers.has(u.text) && !/^(الذي|التي|الذين|حيث|لكن|ولكن|عندما|حين|اذا|لو|اذ|هو|هي|هم|انه|انها)$/.test(u.text)) i++;
		else break;
	}
	return i;
}

/** وهي مزاعم تنكرها الصين: what is denied stands before, the clause itself is the statement. */
function behind(g: ArabicGrammar, us: readonly Unit[], at: number, form: VerbForm, speaker: SpeakerPhrase | null): Content | undefined {
	if (!form.object || !speaker || form.verb.act === "asserts") return undefined;
	let from = at;
	while (from > 0 && at - from < 8 && us[from - 1]?.kind === "word") from--;
	const noun = us.slice(from, at).some((u) => g.claimNouns.has(u.text));
	return noun ? { content: from, mode: "behind" } : undefined;
}

type Content = { content: number; mode: Frame["mode"]; addressee?: SpeakerPhrase };

/** Where what is said begins: after إن/أن, a colon, a quotation mark, the verb's own preposition. */
function findContent(
	g: ArabicGrammar,
	us: readonly Unit[],
	from: number,
	form: VerbForm,
	named: boolean,
): Content | undefined {
	const { verb } = form;
	const frames = new Set(verb.frames);
	const needs = verb.needsWord ? new Set(verb.needsWord) : undefined;
	let addressee: SpeakerPhrase | undefined;
	let preposition = -1;
	let needed = !needs;
	const limit = Math.min(us.length, from + farthestComplementiser);
	for (let i = from; i < limit; i++) {
		const u = us[i];
		if (!u) break;
		if (u.kind === "stop") break;
		if (u.kind === "word" && needs && (needs.has(u.raw) || needs.has(u.text))) needed = true;
		if (u.kind === "word" && (g.contrast.has(u.text) || (i > from && /^و/.test(u.text) && !g.verbs.has(u.text) && reports(g, u.text.slice(1))))) break;
		if (u.kind === "word" && g.complementisers.has(u.text) && strayBefore(g, us, i, from, frames)) continue;
		if (u.kind === "word" && g.complementisers.has(u.text) && frames.has("that"))
			return { content: i + 1, mode: "clause", ...(addressee ? { addressee } : {}) };
		if (u.kind === "word" && /^بان/.test(u.text) && g.complementisers.has(u.text))
			return { content: i + 1, mode: "clause", ...(addressee ? { addressee } : {}) };
		if (u.kind === "colon" && frames.has("speech")) {
			const quote = us[i + 1]?.kind === "open" && us[i + 1]?.raw !== "(" && wholeUtterance(us, i + 1);
			return { content: i + 1, mode: quote ? "quote" : "clause", ...(addressee ? { addressee } : {}) };
		}
		if (u.kind === "open" && u.raw !== "(" && frames.has("speech") && opensSpeech(us, i))
			return { content: i, mode: "quote", ...(addressee ? { addressee } : {}) };
		const told = u.kind === "word" ? addresseeAt(g, us, i) : undefined;
		if (told) {
			addressee ??= told.phrase;
			i = told.to - 1;
			continue;
		}
		if (u.kind === "open") {
			const close = closeOf(us, i);
			if (close > i) i = close;
			continue;
		}
		if (u.kind === "word" && i > from && isOtherVerb(g, us, i)) break;
		if (preposition < 0 && u.kind === "word" && ownPreposition(frames, u.text)) preposition = i;
	}
	if (!needed) return undefined;
	if (form.object && frames.has("object")) return undefined;
	const content = skipAdjuncts(g, us, from);
	if (verb.needsClaimObject && !claimObject(g, us, content)) return undefined;
	if (verb.needsContent && preposition < 0) return undefined;
	if (preposition >= 0 && (named || preposition === content)) {
		const separate = /^(من|الي|عن|علي|في)$/.test(us[preposition]?.text ?? "");
		const aside = g.prepositions.has(us[content]?.text ?? "");
		const start = preposition === content || verb.needsContent || aside ? preposition + (separate ? 1 : 0) : content;
		return us[start] ? { content: start, mode: "object", ...(addressee ? { addressee } : {}) } : undefined;
	}
	if (frames.has("object") && us[content]?.kind === "word")
		return { content, mode: "object", ...(addressee ? { addressee } : {}) };
	return undefined;
}

/** بعد أن, حول أن, إلا أن: the particle belongs to the word before it, not to the verb. */
function strayBefore(g: ArabicGrammar, us: readonly Unit[], i: number, from: number, frames: ReadonlySet<string>): boolean {
	const before = us[i - 1];
	if (i === from || before?.kind !== "word") return false;
	if (g.notComplement.has(before.text)) return true;
	return /^(من|الي|عن|علي|في)$/.test(before.text) && !ownPreposition(frames, before.text);
}

function ownPreposition(frames: ReadonlySet<string>, word: string): boolean {
	if (word === "من" && frames.has("من")) return true;
	if (word === "الي" && frames.has("إلى")) return true;
	if (word === "عن" && frames.has("عن")) return true;
	if (word === "علي" && frames.has("على")) return true;
	if (word === "في" && frames.has("في")) return true;
	if (frames.has("ب") && /^ب../.test(word) && !/^(بعد|بين|بدون|بحسب|بلد|بلاد|بعض|بحر|بيان|بنك)/.test(word)) return true;
	return frames.has("ل") && /^(لل|لوقف|لل)/.test(word);
}

function isOtherVerb(g: ArabicGrammar, us: readonly Unit[], i: number): boolean {
	const word = us[i]?.text ?? "";
	const forms = g.verbs.get(word) ?? (/^[وف]/.test(word) ? g.verbs.get(word.slice(1)) : undefined);
	return forms?.some((f) => f.form === "past" || f.form === "participle") === true && !g.heads.has(word) && us[i - 1]?.kind === "comma";
}

/** Nothing but the quotation is said: a mark or the end comes behind it. */
function wholeUtterance(us: readonly Unit[], open: number): boolean {
	const close = closeOf(us, open);
	return close < 0 || close - open > 6 || us[close + 1]?.kind !== "word";
}

/** وتقول, وأضاف: the next statement begins. */
function reports(g: ArabicGrammar, word: string): boolean {
	return g.verbs.get(word)?.some((f) => f.form === "past" || f.form === "present") === true && !g.heads.has(word) && !g.words.isNoun(word);
}

/** A quotation of a whole utterance, not of two words: “…” of at least four words. */
function opensSpeech(us: readonly Unit[], open: number): boolean {
	return closeOf(us, open) - open > 4;
}

export function closeOf(us: readonly Unit[], open: number): number {
	let depth = 0;
	for (let i = open; i < us.length; i++) {
		if (us[i]?.kind === "open") depth++;
		else if (us[i]?.kind === "close" && --depth <= 0) return i;
	}
	return -1;
}

/** لوكالة رويترز, لبي بي سي, للصحيفة: the outlet that was told. People told are passed over. */
function addresseeAt(
	g: ArabicGrammar,
	us: readonly Unit[],
	i: number,
): { phrase: SpeakerPhrase; to: number } | undefined {
	const u = us[i];
	if (u?.kind === "word" && u.text === "ل" && us[i + 1]?.kind === "open") {
		const quoted = speakerPhrase(g, us, i + 1, us.length);
		return quoted ? { phrase: { ...quoted, kind: "outlet" }, to: quoted.to } : undefined;
	}
	if (u?.kind !== "word" || !/^ل./.test(u.text) || g.outlets.match([u.text], 0)) return undefined;
	const body = u.text.startsWith("لل") ? `ال${u.text.slice(2)}` : u.text.slice(1);
	const shifted = [...us];
	shifted[i] = { ...u, text: body, raw: u.raw.startsWith("لل") ? `ال${u.raw.slice(2)}` : u.raw.slice(1) };
	const words = shifted.slice(i, i + 6).map((x) => x.text);
	const outlet = g.outlets.match(words, 0);
	const head = g.heads.get(body);
	if (!outlet && head?.head.kind !== "outlet" && !(head?.lemma === "وكاله")) return undefined;
	const phrase = speakerPhrase(g, shifted, i, us.length);
	return phrase ? { phrase: { ...phrase, kind: "outlet" }, to: phrase.to } : undefined;
}

/** Past a time, a place or an aside between commas, to what is said. */
function skipAdjuncts(g: ArabicGrammar, us: readonly Unit[], from: number): number {
	let i = from;
	if (us[i]?.kind === "comma") {
		// ، في وقت سابق، – an aside ends at the next comma.
		for (let j = i + 1; j < Math.min(us.length, i + 9); j++) {
			if (us[j]?.kind === "comma") {
				i = j + 1;
				break;
			}
		}
		if (us[i]?.kind === "comma") i++;
	}
	i = skipAdverbs(g, us, i);
	const adjunct = g.adjuncts.find((words) => words.every((w, k) => us[i + k]?.text === w));
	if (adjunct) i += adjunct.length;
	if (us[i]?.kind === "comma") i++;
	return i;
}

function claimObject(g: ArabicGrammar, us: readonly Unit[], from: number): boolean {
	// كذّب ما راج, نفى ما تردد
	if (us[from]?.text === "ما") return true;
	for (let i = from; i < Math.min(us.length, from + 4); i++) {
		const word = us[i]?.text ?? "";
		if (g.claimNouns.has(word) || g.claimNouns.has(word.replace(/^ب?ال/, ""))) return true;
	}
	return false;
}

export type { SegmentSubject };
