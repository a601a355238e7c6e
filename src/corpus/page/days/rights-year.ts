import type { MarkedLine } from "../marks.ts";
import type { DayCandidate, DayPlace } from "./places.ts";

/** What a page's program writes, and what moving to another one may have written anew. */
const written = new Set<DayPlace>(["metadata", "linked", "marked", "changed", "time"]);

/**
 * The candidates without days of the markup that are later than the year of the page's copyright line, where the page
 * prints a day that is not: whoever moved the page to another program stamped it anew.
 */
export function withoutLaterStamps(
	candidates: readonly DayCandidate[],
	lines: readonly MarkedLine[],
): DayCandidate[] {
	const years = lines.flatMap(({ mark, text }) =>
		mark === "copyright" ? (text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []) : [],
	);
	const last = years.sort().at(-1);
	if (last === undefined) return [...candidates];
	const yearOf = ({ day }: DayCandidate) => day.slice(0, 4);
	const printed = candidates.some((one) => one.place === "beside" && yearOf(one) <= last);
	return candidates.filter((one) => !printed || !written.has(one.place) || yearOf(one) <= last);
}
