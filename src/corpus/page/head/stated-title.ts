import { foldWords } from "../../../language/text/phrase-index.ts";
import type { MarkedLine } from "../marks.ts";

/** In words. */
export const longestTitle = 32;
/** In letters: a shorter one begins other lines too. */
const shortestBeginning = 20;
const longestRest = 40;

/** Where the title that the page's head or the operator gives stands among the lines up to `first`; null where it does not. */
export function statedTitle(
	lines: readonly MarkedLine[],
	first: number,
	stated: string | null,
): number | null {
	const wanted = stated === null ? "" : foldWords(stated).join(" ");
	if (wanted === "") return null;
	const at = lines
		.slice(0, first + 1)
		.findIndex(({ key }) => key === wanted || beginsWith(key, wanted));
	return at < 0 ? null : at;
}

function beginsWith(key: string, wanted: string): boolean {
	return (
		wanted.length >= shortestBeginning &&
		key.startsWith(wanted) &&
		key.length < wanted.length + longestRest
	);
}
