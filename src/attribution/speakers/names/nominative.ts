import { isArabic } from "../../../language/text/tokens.ts";
import type { Stretch } from "../../frames/parts.ts";
import { type PassageView, textOf } from "../../sequence/passage-view.ts";

/** مصدراً: whether a noun for somebody stands there with the ending of an object. */
export const hasEnding = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	const word = view.tokens[at]?.word ?? "";
	return facts !== undefined && word === `${facts.stem}ا` && isOfSomebody(facts.kind);
};

const isOfSomebody = (kind: string): boolean =>
	kind.startsWith("head:") || kind.startsWith("heads:");

const ending = /(?:اً|ًا|ا)$/u;

/**
 * Who is not named as the subject of a sentence: لكن مصدراً رابعاً ذكر → مصدر رابع. The adjectives behind the noun
 * lose their ending with it; what stands behind a preposition stays. Undefined for other words.
 */
export function asSubject(view: PassageView, { from, to }: Stretch): string | undefined {
	if (!isArabic(view.tokens[from]?.text ?? "") || !hasEnding(view, from)) return undefined;
	const words: string[] = [];
	let at = from;
	for (; at < to; at++) {
		const text = view.tokens[at]?.text ?? "";
		if (!ending.test(text) || view.facts[at]?.kinds.has("prepositions")) break;
		words.push(text.replace(ending, ""));
	}
	return at < to ? `${words.join(" ")} ${textOf(view, { from: at, to })}` : words.join(" ");
}
