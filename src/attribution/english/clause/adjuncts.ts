import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { closed, known } from "../noun-phrase/noun-phrase.ts";
import { speakerPhrase, words } from "../noun-phrase/speaker-of.ts";
import { isBracket, isCapital, type Text } from "../sentence.ts";

const longestAdjunct = 12;
const farthestThat = 25;

export type Adjuncts = {
	/** First unit behind them. */
	to: number;
	/** Outlets named in them, in the order of the text. */
	via: SpeakerPhrase[];
};

/** Past the time, place and occasion of speaking: on Monday, in an interview with X, on state TV. */
export function skipAdjuncts(g: EnglishGrammar, t: Text, at: number, limit: number): Adjuncts {
	const via: SpeakerPhrase[] = [];
	let i = at;
	while (i < limit) {
		const next = oneAdjunct(g, t, i, limit, via);
		if (next <= i) break;
		i = next;
	}
	return { to: i, via };
}

function oneAdjunct(
	g: EnglishGrammar,
	t: Text,
	i: number,
	limit: number,
	via: SpeakerPhrase[],
): number {
	const u = t.us[i];
	if (!u) return i;
	if (u.raw === "(") {
		for (let j = i + 1; j < Math.min(limit, i + longestAdjunct); j++)
			if (t.us[j]?.raw === ")") return j + 1;
		return i;
	}
	if (u.kind !== "word") return i;
	const w = t.words[i] ?? "";
	const time = timeAt(g, t, i, limit);
	if (time > i) return time;
	if (isAdverb(g, w)) return i + 1;
	if (g.is.speechPrepositions.has(w)) return prepositional(g, t, i, limit, via);
	if (g.is.relayWords.has(w) && (t.words[i + 1] === "by" || t.words[i + 1] === "on")) return i + 1;
	return i;
}

export function isAdverb(g: EnglishGrammar, w: string): boolean {
	return (
		g.is.adverbs.has(w) ||
		(w.length > 4 && w.endsWith("ly") && !g.is.lyNouns.has(w) && !g.heads.has(w))
	);
}

/** Monday, last Friday, on Aug. 21, two days later, in 2020; `at` where there is none. */
function timeAt(g: EnglishGrammar, t: Text, at: number, limit: number): number {
	let i = at;
	const first = t.words[i] ?? "";
	const preposition = g.is.speechPrepositions.has(first);
	if (preposition) i++;
	const starts =
		preposition ||
		g.is.timeStarters.has(first) ||
		g.is.timeWords.has(first) ||
		/^\p{Nd}/u.test(first);
	if (!starts) return at;
	let seen = -1;
	for (; i < limit && i - at < 9; i++) {
		const u = t.us[i];
		const w = t.words[i] ?? "";
		// Aug. 21, 2023
		if (u?.kind === "comma" && seen === i && /^(1[89]|20)\d\d$/.test(t.words[i + 1] ?? ""))
			continue;
		if (u?.kind !== "word") break;
		const number = /^\p{Nd}{1,4}(?:[.:]\p{Nd}+)?(?:st|nd|rd|th)?$/u.test(w);
		const year = /^(1[89]|20)\d\d$/.test(w);
		const may = w !== "may" && w !== "march" ? true : isCapital(t, i);
		if (g.is.timeWords.has(w) && may && !t.owner[i]) seen = i + 1;
		else if (number && (seen === i || year || g.is.timeWords.has(t.words[i + 1] ?? ""))) {
			if (seen === i || (year && preposition)) seen = i + 1;
		} else if (i === at + 1 && !preposition && /^(on|in|at)$/.test(w)) {
			// late on Friday
		} else if (g.is.timeModifiers.has(w)) {
			if ((w === "ago" || w === "later" || w === "earlier") && seen === i) seen = i + 1;
			// "a plan", "the army": an article opens a time only with one behind it.
			if (seen === i && (w === "the" || w === "a" || w === "an" || w === "that")) break;
		} else break;
	}
	return Math.max(seen, at);
}

/** A preposition with the occasion, place or medium behind it. */
function prepositional(
	g: EnglishGrammar,
	t: Text,
	at: number,
	limit: number,
	via: SpeakerPhrase[],
): number {
	// about 140, over 300: a rough number and no place.
	if (
		/^\p{Nd}/u.test(t.words[at + 1] ?? "") &&
		/^(about|over|under|near|for)$/.test(t.words[at] ?? "")
	)
		return at;
	const outlet = outletAt(g, t, at + 1, limit);
	if (outlet) {
		via.push(outlet);
		return outlet.to;
	}
	let end = at;
	for (let i = at + 1; i < Math.min(limit, at + longestAdjunct); i++) {
		const u = t.us[i];
		const w = t.words[i] ?? "";
		if (!u || isBracket(u)) break;
		if (u.kind === "dash" && t.us[i - 1]?.end === u.start) continue;
		if (u.kind !== "word") break;
		if (g.is.settings.has(w) || g.is.audiences.has(w)) {
			if (g.is.settings.has(t.words[i + 1] ?? "") || g.is.audiences.has(t.words[i + 1] ?? ""))
				continue;
			via.push(...outletsWithin(g, t, at + 1, i + 1));
			return i + 1;
		}
		if (isCapital(t, i)) {
			const length = Math.max(known(g, t, i, limit), 1);
			i += length - 1;
			end = i + 1;
			// In Kyiv the …: a run of names ends the phrase.
			if (
				!isCapital(t, i + 1) &&
				!g.is.settings.has(t.words[i + 1] ?? "") &&
				t.us[i + 1]?.kind === "word" &&
				!t.owner[i]
			)
				break;
			continue;
		}
		if (i > at + 1 && closed(g, w)) break;
		if (g.is.subjectPronouns.has(w) || g.is.finite.has(w)) break;
		if (end > at && closed(g, w)) break;
	}
	if (end > at) return end;
	return beforeThat(g, t, at, limit);
}

/** on state television, with Reuters, to the newspaper X. */
export function outletAt(
	g: EnglishGrammar,
	t: Text,
	at: number,
	limit: number,
): SpeakerPhrase | undefined {
	const phrase = speakerPhrase(g, t, at, Math.min(limit, at + longestAdjunct));
	if (phrase?.kind !== "outlet") return undefined;
	return phrase;
}

/** Outlets that own what is named: Channel One's breakfast show. */
export function outletsWithin(
	g: EnglishGrammar,
	t: Text,
	from: number,
	to: number,
): SpeakerPhrase[] {
	for (let i = from; i < to; i++) {
		const hit = isCapital(t, i) ? g.outlets.match(t.words, i) : undefined;
		if (!hit) continue;
		const text = words(t, i, i + hit.length);
		const phrase = {
			from: i,
			to: i + hit.length,
			text,
			name: text,
			title: "",
			head: "",
			kind: "outlet" as const,
		};
		return [{ ...phrase, spokesperson: false, plural: false, definite: false, outlet: hit.name }];
	}
	return [];
}

/** An adjunct of unknown words ends at "that", when no verb or mark stands between. */
export function beforeThat(g: EnglishGrammar, t: Text, at: number, limit: number): number {
	for (let i = at + 1; i < Math.min(limit, at + farthestThat); i++) {
		const w = t.words[i] ?? "";
		if (g.is.complementisers.has(w)) return i;
		if (t.us[i]?.kind !== "word" && !isBracket(t.us[i])) return at;
		if (g.is.finite.has(w) || g.is.subjectPronouns.has(w) || g.is.relatives.has(w)) return at;
	}
	return at;
}
