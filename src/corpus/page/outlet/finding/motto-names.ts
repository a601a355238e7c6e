import { foldWords } from "../../../../language/text/phrase-index.ts";
import { isArabic } from "../../../../language/text/tokens.ts";
import { indefinite } from "../../../../language/words/arabic-clitics.ts";
import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { asksFor, isCapitalised, isName, longestMotto } from "../name-form.ts";
import type { FoundName } from "../name-places.ts";
import type { NamedPage } from "./head-names.ts";

/** In words. */
const longestLead = 4;

/** A name over a line that says what it is: "Quad", "The magazine for staff and students"; «أروقة», «مجلة فصلية …». */
export function mottoNames({ lines, title, first }: NamedPage, rules: PageRules): FoundName[] {
	return lines.slice(0, title ?? first).flatMap((line, index): FoundName[] => {
		const below = lines[index + 1];
		if (!below || index + 1 === title || line.ending !== "open" || line.date !== null) return [];
		if (!isName(line.text, rules) || !isCapitalised(line.text, rules)) return [];
		if (asksFor(line.text, rules)) return [];
		if (!isMotto(below, rules)) return [];
		return [
			{ name: line.text, place: "masthead" },
			{ name: line.text, place: "kind" },
		];
	});
}

/** It names a kind of publication, and goes on with what is no name: an Arabic word without its article, a word in small letters. */
export function isMotto({ words, text, date }: MarkedLine, { furniture }: PageRules): boolean {
	if (date !== null || words.length < 2 || words.length > longestMotto) return false;
	const at = words.slice(0, longestLead).findIndex((word) => furniture.mottoWords.has(word.text));
	const next = words[at + 1];
	if (at < 0 || !next) return false;
	if (isArabic(next.text)) return indefinite(next.text) === next.text;
	const small = words.some(
		({ text: word, start }) =>
			/^\p{Ll}/u.test(text.slice(start, start + 2)) && !furniture.smallWords.has(word),
	);
	return small || /^\p{Nd}{4}/u.test(next.text);
}

/**
 * «صحيفة سياسية شاملة»: a kind of publication, and two words without their article, which a name has somewhere; «صحيفة يومية»:
 * nothing but kinds.
 */
export function saysKind(name: string, { furniture }: PageRules): boolean {
	const [kind = "", ...said] = foldWords(name);
	const first = said.slice(0, 2);
	if (!isArabic(kind) || !furniture.mottoWords.has(kind) || first.length === 0) return false;
	const isKind = (word: string) =>
		furniture.mottoWords.has(word) || furniture.outletWords.has(word);
	if (first.length === 1) return first.every(isKind);
	return first.every((word) => indefinite(word) === word);
}
