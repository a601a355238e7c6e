import type { MarkedLine } from "../marks.ts";
import { isMasthead, isSection } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";
import { isPlaceline } from "./standfirst.ts";

const shortest = 2;

/**
 * The first line of a text that has nothing of its own above its first paragraph: "Mayor quits". However short and however
 * little the body speaks of it, it is the headline, where neither its form nor a copyright line says that it is the name of an outlet or of a section.
 */
export function loneHeadline(
	lines: readonly MarkedLine[],
	first: number,
	rules: PageRules,
): number | null {
	const [line, ...below] = lines.slice(0, first);
	if (!line || line.mark !== null || line.date !== null || line.item) return null;
	if (line.words.length < shortest || line.ending === "stop" || line.ending === "colon")
		return null;
	const [name = ""] = line.text.split(" | ");
	if (isMasthead(name, rules) || isSection(name, rules) || isPlaceline(line, rules)) return null;
	if (lines.some(({ mark, key }) => mark === "copyright" && key.includes(line.key))) return null;
	return below.every(({ mark }) => mark !== null) ? 0 : null;
}
