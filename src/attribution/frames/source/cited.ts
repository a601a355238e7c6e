import type { PassageView } from "../../sequence/passage-view.ts";
import { isListed } from "../../speakers/names/name-words.ts";
import type { ContentPieces, Stretch } from "../parts.ts";

/** So many tokens lie at most between "citing" and what was said. */
const furthest = 16;

/**
 * The daily Yeni Pusula reported, citing two officers, that …: where the words begin that name whom an outlet cites, before what
 * was said in the same sentence. Undefined where none is cited there.
 */
export function citedFrom(view: PassageView, { pieces }: ContentPieces): number | undefined {
	const begin = pieces[0]?.from ?? 0;
	for (let t = begin - 1; t >= Math.max(0, begin - furthest); t--) {
		if (view.sentence[t] !== view.sentence[begin] || view.quotes[t]) return undefined;
		if (view.facts[t]?.kinds.has("citing")) return t + 1 < begin ? t + 1 : undefined;
	}
	return undefined;
}

/**
 * The most probable of the words that name whom an outlet cites, up to a comma; undefined where the speaker who was read is
 * no outlet: a minister who cites a survey speaks himself.
 */
export function citedBy(
	view: PassageView,
	content: ContentPieces,
	candidates: readonly Stretch[],
	shares: readonly number[],
	read: { index: number },
): { index: number; sure: number } | undefined {
	const from = citedFrom(view, content);
	const outlet = candidates[read.index];
	if (from === undefined || !outlet || outlet.from >= from || !isOutlet(view, outlet))
		return undefined;
	const ends = (c: Stretch) => c.from === from && view.tokens[c.to]?.text === ",";
	const index = candidates.findIndex(ends);
	return index < 0
		? undefined
		: { index, sure: Math.max(shares[index] ?? 0, shares[read.index] ?? 0) };
}

/** A noun for outlets or the name of one among the words, or what outlets do right behind them: reported. */
function isOutlet(view: PassageView, { from, to }: Stretch): boolean {
	for (let t = from; t < to; t++)
		if (isListed(view.facts[t], "head:outlet", "known:outlet", "begins:outlet")) return true;
	return view.facts[to]?.kinds.has("relayWords") === true;
}
