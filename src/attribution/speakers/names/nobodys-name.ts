import type { Stretch } from "../../frames/parts.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import { endOfCapitals, isCapital } from "./capitals.ts";
import {
	hasArticle,
	isAlsoName,
	isArabic,
	isFeminine,
	isListed,
	isOverseen,
	isUnknown,
} from "./name-words.ts";

/** Whether a part of the words for a speaker cannot be the name, whatever it looks like. */
export function isNobodysName(view: PassageView, words: Stretch, part: Stretch): boolean {
	const { from, to } = part;
	const roles = view.facts[from]?.roles;
	// محدثتنا, أحدهما: somebody who was spoken of.
	if (to === from + 1 && (roles?.has("againAlone") || roles?.has("ofThem"))) return true;
	if (to > from + 1 && isSurname(view, from) && !isWithArticle(view, from + 1)) return true;
	// طلبت عدم ذكر اسمها: what somebody asked for.
	if (view.facts.slice(from, to).some(({ kinds }) => kinds.has("silence"))) return true;
	if (isBeforeName(view, words, part)) return true;
	if (from === words.from) return false;
	if (isWhereFrom(view, words.from, from) || isBehindComma(view, words.from, from)) return true;
	if (isBehindPerson(view, words.from, from) || isToldOfThing(view, words.from, from)) return true;
	if (isRestOfBody(view, words.from, from) || isRestOfOutlet(view, from)) return true;
	if (isPlaceBefore(view, part)) return true;
	if (isPostsOwn(view, words, from) || isInClause(view, words.from, from)) return true;
	if (to === from + 1) return isStateAdjective(view, from) || isPlaceOf(view, words, from);
	return isListed(view.facts[words.from], "head:person") && isPostAndName(view, part);
}

/** مازن وائل، من مدرسة الشهيد طارق عزب: behind somebody's name and a comma stands what is told of him. */
function isBehindComma(view: PassageView, first: number, at: number): boolean {
	if (!isArabic(view, at)) return false;
	let named = 0;
	for (let t = first; t < at; t++) {
		if (view.tokens[t]?.text === "،" && named > 1) return true;
		const facts = view.facts[t];
		const isName = facts !== undefined && (facts.sex !== "" || facts.family) && !facts.kinds.size;
		named = isName || (named > 0 && view.tokens[t]?.text === "،") ? named + 1 : 0;
	}
	return false;
}

/** Desmond Achterberg of Pier Street Capital: behind somebody's name and "of" stands where he works. */
const isWhereFrom = (view: PassageView, first: number, at: number): boolean =>
	view.facts[at - 1]?.kinds.has("attaching") === true &&
	isCapital(view, first) &&
	view.facts[first]?.sex !== "" &&
	view.facts[first]?.kinds.size === 0;

/**
 * Gwenno Parry, whose sons attend Cwm Bychan; Rucker, 52, of Suffolk Mills; hydrologist Kenji Aldous of the Bluff City
 * office: behind a person's name and a comma or "of" stands what is told of him. Nouns for people may stand before.
 */
function isBehindPerson(view: PassageView, first: number, at: number): boolean {
	if (isArabic(view, at)) return false;
	let begin = first;
	while (begin < at && !isNameLike(view, begin)) {
		const facts = view.facts[begin];
		if (!/^\p{L}/u.test(view.tokens[begin]?.text ?? "") || facts?.kinds.has("attaching"))
			return false;
		begin++;
	}
	let end = begin;
	while (end < at && isNameLike(view, end)) end++;
	if (end === begin || end >= at) return false;
	const behind = view.facts[end];
	const given = view.facts[begin]?.sex !== "";
	if (view.tokens[end]?.text === ",") {
		const next = view.facts[end + 1];
		const told = next?.kinds.has("relatives") || /^\p{N}+$/u.test(view.tokens[end + 1]?.text ?? "");
		const titled = /^\p{Ll}/u.test(view.tokens[end + 1]?.text ?? "");
		return told || (titled && (given || end - begin > 1));
	}
	const isTitled = begin > first && isListed(view.facts[begin - 1], "head:person");
	return behind?.kinds.has("attaching") === true && end - begin > 1 && (given || isTitled);
}

/** A word with a capital that may be a name's: in no list but those of given names. */
const isNameLike = (view: PassageView, at: number): boolean =>
	isCapital(view, at) && (view.facts[at]?.sex !== "" || view.facts[at]?.kinds.size === 0);

/** The review, led by Olive Marston; the data, given to the union: behind a comma, what was done with it. */
function isToldOfThing(view: PassageView, first: number, at: number): boolean {
	if (isArabic(view, at) || isListed(view.facts[first + 1], "head:person", "known:")) return false;
	let t = first;
	for (; t < at && view.tokens[t]?.text !== ","; t++)
		if (isCapital(view, t) && t > first) return false;
	const [next, behind] = [view.facts[t + 1], view.facts[t + 2]];
	const isDone = next?.parts.includes("v") || /(?:ed|en)$/u.test(view.tokens[t + 1]?.text ?? "");
	return t + 1 < at && isDone === true && behind?.kinds.has("attaching") === true;
}

