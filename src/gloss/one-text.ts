import type { Language } from "../domain/sets/languages.ts";
import { wordsOf } from "../language/text/tokens.ts";

/** What was translated, and what it was translated into. */
export type Translated = { text: string; from: Language; to: Language; gloss: string };

/** English needs some more letters than Arabic; short texts differ more. */
const ratios = { least: 0.4, most: 2.6, slack: 12 };
/** Of the letters: names may stay as they are written. */
const mostForeign = 0.4;
const script = { ar: /\p{Script=Arabic}/gu, en: /\p{Script=Latin}/gu } as const;
/** Elements, links, mentions, code, headings and lists of a markup. */
const markup =
	/<[a-z/!][^>]*>|https?:|www\.|\]\(|`|\*\*|(?:^|\n)\s*(?:#{1,6}|[-*+]|\d+\.)\s|[@#][\p{L}\p{Nd}_]|&[a-z#]\w*;|\{\{|<[@#!]/iu;

/** Whether it is one plain text of the other language, as long as a translation is; else what it is not. */
export function isOneText({ text, gloss, to, from }: Translated): "shape" | "script" | null {
	const { least, most, slack } = ratios;
	const { length } = gloss.trim();
	if (length === 0 || length < least * text.length - slack || length > most * text.length + slack)
		return "shape";
	if (markup.test(gloss)) return "shape";
	// A model that does not end says the same over and over.
	if (isRepeating(gloss)) return "shape";
	const own = gloss.match(script[to])?.length ?? 0;
	const foreign = gloss.match(script[from])?.length ?? 0;
	return own === 0 || foreign > mostForeign * (own + foreign) ? "script" : null;
}

function isRepeating(gloss: string): boolean {
	const words = wordsOf(gloss);
	return words.length >= 24 && new Set(words).size < words.length / 4;
}
