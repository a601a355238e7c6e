import type { MarkedLine } from "../marks.ts";
import { isMasthead, isSection } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";
import { agreement } from "./agreement.ts";
import { isPlaceline } from "./standfirst.ts";

/** In words. */
const longest = 3;

/** Share of its words that the text has, where who wrote it or its day stands right below; elsewhere it has all. */
const leastOverByline = 0.5;
const ofAuthor = new Set<MarkedLine["mark"]>(["byline", "date", "published"]);

/**
 * A headline of one to three words among the mastheads, sections and bylines above a text: the last of them of which
 * the text has enough words. Who wrote it is rarely named in it.
 */
export function shortHeadline(
	lines: readonly MarkedLine[],
	first: number,
	body: ReadonlySet<string>,
	rules: PageRules,
): { index: number } | undefined {
	const owners = lines.filter(({ mark }) => mark === "copyright").map(({ key }) => key);
	const index = lines.slice(0, first).findLastIndex((line, at) => {
		if (at === 0 || line.mark !== null || line.date !== null || line.item) return false;
		if (line.words.length === 0 || line.words.length > longest) return false;
		if (line.ending === "stop" || line.ending === "colon") return false;
		const overAuthor = ofAuthor.has(lines[at + 1]?.mark ?? null);
		// Between its section and who wrote it there stands nothing else.
		const underSection = overAuthor && isSection(lines[at - 1]?.text ?? "", rules);
		const least = underSection ? 0 : overAuthor ? leastOverByline : 1;
		if (agreement(line, body) < least) return false;
		if (isMasthead(line.text, rules) || isSection(line.text, rules)) return false;
		return !isPlaceline(line, rules) && !owners.some((owner) => owner.includes(line.key));
	});
	return index < 0 ? undefined : { index };
}
