import { isObjectPlural, isSubjectPlural } from "../../language/words/arabic-endings.ts";
import { isLedBy } from "../frames/led-by-verb.ts";
import type { Stretch } from "../frames/parts.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import {
	hasArticle,
	isAlsoName,
	isListed,
	isListedAsPersonOnly,
	isUnknown,
} from "../speakers/names/name-words.ts";

/** As many words a person's name has in Arabic news. */
const longestName = 3;
/** As many words may stand between a title and the name behind it: الرئيس المنتهية ولايته جلال. */
const mostBetween = 3;

/**
 * Behind a post (وزير الصناعة) or the first word of a name (بشير): where the name ends that begins or goes on
 * there. Undefined where none does.
 */
export function endOfName(view: PassageView, known: Stretch, until: number): number | undefined {
	const names = namesAtEnd(view, known);
	const isPost = names === 0 && isPostAlone(view, known);
	if (names === 0 && !isPost) return undefined;
	let at = known.to;
	if (isPost && (!isGiven(view, at) || !(isBorne(view, at + 1) || isLastName(view, at + 1))))
		return undefined;
	while (at < until && names + at - known.to < longestName && isBorne(view, at)) at++;
	if (isPost && at < until && names + at - known.to < longestName && isLastName(view, at)) at++;
	return at > known.to ? at : undefined;
}

/**
 * Where the subject ends that the words behind a verb begin with: a plural with the ending of one (البناؤون), with the adjectives
 * that agree (السكان المحاصرون); another noun with the article before a second one (الدوري الرئيس جلال, المعلمات وزير
 * التربية). Undefined where they do not show it, or where it ends before `past`.
 */
export function endOfSubject(
	view: PassageView,
	{ from, to }: Stretch,
	past: number,
): number | undefined {
	const isPlural = isNominative(view, from) || isPeople(view, from);
	if (!isPlural && !isSurname(view, from)) return undefined;
	let at = from + 1;
	while (at < to && isPlural && isNominative(view, at)) at++;
	const isShown = isNominative(view, from) || at > from + 1;
	if (!isShown && isPlural && isAdjective(view, at) && isSomebody(view, at + 1)) at++;
	if (!isShown && !(isPlural ? isSomebody(view, at) : isTitleWithName(view, at, to)))
		return undefined;
	return at > past && at < to ? at : undefined;
}

/** As many words a subject has before the preposition of its verb: الغرفة التجارية بـ. */
const longestSubject = 4;

/** A noun with the article or a name, up to the first word with a preposition written onto it; undefined where there is none. */
export function endBeforeLed(view: PassageView, { from, to }: Stretch): number | undefined {
	const first = view.facts[from];
	if (!first || !(first.definite || first.sex !== "" || isListed(first, "head:", "known:")))
		return undefined;
	for (let t = from + 1; t < Math.min(to, from + 1 + longestSubject); t++) {
		const facts = view.facts[t];
		if (!facts || facts.kinds.has("complementisers") || facts.kinds.has("prepositions"))
			return undefined;
		if (isLedBy(view, t)) return t;
	}
	return undefined;
}

/** As many words a body's name between marks has. */
const longestQuoted = 5;

/**
 * Behind a noun for a body (تحالف) the end of its name between marks, with an adjective that goes with the noun: تحالف
 * «نهضة العراق» المعارض. Undefined where what stands between the marks was said, or ends what was.
 */
export function endOfQuotedName(
	view: PassageView,
	noun: Stretch,
	until: number,
): number | undefined {
	const facts = view.facts[noun.to - 1];
	if (view.quotes[noun.to] !== 2 || !facts || facts.definite) return undefined;
	if (!isListed(facts, "head:organisation", "head:outlet")) return undefined;
	let close = noun.to + 1;
	while (close < until && view.quotes[close] === 1) close++;
	if (view.quotes[close] !== 3 || close - noun.to - 1 > longestQuoted) return undefined;
	const to = close + 1;
	const isOfNoun = hasArticle(view, to) && view.facts[to]?.parts.includes("A");
	return isOfNoun && hasArticle(view, to + 1) ? to + 1 : to;
}

