import type { Claim, Passage } from "../../domain/article.ts";
import type { Notice } from "../../domain/notice.ts";
import { isArabic, tokens } from "../../language/text/tokens.ts";
import { termOf } from "../../language/words/index-terms.ts";

/** Shorter words belong to the language; numbers count whatever their length. */
const shortestWord = { latin: 4, arabic: 3 };
/** Share of a value's words, where it has no number, that stand in what it concerns. */
const leastShare = 0.6;
/** A value of so many words is told by them alone. */
const telling = 3;
/** What a notice concerns in more places than these is said of the article. */
const mostConcerned = 3;

type Terms = { numbers: ReadonlySet<string>; words: ReadonlySet<string> };

type Said = { id: string; terms: Terms };
type Statements = { claims: readonly Said[]; passages: readonly Said[] };

/**
 * Finds the claims and passages whose value each correction replaces: those that hold the right value,
 * or else the wrong one, beside a word of either. Where none does, or many do, both lists are empty: it
 * concerns the article.
 */
export function linkNotices(
	notices: readonly Notice[],
	{ claims, passages }: { claims: readonly Claim[]; passages: readonly Passage[] },
): Notice[] {
	if (notices.every(({ old, new: right }) => !old && !right)) return [...notices];
	// Every value is looked for in all of them.
	const statements = {
		claims: claims.map(({ id, quote }) => ({ id, terms: termsOf(quote) })),
		passages: passages.map(({ id, text }) => ({ id, terms: termsOf(text) })),
	};
	return notices.map((notice) => linkNotice(notice, statements));
}

function linkNotice(notice: Notice, { claims, passages }: Statements): Notice {
	if (notice.kind === "withdrawn") return notice;
	const values = [notice.new, notice.old].flatMap((value) => (value ? [termsOf(value.quote)] : []));
	for (const value of values) {
		// A number alone, or a month, is in many sentences: what it counts is there too.
		const others = values.flatMap(({ words }) =>
			[...words].filter((word) => !value.words.has(word)),
		);
		const isAlone = value.words.size < telling && others.length === 0;
		const holding = (all: readonly Said[]) =>
			all.filter(({ terms }) => isHeld(value, others, terms)).map(({ id }) => id);
		const found = { claims: holding(claims), passages: holding(passages) };
		const count = Math.max(found.claims.length, found.passages.length);
		if (count > 0 && count <= (isAlone ? 1 : mostConcerned)) return { ...notice, ...found };
	}
	return notice;
}

function isHeld(value: Terms, others: readonly string[], text: Terms): boolean {
	if (value.numbers.size + value.words.size === 0) return false;
	if (![...value.numbers].every((number) => text.numbers.has(number))) return false;
	const shared = [...value.words].filter((word) => text.words.has(word)).length;
	if (value.numbers.size === 0 && shared < leastShare * value.words.size) return false;
	if (value.words.size >= telling || (value.numbers.size > 0 && shared > 0)) return true;
	return others.length === 0 || others.some((word) => text.words.has(word));
}

function termsOf(text: string): Terms {
	const numbers = new Set<string>();
	const words = new Set<string>();
	for (const { text: word } of tokens(text)) {
		if (/^\d/.test(word)) numbers.add(word);
		else if (word.length >= shortestWord[isArabic(word) ? "arabic" : "latin"])
			words.add(termOf(word));
	}
	return { numbers, words };
}
