import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { isCapital, type Text } from "../sentence.ts";
import { closed, known, type NounPhrase, nounPhrase } from "./noun-phrase.ts";
import { kindOf } from "./speaker-kind.ts";

const longestAttachment = 12;

/**
 * Reads the words at `at` as a speaker: a name, a title with or without a name, a body, a document,
 * an outlet, unnamed people. Undefined where they are none of these. `open`: nothing is known of
 * what stands behind the phrase, so it must end by itself.
 */
export function speakerPhrase(
	g: EnglishGrammar,
	t: Text,
	at: number,
	limit: number,
	open = true,
): SpeakerPhrase | undefined {
	if (t.us[at]?.kind !== "word") return undefined;
	const np = nounPhrase(g, t, at, limit);
	if (!np) return pronominal(g, t, at, limit);
	const end = attachments(g, t, np, limit, open);
	const phrase = build(g, t, np, end);
	if (!phrase) return undefined;
	return apposition(g, t, phrase, np, limit);
}

/** others, some, many: unnamed people. */
function pronominal(
	g: EnglishGrammar,
	t: Text,
	at: number,
	limit: number,
): SpeakerPhrase | undefined {
	const w = t.words[at] ?? "";
	if (!g.is.anonymousPronouns.has(w) || at >= limit) return undefined;
	return {
		from: at,
		to: at + 1,
		text: t.us[at]?.raw ?? "",
		name: "",
		title: w,
		head: w,
		kind: "anonymous",
		spokesperson: false,
		plural: w !== "one" && w !== "another",
		definite: false,
	};
}

/** Behind the head: of the union, for the ministry, familiar with the matter, in Kyiv. */
function attachments(
	g: EnglishGrammar,
	t: Text,
	np: NounPhrase,
	limit: number,
	open: boolean,
): number {
	let end = np.to;
	const kind = np.head?.head.kind;
	if (np.nameFrom >= 0 && np.headAt >= 0 && np.headAt < np.nameFrom && kind === "organisation")
		return end;
	for (let links = 0; links < 4 && end < limit; links++) {
		const w = t.words[end] ?? "";
		if (g.is.sourceModifiers.has(w) && !g.is.attaching.has(w) && describable(np)) {
			const stop = describes(g, t, end, limit, open);
			if (stop <= end) break;
			end = stop;
			continue;
		}
		if (!g.is.attaching.has(w) || isTime(g, t, end + 1)) break;
		const to = attachment(g, t, end + 1, limit, open);
		if (to < 0) break;
		end = to;
	}
	return end;
}

/** on Tuesday, in late May: belongs to the verb. */
function isTime(g: EnglishGrammar, t: Text, at: number): boolean {
	const w = t.words[at] ?? "";
	if (/^\p{Nd}{4}$/u.test(w)) return true;
	if (g.is.timeWords.has(w)) return !(w === "may" || w === "march") || isCapital(t, at);
	return g.is.timeModifiers.has(w) && g.is.timeWords.has(t.words[at + 1] ?? "");
}

function describable(np: NounPhrase): boolean {
	const kind = np.head?.head.kind;
	return (
		kind === "anonymous" ||
		kind === "person" ||
		kind === "document" ||
		kind === "spokesperson" ||
		kind === "outlet"
	);
}

/** familiar with the matter: up to a mark or, where the end is open, a finite verb. */
function describes(g: EnglishGrammar, t: Text, at: number, limit: number, open: boolean): number {
	if (g.is.relatives.has(t.words[at] ?? "")) return at;
	let i = at + 1;
	for (; i < limit && i - at < longestAttachment; i++) {
		if (t.us[i]?.kind !== "word") break;
		const w = t.words[i] ?? "";
		if (g.is.finite.has(w) || g.is.relatives.has(w) || (open && g.is.subjectPronouns.has(w))) break;
	}
	return i;
}

/** The noun phrase behind a preposition; its end, or -1 where there is none. */
function attachment(g: EnglishGrammar, t: Text, at: number, limit: number, open: boolean): number {
	const np = nounPhrase(g, t, at, limit);
	if (np) {
		const end = np.to;
		// the Minister of Trade and Industry; officials in Paris and Berlin
		if (t.words[end] === "and" && isCapital(t, end + 1) && isCapital(t, end - 1)) {
			const more = nounPhrase(g, t, end + 1, limit);
			if (more && (!open || t.us[more.to]?.kind !== "word")) return more.to;
		}
		return plainNoun(g, t, end, limit, open ? 0 : 4);
	}
	const end = plainNoun(g, t, at, limit, open ? 2 : 6);
	return end > at ? end : -1;
}

/** Nouns that no list knows: staff of the *dockyard*. */
function plainNoun(g: EnglishGrammar, t: Text, at: number, limit: number, most: number): number {
	let i = at;
	let taken = 0;
	while (i < limit && t.us[i]?.kind === "word") {
		const w = t.words[i] ?? "";
		const article = g.is.articles.has(w) || g.is.possessives.has(w);
		if (!article && (taken >= most || closed(g, w) || g.is.adverbs.has(w) || g.is.timeWords.has(w)))
			break;
		if (article && taken > 0) break;
		if (!article) {
			if (g.verbs.get(w)?.some((f) => f.form === "past") && !g.heads.has(w)) break;
			taken++;
		}
		i++;
	}
	return taken > 0 ? i : at;
}

