import type { Stretch } from "../../frames/parts.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import { hasEnding } from "./nominative.ts";

/** What a word of a name holds: a letter or a figure. */
export const hasLetters = (text: string | undefined): boolean => /[\p{L}\p{N}]/u.test(text ?? "");

/** The words of a stretch as names are compared: without article, clitics, possessive and marks. */
export function comparedWords(view: PassageView, { from, to }: Stretch): string[] {
	const out: string[] = [];
	for (let t = from; t < to; t++) {
		const word = view.tokens[t]?.word ?? "";
		const shown = hasEnding(view, t) ? (view.facts[t]?.stem ?? word) : word;
		if (hasLetters(word)) out.push(comparedWord(shown));
	}
	return out;
}

/** One word as names are compared. */
export const comparedWord = (word: string): string =>
	word
		.replace(/'s$/u, "")
		.replace(/\.$/u, "")
		.replace(/^(?:[وف]?[بك]?ال|[وف]?لل)(?=.{2})/u, "");