/** المؤسسة العامة للجسر: behind "the corporation" its adjective goes on with the name and begins none. */
const isRestOfBody = (view: PassageView, body: number, at: number): boolean =>
	at === body + 1 &&
	view.facts[body]?.definite === true &&
	view.facts[body].kinds.has("head:organisation") &&
	hasArticle(view, at);

/** The city auditor, Per Lund: small words before a comma, and behind it nothing but somebody's whole name. */
const isBeforeName = (view: PassageView, words: Stretch, { from, to }: Stretch): boolean => {
	if (view.tokens[to]?.text !== "," || words.to - to < 3) return false;
	if (!isListed(view.facts[to - 1], "head:person")) return false;
	for (let t = from; t < to; t++) if (isCapital(view, t) && t > words.from) return false;
	return endOfCapitals(view, to + 1, words.to) === words.to;
};

/** Radio Sunda: behind a capital of its own the noun for an outlet is part of the name. */
const isRestOfOutlet = (view: PassageView, at: number): boolean =>
	isCapital(view, at) && isCapital(view, at - 1) && isListed(view.facts[at - 1], "head:outlet");

/**
 * سفيرة بلغونيا هند صالح, رئيس أركان زيلانديا عمر بدر: a word that no list has in the place behind a post without the article, and
 * then a given name and more.
 */
const isPlaceBefore = (view: PassageView, { from, to }: Stretch): boolean => {
	if (!isOverseen(view, from) && !(isOverseen(view, from - 1) && !hasArticle(view, from - 1)))
		return false;
	const isPlace = (at: number) => {
		const [place, next] = [view.facts[at], view.facts[at + 1]];
		if (!place || !next || to < at + 3) return false;
		return isUnknown(place) && next.sex !== "" && !next.definite;
	};
	return isPlace(from) || (isOverseen(view, from) && isPlace(from + 1));
};

/** وزير النفط العراقي: whose minister he is, and no name. */
const isStateAdjective = (view: PassageView, at: number): boolean =>
	isArabic(view, at) && view.facts[at]?.definite === true && view.facts[at]?.state !== "";

/** عمدة هيراكليون: the one word behind a post without the article says of where, not who. */
export function isPlaceOf(view: PassageView, { from, to }: Stretch, at: number): boolean {
	const [post, word] = [view.facts[from], view.facts[at]];
	if (!post || !word || at !== from + 1 || to !== at + 1 || !isArabic(view, at)) return false;
	if (post.definite || post.roles.has("honorifics") || !post.kinds.has("head:person:title"))
		return false;
	return word.sex === "" && !word.family && !word.definite && !isAlsoName(view, from);
}

/** الحميضي, by which alone somebody is called: whom she warned and nothing of her name comes behind it. */
function isSurname(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	return (
		facts?.kind === "the-nisba" && isWithArticle(view, at) && facts.sex === "" && !facts.theirs
	);
}

/** The article that a word begins with is no part of the word itself: not التزام. */
const isWithArticle = (view: PassageView, at: number): boolean =>
	view.facts[at]?.definite === true && hasArticle(view, at);

/** Behind "who" and "which" only capitals are a name: "who gave his name as Busi". */
function isInClause(view: PassageView, from: number, at: number): boolean {
	if (!/^\p{Ll}/u.test(view.tokens[at]?.text ?? "")) return false;
	for (let t = from + 1; t < at; t++) if (view.facts[t]?.kinds.has("relatives")) return true;
	return false;
}

/**
 * The governor of Gulma state: behind an article, a post and "of", up to a comma, stands what it is
 * over, unless people are called so, or two capitals end it behind a noun: the head of the museum Zyanya
 * Quetzal. Without the article the name may follow at once: Leader of Opposition Ana Roth.
 */
function isPostsOwn(view: PassageView, { from, to }: Stretch, at: number): boolean {
	const [facts, before] = [view.facts[at], view.facts[at - 1]];
	if (!view.facts[from]?.kinds.has("articles")) return false;
	if (facts?.sex !== "" || facts.roles.has("honorifics") || before?.roles.has("honorifics"))
		return false;
	const isNoun = before?.parts.includes("n") === true && !isCapital(view, at - 1);
	if (isNoun && to - at > 1 && endOfCapitals(view, at, to) === to) return false;
	for (let t = at; t > from; t--) {
		if (view.tokens[t]?.text === ",") return false;
		if (view.facts[t]?.kinds.has("attaching"))
			return view.facts[t - 1]?.kinds.has("head:person:title") ?? false;
	}
	return false;
}

/** So many ordinary words before a given name are the end of a post. */
const leastOfPost = 2;

/** غرفة تجارة وصناعة جدة عبدالله الأحمري: what somebody is head of, and then the name. */
function isPostAndName(view: PassageView, { from, to }: Stretch): boolean {
	if (!isArabic(view, from)) return false;
	let noun = false;
	// جدة عبدالله: what ends so is no man's own name, unless a list has it.
	const [first, next] = [view.facts[from], view.facts[from + 1]];
	if (first?.sex === "" && next?.sex === "m" && isFeminine(view, from)) return true;
	for (let t = from; t < to; t++) {
		const facts = view.facts[t];
		if (facts?.sex && !facts.definite) return noun && t - from >= leastOfPost;
		if (!facts || facts.family || facts.roles.has("links")) return false;
		if (facts.parts.includes("N")) noun = true;
	}
	return false;
}
