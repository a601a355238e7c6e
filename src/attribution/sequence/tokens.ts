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

// Two single quotation marks are one mark; a word keeps its inner apostrophes, points and hyphens.
const token =
	/''|``|\p{N}+(?:[.,٫٬:/]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}\u0640]*(?:['’.\-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640]*){0,12}\.?(?<=\p{Lu}\.)|\p{L}[\p{L}\p{M}\p{N}\u0640]*(?:['’\-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640]*){0,12}|\.\.\.|[^\s\p{M}\p{Cf}]/gu;

/** The words and marks of a passage in their order. Linear in its length. */
export function textTokens(passage: string): TextToken[] {
	return Array.from(passage.matchAll(token), ({ 0: text, index }) => ({
		text,
		word: fold(text).trim(),
		start: index,
		end: index + text.length,
	}));
}
