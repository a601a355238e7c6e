import { agreementOf, bodyStems } from "../head/agreement.ts";
import { isParagraph, type MarkedLine, type Measure } from "../marks.ts";
import { formsOf } from "../outlet/same-name.ts";
import type { PageRules } from "../page-rules.ts";

/** In words; what a page says to its readers is short. */
const longest = 24;
/** Lines before it that tell a letter or a column. */
const longestLetter = 8;
/** Of a label or a number beside it. */
const longestScrap = 6;
/** Of the text's own lines at its end. */
const most = 3;
/** Of its words that a text's last sentence has from the text; what is said to readers has few. */
const leastAgreement = 0.5;

/**
 * Marks what a page says to its readers below its text, though it is a sentence: "You get this letter because you signed up",
 * "Harbour Ledger is printed every Friday". It speaks to readers or begins with the page's own publisher, and little in it is the text's.
 */
export function markFarewell(
	lines: readonly MarkedLine[],
	{ outlet, measure }: { outlet: string | null; measure: Measure },
	rules: PageRules,
): void {
	const own = lines.filter(({ mark }) => mark === null);
	const name = outlet === null ? null : formsOf(outlet, rules).key;
	let found = false;
	for (let left = most; left > 0 && own.length > 1; left--) {
		const line = own.at(-1);
		const text = own.slice(0, -1);
		if (!line || !text.some((one) => isParagraph(one, measure))) return;
		const isScrap = found && line.ending === "open" && line.words.length <= longestScrap;
		if (!isScrap && !isFarewell(line, text, name, rules)) return;
		found = true;
		line.mark = "promo";
		own.pop();
	}
}

function isFarewell(
	line: MarkedLine,
	text: readonly MarkedLine[],
	name: string | null,
	rules: PageRules,
): boolean {
	if (line.words.length > longest || line.item || /["“”«»]/u.test(line.text)) return false;
	// A letter or a column speaks to its readers all along.
	const speaks =
		speaksToReaders(line, rules) &&
		!text.slice(-longestLetter).some((one) => isAddress(one, rules));
	const names = name !== null && formsOf(line.text, rules).key.startsWith(`${name} `);
	if (!speaks && !names) return false;
	return agreementOf(line.text, bodyStems(text, 0)) < leastAgreement;
}

function speaksToReaders({ words }: MarkedLine, { furniture }: PageRules): boolean {
	return words.some(({ text }) => furniture.readerWords.has(text));
}

/** It speaks to readers, and not in somebody's quoted words. */
function isAddress(line: MarkedLine, rules: PageRules): boolean {
	return !/["“”«»]/u.test(line.text) && speaksToReaders(line, rules);
}
