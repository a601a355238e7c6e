import type { PassageView } from "../sequence/passage-view.ts";
import { isCapital } from "../speakers/names/capitals.ts";
import { isArabic, isListed, sexOfTitle } from "../speakers/names/name-words.ts";
import type { Stretch } from "./parts.ts";

/** A body's name, or words that tell which it is. */
export type SpokenFor = Stretch & { isNamed: boolean };

/** As many words, from the first one, "spokeswoman" may be: "A German foreign ministry spokeswoman". */
const furthest = 8;

/**
 * A spokeswoman for Seatline, A Treasury spokesman, a spokesman for the regulator: the body in whose name somebody speaks
 * who is not named. Undefined of other words, where somebody or no body is told, and in Arabic, whose papers call them spokesmen.
 */
export function spokenFor(view: PassageView, { from, to }: Stretch): SpokenFor | undefined {
	if (isArabic(view, from)) return undefined;
	const first = isArticle(view, from) ? from + 1 : from;
	let at = first;
	while (at < Math.min(to, from + furthest) && !isSpokesperson(view, at)) at++;
	if (at >= to || !isSpokesperson(view, at)) return undefined;
	if (view.facts[at + 1]?.kinds.has("attaching")) {
		const end = endOfBody(view, at + 2, to);
		// Ian Storey, a spokesman for the port; a spokesman for the port, Ian Storey.
		if (holdsCapital(view, { from: first, to: at }) || holdsCapital(view, { from: end, to }))
			return undefined;
		return nameIn(view, { from: at + 2, to: end }) ?? describedIn(view, { from: at + 2, to: end });
	}
	const isIndefinite = view.facts[from]?.kinds.has("indefinite") === true;
	return isIndefinite && at + 1 === to ? nameIn(view, { from: first, to: at }) : undefined;
}

const isSpokesperson = (view: PassageView, at: number): boolean =>
	isListed(view.facts[at], "head:spokesperson");

const isArticle = (view: PassageView, at: number): boolean =>
	view.facts[at]?.kinds.has("articles") === true;

/** The words without an article before them, where they hold a capital and tell of nobody: Mr. Kessinger has his own. */
function nameIn(view: PassageView, { from, to }: Stretch): SpokenFor | undefined {
	const begin = from < to - 1 && isArticle(view, from) ? from + 1 : from;
	const facts = view.facts.slice(begin, to);
	const isPerson = sexOfTitle(facts[0]) !== "" || facts.some((f) => isListed(f, "head:person"));
	const isOwn = facts[0]?.kinds.has("possessives") || facts[0]?.sex;
	return !isPerson && !isOwn && holdsCapital(view, { from: begin, to })
		? { from: begin, to, isNamed: true }
		: undefined;
}

/** The regulator, his department, up to where it is: a definite noun for no person, without a capital. */
function describedIn(view: PassageView, { from, to }: Stretch): SpokenFor | undefined {
	const isDefinite = isArticle(view, from) || view.facts[from]?.kinds.has("possessives");
	let end = from + 1;
	while (end < to && !view.facts[end]?.kinds.has("prepositions")) end++;
	const facts = view.facts.slice(from + 1, end);
	if (!isDefinite || facts.length === 0 || facts.some((f) => isListed(f, "head:person", "heads:")))
		return undefined;
	return holdsCapital(view, { from: from + 1, to: end })
		? undefined
		: { from, to: end, isNamed: false };
}

/** Up to a comma, or a clause that says more of it. */
function endOfBody(view: PassageView, from: number, to: number): number {
	for (let t = from; t < to; t++) {
		const isOver = /^[,;(]$/u.test(view.tokens[t]?.text ?? "");
		if (isOver || view.facts[t]?.kinds.has("relatives")) return t;
	}
	return to;
}

function holdsCapital(view: PassageView, { from, to }: Stretch): boolean {
	for (let t = from; t < to; t++) if (isCapital(view, t)) return true;
	return false;
}
