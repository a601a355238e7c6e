import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { withoutPronoun } from "../../language/words/arabic-clitics.ts";
import type { DeedAsked, OtherAsked } from "../../question/deed-asked.ts";
import {
	type QuestionType,
	type QuestionTypeRow,
	questionTypes,
} from "../../question/question-types.ts";
import { marksIn, noMarks, type SentenceMarks } from "../../question/sentence-marks.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import type { HitContext } from "./context.ts";
import { type NamedSentence, namesIn } from "./names-in-sentence.ts";
import { placesOf } from "./term-words.ts";

/**
 * What a sentence tells of the deed that is asked about. `match`: it, by and to whom it is asked of;
 * `akin`: all who are named, in their order, in other words; `mismatch`: it, by or to somebody else;
 * `missing`: nothing of it.
 */
export type DeedTold = "match" | "akin" | "mismatch" | "missing";

/** The deed that is asked about, as one hit is looked through for it. */
export type DeedInHit = {
	hit: PassageHit;
	deed: DeedAsked;
	verb: AskedWord;
	findings: Findings;
	of: AskedOf;
	/** All hits of the same article. */
	ofArticle: readonly PassageHit[];
	/**
	 * Whether all names stand somewhere in the article; where it is asked when something without a name
	 * was, most of its words: the strike of others is another one.
	 */
	isAllNear: boolean;
};

type Places = readonly number[];

/** Who stands where in a sentence, by the numbers of its words. */
type Roles = {
	words: NamedSentence["words"];
	/** The doer; undefined where none is asked of, none where he is not named here. */
	doer: Places | undefined;
	/** The others, each where the deed leads to or from as is asked. */
	others: readonly Places[];
	/** No other is named where it leads the other way. */
	isOneWay: boolean;
	/** Names that nobody asked for. */
	strangers: ReadonlySet<number>;
	marks: SentenceMarks;
};

/** What is asked for of a deed, by the question's words as the search looked for them. */
type AskedOf = {
	/** None where the search took the name for no word of its own. */
	doer: readonly AskedWord[];
	others: readonly (OtherAsked & { words: readonly AskedWord[] })[];
	/** What is asked beside the verb and the names. */
	rest: readonly AskedWord[];
};

/** Less surely a word of the text is not the verb, or what is counted. */
const leastSure = 0.3;

export function deedInSentence(sentence: NamedSentence, asked: DeedInHit): DeedTold {
	const { deed, verb, findings, of } = asked;
	const { words } = sentence;
	const roles = rolesIn(sentence, of, findings);
	const isHere = (each: AskedWord) => placesOf(words, each, thresholds.sure).length > 0;
	const at = placesOf(words, verb, leastSure);
	const { type, thing } = findings.reading;
	if (at.length === 0) {
		if (type === "yes_no" && isRefused(roles, of)) return "match";
		const isTold = of.rest.some(isHere);
		return !deed.becomes && isAkin(roles, isTold, type) ? "akin" : "missing";
	}
	// What is counted stands in the sentence, anything else at least near it.
	const counted =
		questionTypes[type].wants === "number" && of.rest.find(({ word }) => word === thing);
	if (counted && placesOf(words, counted, leastSure).length === 0) return "mismatch";
	if (of.rest.length > 0 && of.rest.every(({ held }) => held < thresholds.sure)) return "mismatch";
	if (isSomebodyMissed(roles, asked)) return "mismatch";
	if (!asked.isAllNear) return "mismatch";
	return at.some((place) => isDoneBy(place, roles)) ? "match" : "mismatch";
}

/** Did they approve the plan: all that is asked about stands here, and that it was not done. */
function isRefused({ words, doer, others, marks }: Roles, { rest }: AskedOf): boolean {
	const folded = words.map(({ text }) => text);
	if (marksIn(folded, marks.refusals).size === 0) return false;
	const isHere = (each: AskedWord) => placesOf(words, each, thresholds.sure).length > 0;
	return (
		doer?.length !== 0 &&
		others.every((places) => places.length > 0) &&
		rest.every(isHere) &&
		(rest.length > 0 || others.length > 0)
	);
}

