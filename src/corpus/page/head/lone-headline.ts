import type { Mark, MarkedLine } from "../marks.ts";
import { isMasthead, isSection } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";
import { isPlaceline } from "./standfirst.ts";

const shortest = 2;

/** What may stand between a headline and its text. */
const belowHeadline: ReadonlySet<Mark | null> = new Set<Mark | null>([
	...(["date", "byline", "published", "updated"] as const),
]);

/**
 * The first line of a text that has nothing else above its first paragraph: "Mayor quits". However short and however
 * little the body speaks of it, it is the headline, where neither its form nor a copyright line says that it is the name of an outlet or of a section.
 */
export function loneHeadline(
	lines: readonly MarkedLine[],
	first: number,
	rules: PageRules,
): { index: number } | undefined {
	const [line, ...below] = lines.slice(0, first);
	if (!line || line.mark !== null || line.date !== null || line.item) return undefined;
	if (line.words.length < shortest || line.ending === "stop" || line.ending === "colon")
		return undefined;
	const [name = ""] = line.text.split(" | ");
	if (isMasthead(name, rules) || isSection(name, rules) || isPlaceline(line, rules))
		return undefined;
	if (lines.some(({ mark, key }) => mark === "copyright" && key.includes(line.key)))
		return undefined;
	return below.every(({ mark }) => belowHeadline.has(mark)) ? { index: 0 } : undefined;
}
