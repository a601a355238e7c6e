import { foldWords } from "../../../language/text/phrase-index.ts";
import type { PageRules } from "../page-rules.ts";
import { isOfMenus } from "./name-form.ts";

/** Where pages are shared and read elsewhere: "Google News", «قناة واتساب», and no name beside it. */
export function isPlatform(name: string, { furniture, outlets }: PageRules): boolean {
	const { platformWords, outletWords, introducers } = furniture;
	const words = foldWords(name);
	return (
		words.some((word) => platformWords.has(word)) &&
		words.every(
			(word) =>
				platformWords.has(word) ||
				outletWords.has(word) ||
				introducers.has(word) ||
				isOfMenus(word, furniture),
		) &&
		outlets.named(name) === null
	);
}