export function deedInHit(
	asked: Pick<DeedInHit, "hit" | "deed" | "verb">,
	{ findings, articles }: HitContext,
): DeedInHit {
	const of = askedOf(asked);
	const ofArticle = articles.get(asked.hit.article)?.hits ?? [];
	const isAllNear = isAllIn(ofArticle, of, findings);
	return { ...asked, findings, of, ofArticle, isAllNear };
}

function isAllIn(
	ofArticle: readonly PassageHit[],
	{ doer, others, rest }: AskedOf,
	{ reading }: Findings,
): boolean {
	const names = [...(doer.length > 0 ? [doer] : []), ...others.map(({ words }) => words)];
	const isNear = (each: AskedWord) => isHeld(each, ofArticle, thresholds.held);
	if (names.length > 0) return names.every((words) => words.some(isNear));
	// A word like "again" may be missing.
	if (questionTypes[reading.type].wants !== "day" || rest.length === 0) return true;
	return rest.filter(isNear).length * 2 > rest.length;
}

function askedOf({ hit, deed, verb }: Pick<DeedInHit, "hit" | "deed" | "verb">): AskedOf {
	const wordsOf = (name: readonly string[]) =>
		hit.asked.filter(({ word }) => word.split(" ").every((part) => name.includes(part)));
	const doer = wordsOf(deed.doer ?? []);
	const others = deed.others
		.map((other) => ({ ...other, words: wordsOf(other.name) }))
		.filter((other) => other.words.length > 0);
	const names = [...doer, ...others.flatMap((other) => other.words)];
	return { doer, others, rest: hit.asked.filter((each) => each !== verb && !names.includes(each)) };
}

function rolesIn(
	sentence: NamedSentence,
	of: AskedOf,
	{ names, marks = noMarks }: Findings,
): Roles {
	const { words } = sentence;
	const placesOfAll = (all: readonly AskedWord[]) =>
		all.flatMap((each) => placesOf(words, each, thresholds.sure));
	const doer = of.doer.length > 0 ? placesOfAll(of.doer) : undefined;
	const all = of.others.map((other) => placesOfAll(other.words));
	const others = all.map((places, n) =>
		places.filter((at) => !isOtherWay(at, of.others[n]?.from ?? false, words, marks)),
	);
	const isOneWay = all.every((places, n) => places.length === others[n]?.length);
	const asked = new Set(placesOfAll(of.rest));
	const found = namesIn(sentence, names, [...(doer ?? []), ...all.flat()]);
	const strangers = new Set([...found].filter((at) => !asked.has(at)));
	return { words, doer, others, isOneWay, strangers, marks };
}

/** Whoever is not named in the sentence may be "he" or "the town" there. */
function isSomebodyMissed(
	{ doer, others, strangers }: Roles,
	{ of, hit, ofArticle }: DeedInHit,
): boolean {
	const missing = of.others.filter((_, n) => others[n]?.length === 0);
	if (doer?.length === 0) {
		const isNear = of.doer.some((each) => isJustNamed(each, hit, ofArticle));
		return missing.length > 0 || !isNear;
	}
	const isNear = ({ words }: AskedOf["others"][number]) =>
		strangers.size === 0 && words.some((each) => isHeld(each, ofArticle, thresholds.sure));
	return !missing.every(isNear);
}

/** The deed leads away from who is named here, where it is asked of him to whom it leads, or the other way. */
function isOtherWay(
	at: number,
	isFrom: boolean,
	words: NamedSentence["words"],
	{ governs, from }: SentenceMarks,
): boolean {
	const before = [words[at - 1]?.text ?? ""];
	return governs.at(before, 0) !== undefined && (from.at(before, 0) !== undefined) !== isFrom;
}

