import { fold } from "../../language/text/normalise.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { noMarks } from "../../question/sentence-marks.ts";
import type { Findings } from "../find/find-passages.ts";
import type { TermSentence } from "./term-words.ts";

/** A number stands at most so many words from its unit: 40 square metres, aged about 40. */
const unitReach = 2;

/** Whether one of these units, folded, stands in a sentence with a number of its own. */
export function hasNumberedUnit(
	{ words }: Pick<TermSentence, "words">,
	units: ReadonlySet<string>,
	{ names, marks = noMarks }: Pick<Findings, "names" | "marks">,
): boolean {
	const folded = words.map(({ text }) => text);
	const isNumber = (word: string) =>
		names.isCount(word) || marks.scales.at([word], 0) !== undefined;
	// Right before a unit a number of four digits is no year: 2000 metres.
	const isNumbered = (at: number) =>
		/^\p{Nd}/u.test(folded[at - 1] ?? "") ||
		marks.counts.at(folded, at - 1) !== undefined ||
		folded.slice(Math.max(0, at - unitReach), at).some(isNumber) ||
		folded.slice(at + 1, at + 1 + unitReach).some(isNumber);
	return folded.some(
		(word, at) => units.has(word) && (isNumberItself(word, units) || isNumbered(at)),
	);
}

/** An Arabic dual, or an accusative: with no number before it, it says one: يومين, أسبوعا. */
function isNumberItself(word: string, units: ReadonlySet<string>): boolean {
	if (!isArabic(word)) return false;
	const [, dual] = /^(.+)[اي]ن$/u.exec(word) ?? [];
	const [, single] = /^(.+)ا$/u.exec(word) ?? [];
	const feminine = dual?.endsWith("ت") ? fold(`${dual.slice(0, -1)}ة`) : undefined;
	return [dual, feminine, single].some((form) => form !== undefined && units.has(form));
}
