import type { Stretch } from "../../frames/parts.ts";
import { type PassageView, textOf } from "../../sequence/passage-view.ts";
import { endOfCapitals, isCapital } from "./capitals.ts";
import { hasLetters } from "./compared.ts";
import {
	holdsName,
	isAlsoName,
	isArabic,
	isFeminine,
	isListed,
	isNameWord,
	isOnlyVerb,
	isTheirs,
} from "./name-words.ts";
import { isPlaceOf } from "./nobodys-name.ts";

/**
 * The part of a stretch that is shown as a name: without an article before it and, of a person's,
 * without a title before and what the sentence goes on with behind.
 */
export function shownName(view: PassageView, { from, to }: Stretch, person: boolean): Stretch {
	let begin = from;
	while (begin < to - 1 && view.facts[begin]?.roles.has("before")) begin++;
	if (!person) {
		const quoted = quotedName(view, begin, to);
		if (quoted) return quoted;
		const end = withoutSource(view, begin, withoutPlace(view, begin, to));
		return { from: withoutWhat(view, begin, end), to: end };
	}
	if (!holdsName(view, begin, to) || isPlaceOf(view, { from: begin, to }, begin + 1))
		return { from: begin, to };
	// كل من الدكتور سامي: of several who are told together.
	const of = view.facts[begin + 1]?.kinds.has("prepositions") === true && begin + 2 < to;
	if (of && view.facts[begin]?.kinds.has("quantifiers")) begin += 2;
	if (isTitleAlone(view, begin, to)) return { from: begin, to };
	begin = nameAtEnd(view, begin, to);
	while (begin < to - 1 && isTitle(view, begin) && !goesOnAfter(view, begin)) begin++;
	while (begin < to - 1 && isPost(view, begin)) begin++;
	// وزير ماليتها كوين فاندرهاغن
	while (begin > from && begin < to - 1 && isTheirs(view, begin) && view.facts[begin]?.sex === "")
		begin++;
	while (begin < to - 1 && !hasLetters(view.tokens[begin]?.text)) begin++;
	let end = begin + 1;
	while (
		end < to &&
		(isFather(view, end) ||
			!(
				isBehindName(view, end, end - begin) ||
				isPostBehind(view, end, to) ||
				(end === begin + 1 && isLastName(view, begin) && isThing(view, end)) ||
				(end >= begin + 2 && isNoName(view, end))
			))
	)
		end++;
	return { from: begin, to: end };
}

/** شركة «الواحة الخضراء»: behind a noun for a body its name in quotation marks, also where the last mark stands outside. */
function quotedName(view: PassageView, from: number, to: number): Stretch | undefined {
	if (!isArabic(view, from) || !isListed(view.facts[from], "head:organisation", "head:outlet"))
		return undefined;
	if (view.quotes[from + 1] !== 2 || from + 2 >= to) return undefined;
	let end = from + 2;
	while (end < to && view.quotes[end] === 1) end++;
	return end === to || end === to - 1 ? { from: from + 2, to: end } : undefined;
}

/** الأمين العام للأمم المتحدة, وزير النفط العراقي: a post and what it is over, and nobody's name. */
function isTitleAlone(view: PassageView, from: number, to: number): boolean {
	const first = view.facts[from];
	if (!isArabic(view, from) || !isListed(first, "head:person") || isAlsoName(view, from))
		return false;
	for (let t = from + 1; t < to; t++) {
		const facts = view.facts[t];
		const isBehindNoun = view.facts[t - 1]?.definite === true && !isNameWord(view, t - 1);
		const isOfState =
			facts?.definite === true && t === to - 1 && (facts.state !== "" || isBehindNoun);
		const isTold = facts?.definite === true && facts.sex === "" && !facts.family;
		if (!isOfState && !isTold && isMaybeName(view, t)) return false;
	}
	return to - from > 1;
}

/** A word of a name, or one that may be one: not an ordinary noun, adjective or preposition. */
const isMaybeName = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (!facts || !hasLetters(view.tokens[at]?.text)) return false;
	return isNameWord(view, at) || (facts.parts === "" && facts.kinds.size === 0);
};

/** فيصل بن خالد أمير منطقة عسير, حمد بن عيسى ملك البحرين: a post and what it is over. */
function isPostBehind(view: PassageView, at: number, to: number): boolean {
	const [post, over] = [view.facts[at], view.facts[at + 1]];
	// هبة نجم: as the last word it is the name that it is as well.
	if (at + 1 === to && post?.sex !== "") return false;
	if (!isArabic(view, at) || !post?.kinds.has("head:person:title") || !over) return false;
	if (post.definite || over.sex !== "" || over.family) return false;
	const isState = isListed(over, "known:state", "head:state", "begins:state");
	return isState || (!over.definite && over.parts.includes("N"));
}

