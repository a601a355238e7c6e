import { foldWords } from "../../../language/text/phrase-index.ts";
import { isArabic } from "../../../language/text/tokens.ts";
import {
	hasFor,
	isDefinite,
	swallowsArticle,
	withArticle,
	withoutPreposition,
} from "../../../language/words/arabic-clitics.ts";
import type { PageRules } from "../page-rules.ts";
import { withoutEnd } from "../without-end.ts";

/** What a name is cut to behind it, in brackets: in UTF-16 units. */
const longestShortForm = 10;
const shortForm = new RegExp(`^(.{3,}\\S)\\s*[(\\[]([^()[\\]]{1,${longestShortForm}})[)\\]]$`, "u");

/** Where a station is heard, behind its name: "97.3 FM", "104.7". */
const frequency = /\s+\p{Nd}{2,3}[.,٫]\p{Nd}(?:\s?fm)?$/iu;

/** A name without the quotation marks around it, the short form in brackets or the frequency behind it and a picture's "logo". */
export function bareName(name: string, { furniture }: PageRules): string {
	const plain = unquoted(name.trim()).replace(frequency, "");
	const words = (shortForm.exec(plain)?.[1] ?? plain).split(/\s+/u);
	const isLogo = (word: string | undefined) =>
		words.length > 1 && furniture.logoWords.has(foldWords(word ?? "").join(" "));
	while (isLogo(words.at(-1))) words.pop();
	while (isLogo(words[0])) words.shift();
	return unquoted(words.join(" "));
}

/** Quotation marks inside the name, as in «مجلة «الريشة»», are a part of it. */
function unquoted(name: string): string {
	const inside = name.replace(/^[«"“]+/u, "").trim();
	return /[«“]/u.test(inside) ? inside : withoutEnd(inside, /[»"”]/u).trim();
}

/** «لوكالة الأفق» → «وكالة الأفق»: whom the rights are kept for, without "for". */
export function withoutFor(owner: string, { furniture }: PageRules): string {
	if (!isArabic(owner) || !hasFor(owner)) return owner;
	if (swallowsArticle(owner)) return withArticle(owner);
	const [first = ""] = foldWords(owner);
	const kind = withoutPreposition(first);
	const isKind = furniture.outletWords.has(kind) || furniture.bodyWords.has(kind);
	return isKind && !isDefinite(kind) ? owner.slice(1) : owner;
}
