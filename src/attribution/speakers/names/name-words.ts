import { isDefinite } from "../../../language/words/arabic-clitics.ts";
import type { WordFacts } from "../../../language/words/word-facts.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import { hasLetters } from "./compared.ts";

export const isArabic = (view: PassageView, at: number): boolean =>
	/^\p{Script=Arabic}/u.test(view.tokens[at]?.text ?? "");

/** A word that no list and no dictionary has; most of those are names. */
export const isUnknown = ({ parts, kinds, cue }: WordFacts): boolean =>
	parts === "" && kinds.size === 0 && !cue;

/** المتحدث باسم, عرفت نفسها باسم لينا: "in the name of", not somebody called so. */
export function isInTheName(view: PassageView, at: number): boolean {
	if (!view.facts[at]?.roles.has("inTheName")) return false;
	const [before, behind] = [view.facts[at - 1]?.kinds, view.facts[at + 1]];
	const isSpokesperson = (t: number) => isListed(view.facts[t], "head:spokes", "heads:spokes");
	// الناطقة الرسمية باسم: the adjective may stand between.
	if (isSpokesperson(at - 1) || isSpokesperson(at - 2) || before?.has("reflexives")) return true;
	// It is a man's name: الزج باسم بلاده, باسم الوزارة are none.
	return (
		behind?.sex === "f" ||
		(behind?.sex === "" && (behind.theirs || behind.kinds.has("head:organisation")))
	);
}

/** Whom a title is for: Mr, السيدة. Empty where the word is none, or for everybody. */
export const sexOfTitle = (facts: WordFacts | undefined): "m" | "f" | "" =>
	facts?.roles.has("titlesOfMen") ? "m" : facts?.roles.has("titlesOfWomen") ? "f" : "";

/** Sir, معالي: before the name of many, and no post. */
export const isHonour = (facts: WordFacts | undefined): boolean =>
	sexOfTitle(facts) !== "" || (facts?.roles.has("honorifics") ?? false);

/** مارلوس فان دايكن: written as "so that" is, before an unknown word it is part of a name. */
export const isVan = (view: PassageView, at: number): boolean => {
	const kinds = view.facts[at]?.kinds;
	const next = view.facts[at + 1];
	if (!kinds?.has("insideNames") || !kinds.has("complementisers") || !next) return false;
	if (view.tokens[at]?.text.includes("إ")) return false;
	return (isUnknown(next) && !next.definite) || next.roles.has("links");
};

/** A word that names people, or one that no list and no dictionary has. */
export function isNameWord(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (!facts || !hasLetters(view.tokens[at]?.text)) return false;
	if (isInTheName(view, at)) return false;
	if (facts.kinds.has("complementisers")) return isVan(view, at);
	if (facts.kinds.has("head:person:title") && !isAlsoName(view, at)) return false;
	if (facts.sex !== "" || facts.family || facts.roles.has("links")) return true;
	return isUnknown(facts) && !facts.definite;
}

/** ليلته, رئيستها as they are written: ة at the end is no possessive. */
export const isTheirs = (view: PassageView, at: number): boolean =>
	view.facts[at]?.theirs === true && !view.tokens[at]?.text.endsWith("ة");

/** Begins with the article, as it is written. */
export const hasArticle = (view: PassageView, at: number): boolean =>
	isDefinite(view.tokens[at]?.text ?? "");

/** Ends as an object does: مصدراً, ملفًا. */
export const isObject = (view: PassageView, at: number): boolean =>
	/اً$|ًا$/u.test(view.tokens[at]?.text ?? "");

/** By the dictionary a verb and nothing else. */
export const isOnlyVerb = (facts: WordFacts | undefined): boolean =>
	/^[PR]+$/u.test(facts?.parts ?? "");

const listsOfPeople: ReadonlySet<string> = new Set(["begins:person", "known:person"]);

/** In no list but those of people whom everybody knows, which hold such names too: ماجد. */
export const isListedAsPersonOnly = ({ kinds }: WordFacts): boolean =>
	[...kinds].every((kind) => listsOfPeople.has(kind));

/** مسؤوليتها, مرارته: its last letter alone may be a name's own: أندريه. */
export const isPossessive = (view: PassageView, at: number): boolean => {
	const word = view.tokens[at]?.word ?? "";
	return isTheirs(view, at) && (!word.endsWith("ه") || word.at(-2) === "ت");
};

/** Whether a list of nouns or names has the word in one of these ways: "head:", "known:state". */
export const isListed = (facts: WordFacts | undefined, ...ways: readonly string[]): boolean =>
	facts !== undefined && [...facts.kinds].some((kind) => ways.some((way) => kind.startsWith(way)));

/** جدة: written with the ending of the feminine, which is no possessive. */
export const isFeminine = (view: PassageView, at: number): boolean =>
	view.facts[at]?.theirs === true && !isTheirs(view, at);

const nouns = ["head:person", "heads:person", "head:spokesperson", "heads:spokesperson"];

/** متحدثة باسم الشركة: a noun for people without the article and nobody's name behind it. */
export function holdsName(view: PassageView, from: number, to: number): boolean {
	const first = view.facts[from];
	if (!first || !isListed(first, ...nouns) || first.definite || !isArabic(view, from)) return true;
	if (isAlsoName(view, from)) return true;
	for (let t = from + 1; t < to; t++) if (isNameWord(view, t)) return true;
	return view.facts[from + 1]?.definite ?? false;
}

/** أمين, رائد: titles that are names without the article. */
export function isAlsoName(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	return isArabic(view, at) && facts !== undefined && facts.sex !== "" && !facts.definite;
}

/** سفيرة بلغونيا, رئيس أركان: the word right behind a title without the article says of where or what, not who. */
export function isOverseen(view: PassageView, at: number): boolean {
	const title = view.facts[at - 1];
	if (!title?.kinds.has("head:person:title") || !isArabic(view, at)) return false;
	if (view.sentence[at] !== view.sentence[at - 1] || title.roles.has("honorifics")) return false;
	return !title.definite && !isTheirs(view, at - 1) && !isAlsoName(view, at - 1);
}

/** Per, Will: with a capital within a sentence a given name, whatever else the word is. */
export const isGivenWithCapital = (view: PassageView, at: number): boolean =>
	/^\p{Lu}\p{Ll}/u.test(view.tokens[at]?.text ?? "") &&
	view.facts[at]?.sex !== "" &&
	view.first[view.sentence[at] ?? 0] !== at;