/** The passage holds it, or the one before. */
function isJustNamed(asked: AskedWord, hit: PassageHit, ofArticle: readonly PassageHit[]): boolean {
	if (asked.held >= thresholds.sure) return true;
	const { passages } = hit.article;
	const before = passages[passages.indexOf(hit.passage) - 1];
	const found = ofArticle.find(({ passage }) => passage === before);
	return found !== undefined && isHeld(asked, [found], thresholds.sure);
}

/** Some of these passages holds it so surely. */
function isHeld({ word }: AskedWord, hits: readonly PassageHit[], least: number): boolean {
	return hits.some(({ asked }) => asked.some((each) => each.word === word && each.held >= least));
}

/**
 * All who are named, the doer first; where it is asked when or where, what else is asked of him is enough.
 * `isTold`: something is, beside the names.
 */
function isAkin({ doer, others, isOneWay }: Roles, isTold: boolean, type: QuestionType): boolean {
	if (!doer || doer.length === 0 || !isOneWay) return false;
	if (others.length === 0) return isTold && isOfSetting(type);
	if (!isTold && type === "yes_no") return false;
	const first = Math.min(...doer);
	return others.every((places) => places.length > 0 && Math.min(...places) > first);
}

function isOfSetting(type: QuestionType): boolean {
	const row: QuestionTypeRow = questionTypes[type];
	return row.setting === true;
}

/** An Arabic verb's doer stands at most so many words behind it. */
const doerReach = 6;
/** To whom something is done stands so near behind the verb. */
const objectReach = 3;
/** Names of one list stand at most so far apart. */
const listReach = 2;

function isDoneBy(verb: number, roles: Roles): boolean {
	const { words, doer, others, strangers } = roles;
	if (others.length > 0 && isDoneToStranger(verb, roles)) return false;
	if (!doer) return true;
	const arabic = isArabic(words[verb]?.text ?? "");
	const isFree = (from: number, to: number) =>
		![...strangers].some((at) => at > from && at < to && !isGoverned(at, roles));
	// He or she: nobody else's name stands where the doer's would.
	if (doer.length === 0) return isFree(-1, arabic ? verb + 2 : verb);
	// His or her deed, wherever he was named: إدانته.
	const isHis = arabic && withoutPronoun(words[verb]?.text ?? "") !== words[verb]?.text;
	const by = doer.filter(
		(at) =>
			!isGoverned(at, roles) &&
			((at < verb && (isHis || isFree(at, verb))) ||
				(arabic && at > verb && at - verb <= doerReach && isFree(verb, at))),
	);
	if (by.length === 0) return false;
	// Behind whoever does it stands to whom it is done.
	const first = Math.min(...by);
	return others.every((places) => places.length === 0 || places.some((at) => at > first));
}

/** Behind a word like "with" or "to". */
function isGoverned(at: number, { words, marks }: Roles): boolean {
	return marks.governs.at([words[at - 1]?.text ?? ""], 0) !== undefined;
}

/** The first name behind the verb is nobody's who was asked for, nor are those that are listed with it. */
function isDoneToStranger(verb: number, roles: Roles): boolean {
	const { doer = [], others, strangers, words, marks } = roles;
	const own = new Set([...doer, ...others.flat()]);
	const isName = (at: number) => own.has(at) || strangers.has(at);
	let at = verb + 1;
	while (at <= verb + objectReach && !isName(at)) at++;
	const isLed = marks.to.at([words[at - 1]?.text ?? ""], 0) !== undefined;
	// "In Oslo" says where it was done, "to Oslo" to whom.
	if (!strangers.has(at) || (isGoverned(at, roles) && !isLed)) return false;
	for (let gap = 0; gap < listReach; at++) {
		if (own.has(at)) return false;
		gap = isName(at) ? 0 : gap + 1;
	}
	return true;
}
