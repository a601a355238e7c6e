import { fold } from "../../language/text/normalise.ts";
import { sentences } from "../../language/text/sentences.ts";
import { tokens } from "../../language/text/tokens.ts";

/** A part of a text, `[from, to)` in UTF-16 units. */
type Part = { from: number; to: number };

/** Less in common is another sentence, and the whole text is meant. */
const leastShare = 0.3;

/**
 * The sentence of an edited text that stands in the place of these words: null where they stand there
 * unchanged, the whole text where no sentence is like them.
 */
export function closestSentence(words: string, text: string): Part | null {
	if (fold(text).includes(fold(words).trim())) return null;
	const wanted = termsOf(words);
	let best: (Part & { share: number }) | null = null;
	for (const { start, end } of sentences(text)) {
		const own = termsOf(text.slice(start, end));
		const [small, large] = own.size <= wanted.size ? [own, wanted] : [wanted, own];
		const shared = [...small].filter((word) => large.has(word)).length;
		const share = shared / Math.max(1, small.size);
		if (share > (best?.share ?? 0)) best = { from: start, to: end, share };
	}
	if (!best || best.share < leastShare) return { from: 0, to: text.length };
	return { from: best.from, to: best.to };
}

function termsOf(text: string): Set<string> {
	return new Set(tokens(text).map((token) => token.text));
}
