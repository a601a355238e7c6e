import type { WordFacts } from "../../../language/words/word-facts.ts";
import { coarse } from "../../frames/coarse.ts";
import { type PassageView, textOf } from "../../sequence/passage-view.ts";
import type { Known } from "../known.ts";
import { comparedWord, comparedWords } from "./compared.ts";
import {
	hasArticle,
	isArabic,
	isHonour,
	isInTheName,
	isOverseen,
	isUnknown,
} from "./name-words.ts";

/** Words before a last name that may belong to a name: more are a title and a name. */
const mostBefore = 4;
/** What a last name alone may have been taken for. */
const mayBePerson: ReadonlySet<Known["kind"]> = new Set(["person", "organisation", "anonymous"]);

/** A name of so many words is whole. */
const longest = 3;

/**
 * Gives people who are known by a last name alone the fullest form in which the article names them:
 * the last name behind a given name, wherever that stands; so those who lack a name in front.
 */
export function fillNames(known: Iterable<Known>, views: readonly PassageView[]): void {
	const places = new Map<string, { view: PassageView; at: number }[]>();
	for (const view of views)
		for (const [at, { word }] of view.tokens.entries()) {
			const key = comparedWord(word);
			const before = places.get(key);
			if (before) before.push({ view, at });
			else places.set(key, [{ view, at }]);
		}
	for (const one of known) {
		const spelled = isAbbreviation(one) ? spelledOut(one.name, views) : undefined;
		if (spelled) {
			one.name = spelled;
			continue;
		}
		const alone = one.words.length === 1;
		if (
			one.described ||
			!mayBePerson.has(one.kind) ||
			(!alone && (one.kind !== "person" || one.words.length > longest))
		)
			continue;
		const last = one.words.at(-1) ?? "";
		let best: { words: string[]; text: string } | undefined;
		for (const { view, at } of places.get(last) ?? []) {
			if (/[HSK]/u.test(coarse(view, at)) || (one.kind !== "person" && isThing(view, at))) continue;
			const from = beginningOf(view, at);
			if (from === at || (best && at + 1 - from <= best.words.length)) continue;
			const stretch = { from, to: at + 1 };
			const words = comparedWords(view, stretch);
			if (words.length > one.words.length && one.words.every((w) => words.includes(w)))
				best = { words, text: textOf(view, stretch) };
		}
		if (best) Object.assign(one, { kind: "person", name: best.text, words: best.words });
	}
}

const isAbbreviation = ({ name, kind }: Known): boolean =>
	kind !== "person" && /^\p{Lu}{3,6}$/u.test(name);

/** KCNA, where the article says Korean Central News Agency: words with capitals whose first letters are those of the abbreviation. */
function spelledOut(letters: string, views: readonly PassageView[]): string | undefined {
	for (const view of views)
		for (let from = 0; from < view.tokens.length; from++) {
			let at = from;
			for (const letter of letters) {
				while (at > from && view.facts[at]?.kinds.has("organisationLinks")) at++;
				const text = view.tokens[at]?.text ?? "";
				if (!text.startsWith(letter) || text.length < 2 || text === letters) {
					at = -1;
					break;
				}
				at++;
			}
			if (at > from) return textOf(view, { from, to: at });
		}
	return undefined;
}

/** The first word of the name that ends at `at`; `at` itself where no given name stands before it. */
function beginningOf(view: PassageView, at: number): number {
	let begins = at;
	let strange = 0;
	for (let t = at - 1; t >= Math.max(0, at - mostBefore); t--) {
		const facts = view.facts[t];
		const text = view.tokens[t]?.text ?? "";
		if (facts?.kinds.has("namesakes") || facts?.cue) break;
		if (isHonour(facts) || isInTheName(view, t) || isParticle(facts)) break;
		if (isOverseen(view, t) || isTitleBefore(view, t)) break;
		if (!facts || !/^\p{L}/u.test(text) || (/^\p{Ll}/u.test(text) && !facts.roles.has("links")))
			break;
		// A father's name that no list has may stand between a given name and the last.
		if (view.facts[t - 1]?.roles.has("halves")) begins = --t;
		else if (facts.sex !== "" || facts.roles.has("halves")) begins = t;
		else if (isStrange(view, t) && isBehindPost(view, t)) begins = t;
		else if (
			!facts.family &&
			!facts.roles.has("links") &&
			!/^\p{Lu}/u.test(text) &&
			(!mayBeName(view, t) || ++strange > 1)
		)
			break;
	}
	return begins;
}

/** جلسات الحوار, المستوردين: an ordinary noun and nobody's last name. */
function isThing(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (!facts || !isArabic(view, at) || facts.sex !== "" || facts.family) return false;
	return facts.many || (facts.parts.includes("N") && facts.kind !== "the-nisba");
}

/** "That" and prepositions, unless people are called so as well: خلف. */
const isParticle = (facts: WordFacts | undefined): boolean =>
	facts !== undefined &&
	(facts.kinds.has("complementisers") || (facts.kinds.has("prepositions") && facts.sex === ""));

/** In no list and no dictionary: دراغان; a capital within a sentence: Nuala. */
function isStrange(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	const text = view.tokens[at]?.text ?? "";
	if (/^\p{Lu}\p{Ll}/u.test(text))
		return facts?.kinds.size === 0 && view.first[view.sentence[at] ?? 0] !== at;
	if (!facts || !/^\p{Script=Arabic}{3}/u.test(text) || facts.definite) return false;
	return isUnknown(facts) && !/^[بكفل]/u.test(text);
}

/** المدرب الصربي دراغان: a post or where somebody is from stands right before; وزير دفاع ترانيا is of there. */
function isBehindPost(view: PassageView, at: number): boolean {
	const before = view.facts[at - 1];
	if (/^\p{Script=Latin}/u.test(view.tokens[at]?.text ?? "")) return true;
	return (before?.definite ?? false) || coarse(view, at - 1) === "A";
}

/** المفتي أنس: a title with the article before a given name, although people are called so as well. */
const isTitleBefore = (view: PassageView, at: number): boolean =>
	view.facts[at]?.kinds.has("head:person:title") === true &&
	hasArticle(view, at) &&
	view.facts[at + 1]?.sex !== "" &&
	view.facts[at + 1]?.definite === false;

/** Nothing says that the word cannot be a name; some names are prepositions as well (خلف). */
const mayBeName = (view: PassageView, at: number): boolean =>
	/[wFPp]/u.test(coarse(view, at)) && (view.tokens[at]?.text.length ?? 0) > 2;