/** How many words of a name end a stretch that begins with no article: بشير, مدير المطار وائل. */
function namesAtEnd(view: PassageView, { from, to }: Stretch): number {
	let count = 0;
	while (count < to - from && isBorne(view, to - 1 - count)) count++;
	return isGiven(view, to - count) ? count : 0;
}

/** وزير الصناعة, المدير: a noun for somebody and what he is over, and nobody's name. */
function isPostAlone(view: PassageView, { from, to }: Stretch): boolean {
	if (!isListed(view.facts[from], "head:person") || isAlsoName(view, from)) return false;
	// محلل في شركة «نورث بيك» عمر الشهابي: where he is a post may stand between marks.
	return hasArticle(view, to - 1) || view.quotes[to - 1] === 3;
}

const isGiven = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	return facts !== undefined && facts.sex !== "" && !facts.definite && isListedAsPersonOnly(facts);
};

/** A word by which people are called, or one that no list and no dictionary has. */
const isBorne = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (!facts || !/^\p{Script=Arabic}{2}/u.test(view.tokens[at]?.text ?? "")) return false;
	if (view.quotes[at] || facts.cue) return false;
	if (facts.kinds.has("prepositions") || facts.kinds.has("complementisers")) return false;
	if (facts.sex !== "" && !facts.definite) return true;
	if (facts.family && !facts.definite) return true;
	return isUnknown(facts) && facts.clitics === "" && !facts.led && !facts.theirs;
};

/** البناؤون, ناشطون: the plural of people as the subject of a verb has it. */
const isNominative = (view: PassageView, at: number): boolean => {
	const [facts, text] = [view.facts[at], view.tokens[at]?.text ?? ""];
	if (facts?.sex !== "" || facts.family || isListed(facts, "known:", "head:")) return false;
	return isSubjectPlural(text) && facts.cue === "" && /[NA]/u.test(facts.parts);
};

/** السكان, العمال, المعلمات: with the article. */
const isPeople = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (facts === undefined || !hasArticle(view, at) || facts.family) return false;
	if (isObjectPlural(view.tokens[at]?.text ?? "")) return false;
	return (
		isListed(facts, "heads:person", "heads:anonymous") ||
		(facts.many && !isSubjectPlural(view.tokens[at]?.text ?? ""))
	);
};

/** الدوري: by its form a surname with the article, and no noun for anybody. */
const isSurname = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (facts === undefined || !hasArticle(view, at) || facts.state !== "") return false;
	return (facts.kind === "the-nisba" || facts.family) && facts.kinds.size === 0;
};

const isLastName = (view: PassageView, at: number): boolean =>
	view.facts[at]?.family === true && isSurname(view, at);

/** الأمهات الثكالى: with the article, and no noun for anybody. */
const isAdjective = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (!facts?.definite || !hasArticle(view, at) || facts.kinds.size > 0) return false;
	return facts.kind === "the-nisba" || facts.parts.includes("A");
};

/** وزير الدفاع, الصليب الأحمر: another noun for somebody, which is the verb's object. */
const isSomebody = (view: PassageView, at: number): boolean =>
	isListed(view.facts[at], "head:", "heads:", "known:", "begins:") &&
	view.facts[at]?.led !== true &&
	!view.facts[at]?.kinds.has("prepositions");

/** الرئيس جلال: a title with the article and a given name behind it. */
function isTitleWithName(view: PassageView, at: number, to: number): boolean {
	const facts = view.facts[at];
	if (!facts?.definite || !facts.kinds.has("head:person:title")) return false;
	for (let t = at + 1; t < Math.min(to, at + 1 + mostBetween); t++)
		if (isGiven(view, t)) return true;
	return false;
}
