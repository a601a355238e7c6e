import type { MarkedLine } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";

const longestAge = 6;

/**
 * The day of an article whose age a line gives and nothing else: «قبل ٣ أيام», "2 days ago", counted
 * from the day on which the page was read. Null where the line is anything else, or counts in weeks and
 * more, which fix no day.
 */
export function ageOf(line: MarkedLine, rules: PageRules, readOn: string): string | null {
	if (line.words.length === 0 || line.words.length > longestAge) return null;
	const [date, ...others] = rules.dates.find(line.text, {
		published: { value: readOn, precision: "day", basis: "printed" },
	});
	if (!date || others.length > 0 || date.precision !== "day" || date.kind !== "ago") return null;
	return date.end - date.start >= 0.7 * line.text.trim().length ? date.value : null;
}
