import { indefinite } from "../../../language/words/arabic-clitics.ts";
import { isVerbalNounForm } from "../../../language/words/arabic-endings.ts";
import type { WordFacts } from "../../../language/words/word-facts.ts";
import type { Stretch } from "../../frames/parts.ts";
import { isToldToBehind } from "../../frames/source/told-to.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import {
	hasArticle,
	isListed,
	isNameWord,
	isObject,
	isOnlyVerb,
	isPossessive,
} from "./name-words.ts";

/** Where the Arabic noun phrase that a stretch begins with ends: what follows is another one, mostly the verb's object. */
export function endOfPhrase(view: PassageView, { from, to }: Stretch): number {
	const ends = endsIn(view);
	for (let at = from + 1; at < to; at++) {
		ends[at] ||= endsBefore(view, at) ? ended : goesOn;
		if (ends[at] === ended) return at;
	}
	return to;
}

const goesOn = 1;
const ended = 2;

const known = new WeakMap<PassageView, Uint8Array>();

/** By token whether a phrase ends before it, as far as that was asked: of many stretches the same words are looked at. */
function endsIn(view: PassageView): Uint8Array {
	const before = known.get(view);
	if (before) return before;
	const made = new Uint8Array(view.tokens.length + 1);
	known.set(view, made);
	return made;
}

/**
 * Whether no phrase that names somebody goes on with a word: behind one with the article, a number
 * (النيابة العامة سبعة), what is theirs (الحكومة مسؤوليتها), an object with its ending (الحكومة ملفاً); behind an
 * adjective, a noun with the article (النقل الثقيل السلطة); a verb (الوزارة سارعت).
 */
function endsBefore(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	const before = view.facts[at - 1];
	// بائعة السمك وهي ترش الماء: what she does meanwhile; behind a comma it tells who she is.
	if (isPronounWithAnd(facts) && view.tokens[at - 1]?.text !== "،") return true;
	if (isToldToBehind(view, at)) return true;
	if (!facts || !before || view.quotes[at] || view.quotes[at - 1] || facts.sex !== "") return false;
	if (!hasArticle(view, at - 1)) return false;
	if (hasArticle(view, at)) return isAdjective(before) && isNoun(facts);
	return (
		facts.roles.has("counts") ||
		isVerb(view, at) ||
		isObject(view, at) ||
		isVerbalNoun(view, at) ||
		(isPossessive(view, at) && isPlain(facts))
	);
}

const isPronounWithAnd = (facts: WordFacts | undefined): boolean =>
	facts !== undefined &&
	facts.clitics !== "" &&
	[...facts.kinds].some((kind) => kind.startsWith("pronoun:"));

/** A finite verb behind a noun, unless "who" stands before it or it is somebody's name: الطبيب واصل الحمود. */
const isVerb = (view: PassageView, at: number): boolean =>
	isOnlyVerb(view.facts[at]) &&
	!view.facts[at]?.clitics &&
	!view.facts[at]?.family &&
	!view.facts[at - 1]?.kinds.has("relatives") &&
	!isNameWord(view, at - 1) &&
	!isNameWord(view, at + 1);

/** رئيس الحكومة إقالة الوزيرة: what is done, and behind it with the article to whom. */
const isVerbalNoun = (view: PassageView, at: number): boolean => {
	const [facts, next] = [view.facts[at], view.facts[at + 1]];
	if (!facts || !next || facts.family || facts.kinds.size > 0 || !isPlain(facts)) return false;
	if (!isVerbalNounForm(facts.stem) || !facts.parts.includes("N")) return false;
	return next.definite && hasArticle(view, at + 1);
};

const isAdjective = ({ parts, sex, family }: WordFacts): boolean =>
	parts.includes("A") && sex === "" && !family;

/** An ordinary noun: not whoever has a title, nor what a verb makes of somebody (المشغلة, القابضة). */
function isNoun(facts: WordFacts): boolean {
	const { parts, family, kind, stem, roles, many } = facts;
	if (parts !== "N" || family || many || kind === "the-nisba" || roles.size > 0) return false;
	if (isListed(facts, "head:person", "heads:", "known:")) return false;
	return !/^(?:م|\p{L}ا\p{L}{2}ه?$)/u.test(indefinite(stem));
}

const isPlain = (facts: WordFacts): boolean =>
	facts.cue === "" &&
	facts.roles.size === 0 &&
	!facts.kinds.has("stops") &&
	!facts.kinds.has("prepositions") &&
	!/[وبلك]/u.test(facts.clitics) &&
	!isOnlyVerb(facts);
