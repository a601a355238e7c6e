import { foldWords } from "../../../language/text/phrase-index.ts";
import { isArabic } from "../../../language/text/tokens.ts";
import {
	hasFor,
	indefinite,
	withoutConjunction,
	withoutPreposition,
} from "../../../language/words/arabic-clitics.ts";
import type { PageRules } from "../page-rules.ts";

/** In words; a longer line is a sentence or a slogan. */
const longestName = 5;
/** In UTF-16 units: what is longer is not even taken apart. */
const mostLetters = 80;
/** In words, below a masthead. */
export const longestMotto = 16;
/** Without a word of the trade. */
const longestPlain = 4;
/** Names of sections are shorter. */
const longestSection = 4;

/** An unknown publication's name by its form: a word of the trade, or a few capitalised ones. */
export function isOutletName(name: string, rules: PageRules): boolean {
	if (!isName(name, rules)) return false;
	const words = name.trim().split(/\s+/u);
	return hasOutletWord(name, rules) || (words.length <= longestPlain && isCapitalised(name, rules));
}

/** No word but a small one ("of", "and") begins with a small letter. */
export function isCapitalised(name: string, { furniture }: PageRules): boolean {
	const words = name.split(/\s+/u);
	return words.every((word) => !/^\p{Ll}/u.test(word) || furniture.smallWords.has(word));
}

/** A line that is the name of a publication: it heads a page, and is no headline. */
export function isMasthead(text: string, rules: PageRules): boolean {
	return hasOutletWord(text, rules) && isName(text, rules) && !/\s\p{Ll}/u.test(text);
}

export function hasOutletWord(name: string, rules: PageRules): boolean {
	const words = foldWords(name);
	return words.length > 1 && words.some((word) => rules.furniture.outletWords.has(word));
}

/** A word that newspapers like to have in their names, though others have it too: "Voice", «صدى»; and menus do not. */
export function hasPressWord(name: string, { furniture }: PageRules): boolean {
	const words = foldWords(name);
	return (
		words.length > 1 &&
		words.some((word) => hasForm(word, furniture.pressWords) && !isOfMenus(word, furniture))
	);
}

/** "Support the Gazette": what readers are asked to do, and a name. */
export function asksFor(name: string, { furniture }: PageRules): boolean {
	const article = /^\p{L}+ (\p{Ll}+) \p{Lu}/u.exec(name)?.[1];
	return article !== undefined && furniture.nameLead.has(article);
}

/** The name of a part of a page, as its menu has it: "Education", «نقل ومواصلات». */
export function isSection(text: string, { furniture }: PageRules): boolean {
	if (text.length > mostLetters) return false;
	const words = foldWords(text);
	if (words.length === 0 || words.length > longestSection) return false;
	return isMenuEntry(text, { furniture }) || isFurniture(words, furniture);
}

/** Nothing but words that a page's menu is made of: sections, and what it offers else. */
export function isMenuEntry(text: string, { furniture }: Pick<PageRules, "furniture">): boolean {
	const words = foldWords(text);
	return words.length > 0 && words.every((word) => isOfMenus(word, furniture));
}

/** Nothing but names of sections; what a menu offers else, "Live" or "Analysis", is a headline's own first word. */
export function hasOnlySections(text: string, { furniture }: PageRules): boolean {
	const words = foldWords(text);
	return words.length > 0 && words.every((word) => hasForm(word, furniture.sectionWords));
}

/** A word that names of sections, or of what a menu offers else, are made of. */
export function isOfMenus(word: string, furniture: PageRules["furniture"]): boolean {
	return hasForm(word, furniture.sectionWords) || hasForm(word, furniture.menuWords);
}

function hasForm(word: string, list: ReadonlySet<string>): boolean {
	return [word, indefinite(word), withoutConjunction(word, 3)].some((form) => list.has(form));
}

/** The word itself or, written together with it, "for" and the word: «صحيفة», «لصحيفة». */
export function isOrFor(word: string, list: ReadonlySet<string>): boolean {
	return list.has(word) || isFor(word, list);
}

export function isFor(word: string, list: ReadonlySet<string>): boolean {
	return hasFor(word) && list.has(withoutPreposition(word));
}

/** In words: a ministry is called after all that it does. */
const longestBody = 10;

/** A ministry, a council, a university: the pages that its name heads are its own. */
export function isBody(name: string, rules: PageRules): boolean {
	const { bodyWords, smallWords } = rules.furniture;
	const words = foldWords(name);
	if (name.length > mostLetters || words.length < 2 || words.length > longestBody) return false;
	// In Arabic it begins with what it is: «رئيس مجلس الإدارة» is somebody.
	const own = isArabic(name) ? words.slice(0, 1) : words;
	if (/[.؟?!:،|]|\p{Nd}/u.test(name) || !own.some((word) => bodyWords.has(word))) return false;
	return name.split(/\s+/u).every((word) => !/^\p{Ll}/u.test(word) || smallWords.has(word));
}

/** Some words that are no section, no label, no number and no sentence. */
export function isName(name: string, rules: PageRules): boolean {
	const { furniture } = rules;
	if (name.length > mostLetters) return false;
	const words = foldWords(name);
	if (words.length === 0 || words.length > longestName || name.length < 3) return false;
	if (/[.؟?!:،]$|[@#©>»›:+]| {2}|\p{Nd}{3}|\p{L}{4}[.؟!?]\s/u.test(name)) return false;
	if (!/^[\p{Lu}\p{Lo}\p{N}«"“]/u.test(name) || !/\p{L}/u.test(name)) return false;
	if (words.every((word) => furniture.outletWords.has(word))) return false;
	if (words.some((word) => furniture.deskWords.has(word))) return false;
	return !isSection(name, rules) && !isFurniture(words, furniture) && !isMenu(words, furniture);
}

const shortestMenu = 4;
const mostOthers = 0.4;

export function isSectionRow(text: string, { furniture }: PageRules): boolean {
	return text.length <= 2 * mostLetters && isMenu(foldWords(text), furniture);
}

/** Names of sections one after the other, with nothing between: "News Finance Sports More". */
function isMenu(words: readonly string[], furniture: PageRules["furniture"]): boolean {
	if (words.length < shortestMenu) return false;
	const others = words.filter(
		(word) => !isOfMenus(word, furniture) && !isFurniture([word], furniture),
	);
	return others.length <= mostOthers * words.length;
}

function isFurniture(words: readonly string[], { rules }: PageRules["furniture"]): boolean {
	const own = words.map((text) => ({ text, start: 0, end: 0, from: 0, to: 0 }));
	for (const { value, end } of rules.at(own, 0))
		if (value.match !== "end" && (value.match !== "whole" || end === words.length)) return true;
	return false;
}
