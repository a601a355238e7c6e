import type { Quotation } from "../../domain/quotation.ts";
import { sentences } from "../../language/text/sentences.ts";

type Passages = Quotation["passages"];
type Place = { passage: number; start: number; end: number };

/**
 * Characters that stand in a chat beside who said it, where, and what stands against it: with these a
 * telephone shows some 1.2 screens (`npm run pictures`).
 */
const mostShown = 700;

/**
 * The passages of a quotation with the part of each that stands near it: the cited words whole, and
 * around them, on both sides in turn, as many whole sentences as there is room for. `own`: the place of
 * the passage that is cited.
 */
export function withNear(passages: Passages, own: number): Passages {
	const all = passages.flatMap(({ text }, passage): Place[] =>
		sentences(text).map(({ start, end }) => ({ passage, start, end })),
	);
	const { quoted, text = "" } = passages[own] ?? {};
	const { from, to } = quoted ?? { from: 0, to: text.length };
	const isCited = ({ passage, start, end }: Place) => passage === own && start < to && end > from;
	const cited = [all.findIndex(isCited), all.findLastIndex(isCited)] as const;
	const [first, last] = grown(all, cited);
	return passages.map((passage, at) => {
		const shown = all.slice(first, last + 1).filter((each) => each.passage === at);
		// The cited words are never cut, wherever sentences are taken to end.
		const starts = shown.map(({ start }) => start).concat(at === own ? [from] : []);
		const ends = shown.map(({ end }) => end).concat(at === own ? [to] : []);
		const near = starts.length > 0 ? { from: Math.min(...starts), to: Math.max(...ends) } : null;
		return { ...passage, near };
	});
}

/** The first and the last sentence that are shown. */
function grown(all: readonly Place[], [from, to]: readonly [number, number]): [number, number] {
	let [first, last] = [from, to];
	let left = mostShown - all.slice(from, to + 1).reduce((sum, each) => sum + lengthOf(each), 0);
	for (let isGrowing = from >= 0; isGrowing; ) {
		isGrowing = false;
		for (const step of [1, -1]) {
			const next = all[step > 0 ? last + 1 : first - 1];
			if (!next || lengthOf(next) > left) continue;
			left -= lengthOf(next);
			if (step > 0) last++;
			else first--;
			isGrowing = true;
		}
	}
	return [first, last];
}

function lengthOf({ start, end }: Place): number {
	return end - start;
}
