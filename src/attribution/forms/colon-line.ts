import { coarseOf } from "../frames/coarse.ts";
import type { Stretch } from "../frames/parts.ts";
import type { PassageView } from "../sequence/passage-view.ts";

/** Words before the colon, at most. */
const longestLabel = 16;
/** Words behind it, at least. */
const fewestWords = 3;
/** Marks and words before the label, at most: a time, a dash, "urgent |". */
const longestLead = 6;

/**
 * 10:25 — The head of the council: "…": somebody, a colon and what he said, at the head of a passage,
 * without a word of saying. `content` ends with the sentence.
 */
export function colonLine(view: PassageView): { source: Stretch; content: Stretch } | undefined {
	const from = beginOfLabel(view);
	const colon = colonBehind(view, from);
	if (colon < 0 || !isSomebody(view, { from, to: colon })) return undefined;
	const begin = colon + 1;
	let to = (view.last[view.sentence[begin] ?? 0] ?? begin) + 1;
	while (to > begin && /^[.!…]+$/u.test(view.tokens[to - 1]?.text ?? "")) to--;
	if (to - begin < fewestWords) return undefined;
	return { source: { from, to: colon }, content: { from: begin, to } };
}

const isWord = (view: PassageView, at: number): boolean =>
	/\p{L}/u.test(view.tokens[at]?.text ?? "");

/** Behind a time and what a dash or bar sets off. */
function beginOfLabel(view: PassageView): number {
	let from = 0;
	for (let t = 0; t < longestLead; t++)
		if (/^[|–—•●-]$/u.test(view.tokens[t]?.text ?? "")) from = t + 1;
	while (from < view.tokens.length && !isWord(view, from)) from++;
	return from;
}

function colonBehind(view: PassageView, from: number): number {
	for (let t = from; t <= from + longestLabel && t < view.tokens.length; t++) {
		const text = view.tokens[t]?.text ?? "";
		if (text === ":") return t > from ? t : -1;
		if (/^[.!?؟…;؛]$/u.test(text) || (view.quotes[t] === 2 && t === from)) return -1;
	}
	return -1;
}

/** A noun for people or bodies, a known name or a given one, and no verb. */
function isSomebody(view: PassageView, { from, to }: Stretch): boolean {
	const classes = coarseOf(view).slice(from, to);
	if (classes.some((c) => /^[VQ9]$/u.test(c))) return false;
	return classes.some((c) => /^[HSG]$/u.test(c)) && /^[HSKGXFADw]$/u.test(classes[0] ?? "");
}
