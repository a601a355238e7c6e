import { fold } from "../../language/text/normalise.ts";

/** A word, number or mark of a passage; `start` and `end` are UTF-16 offsets of the passage. */
export type TextToken = {
	/** As it stands in the passage. */
	text: string;
	/** Folded: what is compared and looked up. */
	word: string;
	start: number;
	end: number;
};

// A word keeps its inner apostrophes, points and hyphens, and what is not seen between two letters: joiners,
// places where it may be broken.
const rest = String.raw`(?:[\p{L}\p{M}\p{N}\u0640]|[\u00ad\u200b-\u200d\u2060\ufeff]{1,4}(?=\p{L}))*`;
const number = String.raw`\p{N}+(?:[.,\u066b\u066c:/]\p{N}+)*`;
const word = String.raw`\p{L}${rest}(?:['’\-‑][\p{L}\p{N}]${rest}){0,12}`;
const abbreviation = String.raw`\p{L}${rest}(?:['’.\-‑][\p{L}\p{N}]${rest}){0,12}\.?(?<=\p{Lu}\.)`;
// Two single quotation marks are one mark.
const token = new RegExp(
	String.raw`''|\x60\x60|${number}|${abbreviation}|${word}|\.\.\.|[^\s\p{M}\p{Cf}]`,
	"gu",
);

/** The words and marks of a passage in their order. Linear in its length. */
export function textTokens(passage: string): TextToken[] {
	return Array.from(passage.matchAll(token), ({ 0: text, index }) => ({
		text,
		word: fold(text).trim(),
		start: index,
		end: index + text.length,
	}));
}
