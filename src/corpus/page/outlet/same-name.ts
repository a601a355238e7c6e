import { foldWords } from "../../../language/text/phrase-index.ts";
import { isArabic } from "../../../language/text/tokens.ts";
import type { PageRules } from "../page-rules.ts";
import { withoutEnd } from "../without-end.ts";
import { isOrFor } from "./name-form.ts";
import { type FoundName, namePlaces } from "./name-places.ts";

/** The words that tell a name from another: without its article, its kind («صحيفة») and the firm behind it. */
export function nameKey(name: string, { furniture }: PageRules): string {
	let words = foldWords(name);
	while (words.length > 1 && isOrFor(words[0] ?? "", furniture.nameLead)) words = words.slice(1);
	while (words.length > 1 && furniture.firmWords.has(words.at(-1) ?? "")) words.pop();
	return words.join(" ");
}

/** A name folded once, to be compared with many: its `nameKey`, and all that it says without blanks. */
export type NameForms = { key: string; letters: string };

export function formsOf(name: string, rules: PageRules): NameForms {
	return { key: nameKey(name, rules), letters: foldWords(name).join("") };
}

/** The same name, or the longer one begins or ends with the shorter, of two words or more. */
export function isSameName(a: NameForms, b: NameForms): boolean {
	const [one, other] = [a.key, b.key];
	if (one.replaceAll(" ", "") === other.replaceAll(" ", "")) return true;
	if (a.letters === b.letters) return true;
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (isShortened(short.split(" "), long.split(" "))) return true;
	return short.includes(" ") && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
}

/** "SCB News", "Southern Cross Broadcasting News": the first word is the initials of two or more. */
function isShortened([initials = "", ...rest]: string[], long: readonly string[]): boolean {
	const count = long.length - rest.length;
	if (count < 2 || initials.length !== count) return false;
	return (
		long.slice(0, count).every((word, at) => word[0] === initials[at]) &&
		rest.every((word, at) => word === long[count + at])
	);
}

/** In letters; fewer may be anything. */
const fewestInitials = 3;

/** "Motors & Harbours India" → "mhi", as its own text shortens it; empty where that would be too short. */
export function initialsOf(name: string): string {
	const initials = foldWords(name).map((word) => word[0] ?? "");
	return initials.length >= fewestInitials && !isArabic(name) ? initials.join("") : "";
}

const spelling = Object.keys(namePlaces);

/** The spelling to show, among those of one name: rather one that is not all in capitals. */
export function bestSpelling(same: readonly FoundName[]): string {
	const rank = ({ name, place }: FoundName) =>
		(isShouted(name) ? spelling.length : 0) + spelling.indexOf(place);
	const own = same.filter(({ place }) => place !== "firm");
	return [...(own.length > 0 ? own : same)].sort((a, b) => rank(a) - rank(b))[0]?.name ?? "";
}

function isShouted(name: string): boolean {
	return /\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(name);
}

/** Without "Ltd" and "Publishing Co": what the law calls a firm is no part of its newspaper's name. */
export function withoutLegalForm(name: string, { furniture }: PageRules): string {
	const words = name.trim().split(/\s+/u);
	while (words.length > 1 && furniture.legalForms.has(foldWords(words.at(-1) ?? "").join(" ")))
		words.pop();
	return withoutEnd(words.join(" "), /[,،.]/u);
}

/** A firm that publishes: its name ends as such names do, beside what the law calls it. */
export function isFirm(name: string, { furniture }: PageRules): boolean {
	const last = foldWords(name).at(-1) ?? "";
	return furniture.firmWords.has(last) && !furniture.legalForms.has(last);
}
