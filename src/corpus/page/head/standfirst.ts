import type { MarkedLine } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";

/** A shorter line before the first paragraph is a byline, a section or a place, unless it asks or quotes. */
export const shortestStandfirst = 5;
/** A line below the title that tells more of the story, and neither who wrote it nor where. */
export function isStandfirst(line: MarkedLine, rules: PageRules): boolean {
	const count = line.words.length;
	if (line.date !== null) return false;
	if (count < shortestStandfirst)
		return line.heading || line.ending === "question" || line.ending === "stop"
			? count >= 2
			: false;
	return !isPlaceline(line, rules);
}

/** "Beirut - Reuters", "London: Asharq Al-Awsat": a few words, a mark, the name of an outlet and no more. */
export function isPlaceline(line: MarkedLine, rules: PageRules): boolean {
	const count = line.words.length;
	if (count > 9 || line.ending === "stop" || !/[-–—ـ/|:(،,«"]/u.test(line.text)) return false;
	for (let at = 0; at <= Math.min(3, count - 1); at++)
		if (rules.outlets.at(line.words, at).some((hit) => hit.to === count)) return true;
	return false;
}
