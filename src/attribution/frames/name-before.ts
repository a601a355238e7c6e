import type { PassageView } from "../sequence/passage-view.ts";
import { isCapital } from "../speakers/names/capitals.ts";
import type { Stretch } from "./parts.ts";

/** As many words a name has before what is said of its bearer. */
const longest = 8;

/**
 * Sandoval, a former auditor, said; Sen. Preston Whitlow, R-N.C., said: the words with the name that stands before the
 * comma and that they say something of. Undefined where they are no such words, or no name stands there.
 */
export function withNameBefore(view: PassageView, { from, to }: Stretch): Stretch | undefined {
	const first = view.facts[from];
	const isParty = /^[RD]-/u.test(view.tokens[from]?.text ?? "");
	if (!isParty && !first?.kinds.has("articles")) return undefined;
	if (view.tokens[from - 1]?.text !== ",") return undefined;
	// Behind "the" whoever is meant may stand before the comma as well: his whole name does.
	const least = isParty || first?.kinds.has("indefinite") ? 1 : 2;
	let begin = from - 1;
	while (begin > Math.max(0, from - longest) && isOfName(view, begin - 1, from)) begin--;
	while (begin < from - 1 && !isCapital(view, begin)) begin++;
	if (isOpener(view, begin)) begin++;
	if (view.facts[begin - 1]?.kinds.has("prepositions")) return undefined;
	let capitals = 0;
	for (let t = begin; t < from - 1; t++) if (isCapital(view, t)) capitals++;
	return capitals >= least && isCapital(view, begin) ? { from: begin, to } : undefined;
}

const isOfName = (view: PassageView, at: number, before: number): boolean =>
	view.sentence[at] === view.sentence[before] &&
	(isCapital(view, at) ||
		view.facts[at]?.kinds.has("organisationLinks") === true ||
		/^[&.]$/u.test(view.tokens[at]?.text ?? ""));

/** But, Meanwhile: a capital at the head of a sentence that is no name. */
const isOpener = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	const isFirst = view.first[view.sentence[at] ?? 0] === at;
	return (
		isFirst && facts !== undefined && facts.sex === "" && !facts.family && facts.kinds.size > 0
	);
};