/** In no list of given names and no noun for people or bodies. */
const isLastName = (view: PassageView, at: number): boolean =>
	view.facts[at]?.sex === "" && !isListed(view.facts[at], "head:", "heads:", "known:", "begins:");

/** لوتشر الواقعة: a feminine noun with its article is what he speaks of. */
function isThing(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	const isNoun = facts?.definite === true && facts.parts.includes("N") && !facts.family;
	return isNoun && facts.sex === "" && isFeminine(view, at);
}

/** غازي بن شارع: whatever else the word means, behind "son of" it is a name. */
const isFather = (view: PassageView, at: number): boolean =>
	isArabic(view, at) && (view.facts[at - 1]?.roles.has("links") ?? false);

/** A report presented in March, a post on Facebook with 500 shares: a document ends before where it came from. */
function withoutSource(view: PassageView, from: number, to: number): number {
	let isDocument = false;
	for (let t = from; t < to; t++) {
		const text = view.tokens[t]?.text ?? "";
		const cuts = /^\p{Ll}{3,}ed$/u.test(text) || view.facts[t]?.roles.has("issuedAs");
		if (isDocument && cuts && !view.facts[t]?.kinds.has("head:document")) return t;
		if (isListed(view.facts[t], "head:document") && /^\p{Script=Latin}/u.test(text))
			isDocument = true;
	}
	return to;
}

