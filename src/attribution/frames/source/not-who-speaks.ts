import { isObjectPlural } from "../../../language/words/arabic-endings.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import {
	isArabic,
	isFeminine,
	isListed,
	isOnlyVerb,
	isPossessive,
	isTheirs,
} from "../../speakers/names/name-words.ts";
import type { Stretch } from "../parts.ts";
import { isVerbOfSaying } from "../saying.ts";
import { toldTo } from "./told-to.ts";

/** So many tokens before a verb the "that" may stand whose clause it is in. */
const furthestThat = 16;

/**
 * Whether whoever speaks stands before a verb: in "that the envoy told Radio Safa", أن المبعوث أبلغ الإذاعة, the
 * first noun behind "that" does, so that what follows the verb is told or spoken of.
 */
export function speaksBefore(view: PassageView, cue: Stretch): boolean {
	if (!isVerbOfSaying(view, cue.from) || view.facts[cue.from]?.clitics.startsWith("و"))
		return false;
	let isAside = false;
	for (let t = cue.from - 1; t >= Math.max(0, cue.from - furthestThat); t--) {
		const facts = view.facts[t];
		if (!facts || view.sentence[t] !== view.sentence[cue.from] || isVerbOfSaying(view, t))
			return false;
		if (facts.kinds.has("complementisers"))
			return !isAside && t < cue.from - 1 && isNoun(view, t + 1);
		// Between two commas more is told of whoever speaks; behind one alone the clause is over.
		if (view.tokens[t]?.text === "،") isAside = !isAside;
		if (isOnlyVerb(facts) || /[«“":;؛.]/u.test(view.tokens[t]?.text ?? "")) return false;
		if (facts.kinds.has("conjunctions") || facts.kinds.has("relatives")) return false;
		if (facts.roles.has("turns")) return false;
	}
	return false;
}

/** A noun or a name: no preposition, and no verb. */
function isNoun(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (!facts || facts.kinds.has("prepositions") || facts.led) return false;
	return !isOnlyVerb(facts) && !/^[وف]?[بل]/u.test(facts.clitics);
}

/**
 * Whether words cannot be those for a speaker where they stand: to whom it was told (قال للمدار), where
 * somebody has a seat (ومقره باريس), the second of two nouns (الجبيل وينبع), what is his (أبدى دهشته).
 */
export function isAddressed(
	view: PassageView,
	{ from, to }: Stretch,
	cue: Stretch | undefined,
): boolean {
	if (!isArabic(view, from)) return false;
	const facts = view.facts[from];
	const before = view.tokens[from - 1]?.word ?? "";
	if (isJoined(view, from) || isFeeling(view, { from, to })) return true;
	if (/^و/u.test(before) && isTheirs(view, from - 1) && !isVerbOfSaying(view, from - 1))
		return true;
	const told = cue && toldTo(view, cue.to - 1);
	if (told && from >= told.from && from < told.to) return true;
	if (!cue || !facts || facts.sex !== "" || facts.family) return false;
	const isSaid = view.facts.slice(cue.from, cue.to).every((f) => !f.cue.startsWith("according"));
	return isSaid && /^[وف]?ل/u.test(facts.clitics);
}

/**
 * ودعا الطرفين, واتهم الشركة: right behind an Arabic verb the words that by their ending or sex are its object
 * and not its subject.
 */
export function isObjectOf(view: PassageView, at: number, cue: Stretch | undefined): boolean {
	if (!cue || at !== cue.to || !isArabic(view, at) || !isVerbOfSaying(view, cue.to - 1))
		return false;
	const facts = view.facts[at];
	if (!facts?.definite || facts.sex !== "" || facts.family || isListed(facts, "known:", "begins:"))
		return false;
	const text = view.tokens[at]?.text ?? "";
	if (isObjectPlural(text) && facts.many && !isListed(facts, "head:"))
		return isListed(facts, "heads:") || /[NA]/u.test(facts.parts);
	return (
		view.facts[cue.to - 1]?.agreement === "m" &&
		isFeminine(view, at) &&
		isListed(facts, "head:organisation")
	);
}

/** "And" is written onto a word behind another noun: it begins nothing. */
const isJoined = (view: PassageView, at: number): boolean => {
	const [before, facts] = [view.facts[at - 1], view.facts[at]];
	if (!before || !facts || view.sentence[at] !== view.sentence[at - 1]) return false;
	const hasAnd = facts.clitics.startsWith("و") || (facts.kind === "word" && /^و/u.test(facts.stem));
	const isNounBefore = before.definite || before.family || isListed(before, "head:", "known:");
	return hasAnd && facts.sex === "" && isNounBefore && before.cue === "";
};

/** One word with a possessive that is no noun for people: دهشته. */
const isFeeling = (view: PassageView, { from, to }: Stretch): boolean => {
	const facts = view.facts[from];
	if (!facts || to !== from + 1 || facts.definite || facts.sex !== "" || facts.family) return false;
	if (facts.roles.has("ofThem")) return false;
	return isPossessive(view, from) && facts.kinds.size === 0;
};
