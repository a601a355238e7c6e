import type { PassageView } from "../../sequence/passage-view.ts";

/** A word that begins with a capital. */
export const isCapital = (view: PassageView, at: number): boolean =>
	/^\p{Lu}/u.test(view.tokens[at]?.text ?? "");

/** Behind the last word of a run of capitals that begins at `from`, and before `until`. */
export function endOfCapitals(view: PassageView, from: number, until: number): number {
	let to = from;
	while (to < until && isCapital(view, to)) to++;
	return to;
}
