import { partsOf } from "../line-parts.ts";
import type { MarkedLine } from "../marks.ts";
import { isMenuRow } from "../menu-row.ts";
import { isMenuEntry, isSectionRow } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";

/** A row of what readers may do with the page ("Share | Print") stands below its headline, and names no section. */
const fewestSections = 2;
const fewestEntries = 3;

/** A row of a page's sections: over it stand the page's name and its motto, below it the headline. */
export function isSectionMenu({ text, date }: MarkedLine, rules: PageRules): boolean {
	if (date !== null) return false;
	const parts = partsOf(text);
	if (parts.length === 1) return isSectionRow(text, rules);
	const sections = parts.filter((part) => isMenuEntry(part.text, rules));
	return isMenuRow(text) && parts.length >= fewestEntries && sections.length >= fewestSections;
}
