import type { Claim, Passage } from "../../domain/article.ts";
import type { Notice } from "../../domain/notice.ts";
import { tokens } from "../../language/text/tokens.ts";
import { termOf } from "../../language/words/index-terms.ts";

/** Shorter words belong to the language; numbers count whatever their length. */
const shortestWord = 3;
/** Share of a value's words, where it has no number, that stand in what it concerns. */
const leastShare = 0.6;
/** What a notice concerns in more places than these is said of the article. */
const mostConcerned = 3;

type Terms = { numbers: ReadonlySet<string>; words: ReadonlySet<string> };

/**
 * Finds the claims and passages whose value a correction replaces: those that hold the right value, or
 * else the wrong one, beside a word of what the notice is about. Where none does, or many do, both
 * lists are empty: it concerns the article.
 */
export function linkNotice(
	notice: Notice,
	{ claims, passages }: { claims: readonly Claim[]; passages: readonly Passage[] },
): Notice {
	if (notice.kind === "withdrawn") return notice;
	const about = termsOf(notice.quote);
	for (const value of [notice.new, notice.old]) {
		if (!value) continue;
		const wanted = termsOf(value.quote);
		const holds = (text: string) => isHeld(wanted, about, termsOf(text));
		const found = {
			claims: claims.filter(({ quote }) => holds(quote)).map(({ id }) => id),
			passages: passages.filter(({ text }) => holds(text)).map(({ id }) => id),
		};
		const count = Math.max(found.claims.length, found.passages.length);
		if (count > 0 && count <= mostConcerned) return { ...notice, ...found };
	}
	return notice;
}

function isHeld(value: Terms, about: Terms, text: Terms): boolean {
	if (![...value.numbers].every((number) => text.numbers.has(number))) return false;
	const shared = [...value.words].filter((word) => text.words.has(word)).length;
	if (value.numbers.size === 0)
		return (
			value.words.size > 0 &&
			shared >= leastShare * value.words.size &&
			hasOther(value, about, text)
		);
	return hasOther({ numbers: value.numbers, words: new Set() }, about, text);
}

/** A number alone, or a month, is in many sentences: something else that the notice names is there too. */
function hasOther(value: Terms, about: Terms, text: Terms): boolean {
	const others = [...about.words].filter((word) => !value.words.has(word));
	return value.words.size > 2 || others.some((word) => text.words.has(word));
}

function termsOf(text: string): Terms {
	const numbers = new Set<string>();
	const words = new Set<string>();
	for (const { text: word } of tokens(text)) {
		if (/^\d/.test(word)) numbers.add(word);
		else if (word.length >= shortestWord) words.add(termOf(word));
	}
	return { numbers, words };
}
