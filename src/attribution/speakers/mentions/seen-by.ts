import type { Stretch } from "../../frames/parts.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import { endOfCapitals } from "../names/capitals.ts";

const outlets = ["known:outlet", "begins:outlet"];
const outletHeads = ["head:outlet", "head:organisation"];

/** So far behind the words for a speaker an outlet may stand that saw or met them. */
const furthest = 10;
/** As many words an outlet's name has at most. */
const longest = 5;

/**
 * The outlet that has a document or met somebody: "a memo seen by Norwire", رسائل اطلعت عليها وكالة الأفق.
 * `source`: the words for the speaker; `until`: where the content begins, or the passage ends.
 */
export function seenBy(view: PassageView, source: Stretch, until: number): Stretch | undefined {
	const end = Math.min(until, source.to + furthest, view.tokens.length);
	for (let t = source.from; t < end; t++) {
		if (!view.facts[t]?.kinds.has("seenBy") || view.sentence[t] !== view.sentence[source.from])
			continue;
		const found = /^\p{Script=Latin}/u.test(view.tokens[t]?.text ?? "")
			? capitalsBehind(view, t, end)
			: namedBehind(view, t, end);
		if (found) return found;
	}
	return undefined;
}

/** A preposition, at most two small words and the words with capitals behind them. */
function capitalsBehind(view: PassageView, at: number, end: number): Stretch | undefined {
	if (!view.facts[at + 1]?.kinds.has("prepositions")) return undefined;
	let from = at + 2;
	while (from < at + 5 && /^\p{Ll}/u.test(view.tokens[from]?.text ?? "")) from++;
	const to = endOfCapitals(view, from, Math.min(end, from + longest));
	return to > from ? { from, to } : undefined;
}

/** Behind "it" or at once: a noun for outlets and its name, or what stands in quotation marks. */
function namedBehind(view: PassageView, at: number, end: number): Stretch | undefined {
	const from = view.facts[at + 1]?.theirs ? at + 2 : at + 1;
	const first = view.facts[from];
	const isOutlet =
		outlets.some((kind) => first?.kinds.has(kind)) ||
		(!first?.definite && outletHeads.some((kind) => first?.kinds.has(kind)));
	if (!isOutlet && view.quotes[from] !== 2) return undefined;
	let to = from + 1;
	while (to < Math.min(end, from + longest) && goesOn(view, to)) to++;
	return { from, to };
}

/** Still the name: no mark but a quotation's, no verb, no "that", no preposition. */
function goesOn(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (
		!facts ||
		facts.cue ||
		facts.kind === "imperfect" ||
		facts.kinds.has("complementisers") ||
		facts.kinds.has("prepositions")
	)
		return false;
	if (view.quotes[at - 1] === 3) return false;
	return (view.quotes[at] ?? 0) > 0 || /^\p{L}/u.test(view.tokens[at]?.text ?? "");
}
