import type { MarkedLine } from "../marks.ts";
import { isCapitalised } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";

/** In words: two authors and a place. */
export const longestAuthors = 6;

/** "Ellen Roe in Port Sarin": capitals all along, which the line above it, a headline, does not have. */
export function isNamesAlone(line: MarkedLine, headline: MarkedLine, rules: PageRules): boolean {
	if (line.words.length > longestAuthors || line.ending !== "open" || !/^\p{Lu}/u.test(line.text))
		return false;
	return isCapitalised(line.text, rules) && !isCapitalised(headline.text, rules);
}
