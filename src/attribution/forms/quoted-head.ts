import type { Stretch } from "../frames/parts.ts";
import { isVerbOfSaying } from "../frames/saying.ts";
import { isComma, type PassageView } from "../sequence/passage-view.ts";

/** Words between the marks, at least: one may be a name or a term. */
const fewestWords = 2;

/**
 * “The port was closed,” Ana Roth said; «الميناء أغلق»، قال: a sentence that begins with a quotation and goes on, behind a
 * comma, with a word of saying. The stretches between the marks.
 */
export function quotedHeads(view: PassageView): Stretch[] {
	return view.first.flatMap((open): Stretch[] => {
		if (view.quotes[open] !== 2) return [];
		let close = open + 1;
		while (view.quotes[close] === 1) close++;
		const content = { from: open + 1, to: close };
		if (view.quotes[close] !== 3 || close - open - 1 < fewestWords) return [];
		while (isComma(view, content.to - 1)) content.to--;
		const behind = isComma(view, close + 1) ? close + 2 : close + 1;
		const hasComma = behind === close + 2 || content.to < close;
		return hasComma && isVerbOfSaying(view, behind) ? [content] : [];
	});
}