/** aid group Lake Relief: behind small words that say what it is, where nothing but its name follows. */
function withoutWhat(view: PassageView, from: number, to: number): number {
	const text = (t: number) => view.tokens[t]?.text ?? "";
	let begin = from;
	while (begin < to && /^\p{Ll}/u.test(text(begin)) && !/['’]s$/u.test(text(begin))) begin++;
	if (begin === from || begin === to) return from;
	// A post on Facebook is no Facebook.
	if (view.facts.slice(from, begin).some((f) => isListed(f, "head:document"))) return from;
	const isName = view.tokens
		.slice(begin, to)
		.every(({ text: t }) => /^(?:\p{Lu}|&|\p{Ll}{1,3}$)/u.test(t));
	return isName ? begin : from;
}

const isArabicStop = (view: PassageView, at: number): boolean =>
	(view.facts[at]?.kinds.has("stops") ?? false) && isArabic(view, at);

/** As many words of a body's name stand before where it is: معهد الدراسات الدولية في زيورخ. */
const beforePlace = 3;

/** Where a name of a body goes on with "in", with "then" or with what it is: «المرفأ» المعنية بالبحر. */
function withoutPlace(view: PassageView, from: number, last: number): number {
	let to = last;
	while (to - from > 1 && isArabicStop(view, to - 1)) to--;
	for (let t = from + 1; t < to; t++) {
		if (view.quotes[t] === 3) return t + 1;
		if (view.tokens[t]?.text === "،" && view.quotes[t] === 0) return t;
	}
	for (let t = from + beforePlace; t < to; t++)
		if (view.facts[t]?.roles.has("places") && view.quotes[t] === 0) return t;
	return to;
}

/** مضيف القمة رئيس الوزراء الفنلندي يوهاني هارماينن: where the name begins that a post stands before. */
function nameAtEnd(view: PassageView, from: number, to: number): number {
	if (!isArabic(view, from)) return capitalsAtEnd(view, from, to);
	const first = view.facts[from];
	const isPostOfIts = isTheirs(view, from);
	const isHead = isListed(first, "head:");
	if (!first || (!first.definite && !isHead && !isPostOfIts)) return from;
	if (first.sex !== "" && !first.definite) return from;
	let begin = to;
	while (begin > from && (isNameWord(view, begin - 1) || isFamilyBehind(view, begin - 1))) begin--;
	while (begin < to && !isNameWord(view, begin)) begin++;
	const before = view.facts[begin - 1];
	const isPostBefore =
		before?.definite === true || before?.kinds.has("head:person:title") || isPostOfIts;
	return begin < to && isPostBefore ? begin : from;
}

/** President of the Association, Dr Ana Roth: behind a small word, from the honour or given name on. */
function capitalsAtEnd(view: PassageView, from: number, to: number): number {
	for (let t = to - 3; t >= from; t--)
		if (view.facts[t]?.kinds.has("head:person:title") && endOfCapitals(view, t + 1, to) === to)
			return t + 1;
	let small = to - 1;
	while (small > from && isCapital(view, small)) small--;
	if (small <= from || to - small < 3) return from;
	for (let t = small + 1; t < to - 1; t++) {
		const facts = view.facts[t];
		const isGiven = facts?.sex !== "" && facts?.kinds.size === 0;
		if (facts?.roles.has("honorifics") || facts?.kinds.has("head:person:title") || isGiven)
			return t;
	}
	return from;
}

/** الشيباني, النيل behind another word of a name. */
const isFamilyBehind = (view: PassageView, at: number): boolean =>
	(view.facts[at]?.definite ?? false) && isNameWord(view, at - 1);

/** The governor of Gulma, رئيس الحكومة: the title is not whole yet. */
const goesOnAfter = (view: PassageView, title: number): boolean => {
	const next = view.facts[title + 1];
	return next?.definite === true || (next?.kinds.has("prepositions") ?? false);
};

function isTitle(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (!facts) return false;
	if (isAlsoName(view, at)) return false;
	if (facts.kinds.has("head:person:title") || facts.roles.has("honorifics")) return true;
	if (facts.sex !== "") return false;
	return (
		isListed(facts, "head:person") &&
		(facts.definite || /^\p{L}{1,6}\.?$/u.test(view.tokens[at]?.text ?? ""))
	);
}

/** A definite noun before a given name: المحاسب رمضان. */
function isPost(view: PassageView, at: number): boolean {
	const [facts, next] = [view.facts[at], view.facts[at + 1]];
	if (!facts || !next || facts.sex !== "") return false;
	// No surname stands before a given name: القدير علي سالم.
	if (facts.family && next.sex === "") return false;
	return facts.definite && isNameWord(view, at + 1) && !next.definite;
}

/** Behind two words of a name, an ordinary noun in none of the lists of names: what the sentence goes on with. */
function isNoName(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (facts?.sex !== "" || facts.family || !isArabic(view, at)) return false;
	if (facts.roles.has("links")) return false;
	if (facts.kinds.has("head:person") || facts.kinds.has("head:person:title")) return true;
	// With "and" before it, it is one of two who speak together.
	if (facts.clitics === "" && isListed(facts, "known:")) return true;
	if (facts.definite)
		return facts.many || (facts.parts.includes("N") && facts.kind !== "the-nisba");
	return /[NP]/u.test(facts.parts) || isTheirs(view, at);
}

/** A preposition that is written with its noun ends a person's name: بلينكن لشبكة. */
function isBehindName(view: PassageView, at: number, words: number): boolean {
	const facts = view.facts[at];
	if (!facts || view.tokens[at]?.text === "(") return true;
	if (facts.kinds.has("namesakes")) {
		const next = view.facts[at + 1];
		return !next || (next.sex === "" && !next.family);
	}
	if (facts.sex !== "" || facts.family) return false;
	// بالحاج, بالعيد: the first word behind a given name is no preposition.
	const led = /^ل/u.test(facts.clitics) || (/^[بك]/u.test(facts.clitics) && words > 1);
	// بكلية الطب, كأستاذ: the noun without its preposition is in a list.
	return (
		(led && (facts.parts.includes("N") || isListed(facts, "head:", "heads:"))) ||
		(facts.led && words > 1) ||
		facts.kinds.has("prepositions") ||
		(words > 1 && facts.cue.startsWith("past")) ||
		(words > 1 && facts.cue.startsWith("participle") && isArabic(view, at))
	);
}

/** As many words may stand between a document and whoever put it out: a verb, a day. */
const mostBetween = 4;

/**
 * تقرير أعده مركز الخزامى, بلاغ أصدرته أمس وزارة النقل: a document without the verb behind it and when that was;
 * undefined for other words.
 */
export function withoutIssuing(view: PassageView, { from, to }: Stretch): string | undefined {
	if (!isArabic(view, from) || !isListed(view.facts[from], "head:document")) return undefined;
	for (let verb = from + 1; verb < to - 1; verb++) {
		if (!isTheirs(view, verb) || !isVerbOfIts(view, verb)) continue;
		let by = verb + 1;
		while (by < to && by <= verb + mostBetween && !isBody(view, by)) by++;
		if (by >= to || !isBody(view, by)) return undefined;
		return `${textOf(view, { from, to: verb })} ${textOf(view, { from: by, to })}`;
	}
	return undefined;
}

const isVerbOfIts = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	return (
		facts?.kinds.has("issues") === true ||
		(facts?.cue ? facts.cue.startsWith("past") : isOnlyVerb(facts))
	);
};

const isBody = (view: PassageView, at: number): boolean =>
	isListed(
		view.facts[at],
		...["organisation", "outlet", "state"].flatMap((kind) => [
			`head:${kind}`,
			`known:${kind}`,
			`begins:${kind}`,
		]),
	);
