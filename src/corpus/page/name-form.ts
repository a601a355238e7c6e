import { foldWords } from "../../language/text/phrase-index.ts";
import type { PageRules } from "./page-rules.ts";

/** In words; a longer line is a sentence or a slogan. */
const longestName = 5;
/** Without a word of the trade. */
const longestPlain = 4;

/** An unknown publication's name by its form: a word of the trade, or a few capitalised ones. */
export function isOutletName(name: string, rules: PageRules): boolean {
	if (!isName(name, rules)) return false;
	const words = name.trim().split(/\s+/u);
	return (
		hasOutletWord(name, rules) || (words.length <= longestPlain && !/(?:^|\s)\p{Ll}/u.test(name))
	);
}

/** A line that is the name of a publication: it heads a page, and is no headline. */
export function isMasthead(text: string, rules: PageRules): boolean {
	return hasOutletWord(text, rules) && isName(text, rules) && !/\s\p{Ll}/u.test(text);
}

export function hasOutletWord(name: string, rules: PageRules): boolean {
	const words = foldWords(name);
	return words.length > 1 && words.some((word) => rules.furniture.outletWords.has(word));
}

/** Some words that are no section, no label, no number and no sentence. */
export function isName(name: string, rules: PageRules): boolean {
	const words = foldWords(name);
	if (words.length === 0 || words.length > longestName || name.length < 3) return false;
	if (/[.؟?!:،]$|[@#©>»›]| {2}|\p{Nd}{3}/u.test(name) || !/\p{L}/u.test(name)) return false;
	if (!/^[\p{Lu}\p{Lo}\p{N}«"“]/u.test(name)) return false;
	if (words.every((word) => rules.furniture.outletWords.has(word))) return false;
	for (const { value, end } of rules.furniture.rules.at(
		words.map((text) => ({ text, start: 0, end: 0, from: 0, to: 0 })),
		0,
	))
		if (value.match !== "end" && (value.match !== "whole" || end === words.length)) return false;
	return true;
}
