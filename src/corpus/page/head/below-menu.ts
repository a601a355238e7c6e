import { partsOf } from "../line-parts.ts";
import type { MarkedLine } from "../marks.ts";
import { isMenuRow } from "../menu-row.ts";
import { isMenuEntry, isSectionRow } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";
import { agreement } from "./agreement.ts";

/** A line that may be the headline; `words`: how many it has. */
export type Candidate = { line: MarkedLine; index: number; words: number };

/** A row of what readers may do with the page ("Share | Print") stands below its headline, and names no section. */
const fewestSections = 2;
const fewestEntries = 3;
/** Lines at the top that a menu stands among. */
const mostAbove = 12;
/** What a headline has in common with its text, at least, beside a line over the menu: a share of that line's. */
const leastOfAbove = 0.5;

/**
 * The candidates below the page's last menu of sections, where one of them fits the text: over the menu stand the page's
 * name and its motto, which may be as long as a headline.
 */
export function belowMenu(
	head: readonly MarkedLine[],
	candidates: readonly Candidate[],
	body: ReadonlySet<string>,
	rules: PageRules,
): readonly Candidate[] {
	const menu = head.slice(0, mostAbove).findLastIndex((line) => isMenu(line, rules));
	const isOver = ({ index }: Candidate) => index < menu;
	if (menu < 0 || candidates.some((one) => isOver(one) && one.line.heading)) return candidates;
	const below = candidates.filter(({ index }) => index > menu);
	const most = (some: readonly Candidate[]) =>
		Math.max(0, ...some.map(({ line }) => agreement(line, body)));
	const least = leastOfAbove * most(candidates.filter(isOver));
	const fits = most(below);
	return fits > 0 && fits >= least ? below : candidates;
}

function isMenu({ text, date }: MarkedLine, rules: PageRules): boolean {
	if (date !== null) return false;
	const parts = partsOf(text);
	if (parts.length === 1) return isSectionRow(text, rules);
	const sections = parts.filter((part) => isMenuEntry(part.text, rules));
	return isMenuRow(text) && parts.length >= fewestEntries && sections.length >= fewestSections;
}
