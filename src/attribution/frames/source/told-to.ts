import type { PassageView } from "../../sequence/passage-view.ts";
import { isArabic, isListed, isNameWord } from "../../speakers/names/name-words.ts";
import type { Stretch } from "../parts.ts";
import { isVerbOfSaying } from "../saying.ts";

/** So many tokens may lie between a verb of saying and the person it is told to: a name with its title. */
const furthest = 10;

/** لوزير, للرئيس: "to" and a noun for people in one word. */
const isToPerson = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (facts?.sex !== "" || !/^[وف]?ل/u.test(facts.clitics)) return false;
	return isListed(facts, "head:person", "heads:person") && isArabic(view, at);
};

/**
 * وأضاف لوزير الدفاع الفرنسي، لوكورنو: «…»: whom it was told, with title and name, right behind a verb of saying. It
 * ends where somebody else begins who may have said it: قال لوزير الخارجية مسؤول كبير.
 */
export function toldTo(view: PassageView, verb: number): Stretch | undefined {
	const from = verb + 1;
	if (!isVerbOfSaying(view, verb) || !isToPerson(view, from)) return undefined;
	let to = from + 1;
	while (view.sentence[to] === view.sentence[from] && !isOver(view, to)) to++;
	return { from, to };
}

function isOver(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (!facts || view.quotes[at] || /^[:؛]$/u.test(view.tokens[at]?.text ?? "")) return true;
	if (facts.kinds.has("complementisers") || facts.kinds.has("prepositions") || facts.cue)
		return true;
	const isTitle =
		isListed(facts, "head:person", "head:anonymous") && !facts.roles.has("honorifics");
	return isTitle && facts.sex === "" && view.tokens[at - 1]?.text !== "،";
}

/** قال بوتين لوزير الخارجية: behind the name of who speaks begins to whom; مستشار لوزير الخارجية is one. */
export function isToldToBehind(view: PassageView, at: number): boolean {
	if (!isToPerson(view, at) || !(isNameWord(view, at - 1) || isKnown(view, at - 1))) return false;
	for (let t = at - 2; t >= Math.max(0, at - furthest); t--) {
		if (view.sentence[t] !== view.sentence[at]) return false;
		if (isVerbOfSaying(view, t)) return true;
	}
	return false;
}

const isKnown = (view: PassageView, at: number): boolean =>
	isListed(view.facts[at], "known:person", "known:state");