function build(g: EnglishGrammar, t: Text, np: NounPhrase, end: number): SpeakerPhrase | undefined {
	const head = np.head?.head;
	const name = nameOf(g, t, np);
	const kind = kindOf(g, t, np, end);
	if (!kind) return undefined;
	const outlet = outletOf(g, t, np, end);
	const text = words(t, np.from, relayStart(g, t, np.to, end));
	const title = !head || (np.nameFrom >= 0 && np.headAt >= np.nameFrom) ? "" : titleOf(t, np, end);
	const spokesperson = head?.kind === "spokesperson";
	return {
		from: np.from,
		to: end,
		text,
		name,
		title,
		head: np.head?.lemma ?? "",
		kind,
		spokesperson,
		plural: np.plural || np.head?.plural === true,
		definite: np.definite && !np.indefinite,
		...(outlet ? { outlet } : {}),
	};
}

function nameOf(g: EnglishGrammar, t: Text, np: NounPhrase): string {
	if (np.nameFrom < 0) return "";
	if (np.headAt >= 0 && np.headAt > np.nameTo) return "";
	const whole = words(t, np.nameFrom, np.nameTo);
	const state =
		np.nameTo - np.nameFrom === 1 ? g.stateAdjectives.get(t.words[np.nameFrom] ?? "") : undefined;
	return state && known(g, t, np.nameFrom, np.nameTo) === 0 ? state.en : whole;
}

/** The title or noun without article and without the name behind it. */
function titleOf(t: Text, np: NounPhrase, end: number): string {
	const to = np.nameFrom > np.headAt ? np.nameFrom : end;
	return words(t, Math.min(np.core, np.headAt), Math.max(to, np.headAt + 1));
}

/** The outlet that a source or a document belongs to. */
function outletOf(g: EnglishGrammar, t: Text, np: NounPhrase, end: number): string | undefined {
	for (let i = np.from; i < end; i++) {
		if (!isCapital(t, i)) continue;
		const hit = g.outlets.match(t.words, i);
		if (hit) return hit.name;
	}
	return undefined;
}

/** Takes in what stands in apposition: "X, the minister," and "the minister, X,". */
function apposition(
	g: EnglishGrammar,
	t: Text,
	phrase: SpeakerPhrase,
	np: NounPhrase,
	limit: number,
): SpeakerPhrase {
	if (t.us[phrase.to]?.kind !== "comma") return phrase;
	const at = phrase.to + 1;
	const other = at < limit ? nounPhrase(g, t, at, limit) : undefined;
	if (!other) return phrase;
	const end = attachments(g, t, other, limit, true);
	const mark = t.us[end];
	const closes =
		mark === undefined || end >= t.end || mark.kind === "comma" || mark.kind === "stop";
	if (!closes) return phrase;
	const otherName = nameOf(g, t, other);
	const otherKind = kindOf(g, t, other, end);
	const titled = other.head?.head.title === true || other.head?.head.kind === "anonymous";
	if (phrase.kind === "person" && phrase.name && titled && !otherName)
		return {
			...phrase,
			to: end,
			title: phrase.title || words(t, other.core, end),
			head: phrase.head || (other.head?.lemma ?? ""),
		};
	const person = np.head?.head.title === true || phrase.spokesperson || phrase.kind === "anonymous";
	if (!phrase.name && person && otherName && otherKind === "person" && !phrase.plural)
		return {
			...phrase,
			to: end,
			text: words(t, phrase.from, end),
			name: otherName,
			kind: "person",
		};
	// Ofgem, the regulator: the apposition shows that the name is a body's.
	if (
		phrase.name &&
		phrase.kind === "person" &&
		!phrase.title &&
		other.head &&
		!otherName &&
		otherKind === "organisation"
	)
		return {
			...phrase,
			to: end,
			kind: "organisation",
			title: words(t, other.core, end),
			head: other.head.lemma,
		};
	if (
		phrase.name &&
		phrase.kind === "organisation" &&
		other.head &&
		!otherName &&
		otherKind === "organisation"
	)
		return {
			...phrase,
			to: end,
			title: words(t, other.core, end),
			head: phrase.head || other.head.lemma,
		};
	return phrase;
}

/** As it stands in the text, without marks around it and without a possessive ending. */
export function words(t: Text, from: number, to: number): string {
	let a = from;
	let b = to;
	while (a < b && t.us[a]?.kind !== "word") a++;
	while (b > a && t.us[b - 1]?.kind !== "word" && t.us[b - 1]?.raw !== ")") b--;
	const first = t.us[a];
	const last = t.us[b - 1];
	if (!first || !last) return "";
	const text = t.line.slice(first.start, last.end);
	return t.owner[b - 1] ? text.replace(/['’]s?$/, "") : text;
}

/** "contacted by X" tells of the relaying outlet and is no part of what the source is called. */
function relayStart(g: EnglishGrammar, t: Text, from: number, end: number): number {
	for (let i = from; i < end; i++)
		if (g.is.relayWords.has(t.words[i] ?? "") && t.words[i + 1] === "by") return i;
	return end;
}
