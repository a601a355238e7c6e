import type { PassageView } from "../sequence/passage-view.ts";

/** A finite verb of saying: said, قال; no noun that reports and no "according to". */
export function isVerbOfSaying(view: PassageView, at: number): boolean {
	const cue = view.facts[at]?.cue ?? "";
	return cue.startsWith("past") || cue.startsWith("present");
}
