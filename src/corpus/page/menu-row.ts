import { countWords, partsOf } from "./line-parts.ts";
import { isNameRow } from "./own-role.ts";

const longestPart = 3;

/** Sections side by side: "News / Sport / Letters". */
export function isMenuRow(text: string): boolean {
	if (isNameRow(text)) return true;
	const parts = partsOf(text);
	return parts.length > 1 && parts.every((part) => countWords(part.text) <= longestPart);
}
