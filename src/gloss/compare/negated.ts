import type { GlossWords } from "../gloss-data.ts";
import type { PlacedWord } from "./align.ts";

/** What a text negates: places of the words that are denied, each with the negation that does it. */
export type Negated = ReadonlyMap<number, number>;

/** Words between a negation and what it denies: an auxiliary, an adverb. */
const reach = 5;
/** So far before a word stands what denies it: refused, he said, to speak. */
const denialReach = 12;

/** What stands behind a negation of a verb in its clause, up to the first word with a meaning. */
export function negatedIn(
	words: readonly PlacedWord[],
	negations: readonly string[],
	known: GlossWords,
): Negated {
	const out = new Map<number, number>();
	for (const [at, { text, clause }] of words.entries()) {
		if (!negations.includes(text)) continue;
		// "Did not … but": only.
		if (words.some((word, n) => n > at && known.exceptions.includes(word.text))) continue;
		const behind = words.slice(at + 1, at + 1 + reach);
		const first = behind.findIndex((word) => !word.isStop && word.clause === clause);
		// Not this, لا هذا: no verb is denied.
		const isVerb =
			!known.presentNegations.includes(text) || /^[يتن]/u.test(words[at + 1]?.text ?? "");
		if (first >= 0 && isVerb) out.set(at + 1 + first, at);
		// Admitting no guilt.
		const verb = words[at - 1];
		if (known.objectNegations.includes(text) && verb && !verb.isStop) out.set(at - 1, at);
	}
	return out;
}

/** How many words the one text denies whose counterpart the other plainly tells. */
export function deniedInOneAlone(
	here: { words: readonly PlacedWord[]; negated: Negated },
	there: { words: readonly PlacedWord[]; negated: Negated; denies(word: string): boolean },
): number {
	let count = 0;
	for (const at of here.negated.keys()) {
		const links = here.words[at]?.links ?? [];
		const isPlain = (link: number) => !there.negated.has(link) && !isDenied(there, link);
		if (links.length > 0 && links.every(isPlain)) count++;
	}
	return count;
}

/** By a word before it in its clause; itself it means the same as what it is linked with. */
function isDenied(
	{ words, denies }: { words: readonly PlacedWord[]; denies(word: string): boolean },
	at: number,
): boolean {
	const { clause } = words[at] ?? {};
	return words
		.slice(Math.max(0, at - denialReach), at)
		.some((word) => word.clause === clause && denies(word.text));
}
