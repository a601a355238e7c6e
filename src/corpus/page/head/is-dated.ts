import type { MarkedLine } from "../marks.ts";

/** Points of a story between its headline and its day. */
const mostPoints = 3;

/** A date, a byline or the title again stands right below, or below points of the story. */
export function isDated(lines: readonly MarkedLine[], index: number): boolean {
	const key = lines[index]?.key;
	const next = lines[index + 1]?.key === key ? index + 2 : index + 1;
	const below = lines.slice(next, next + mostPoints + 1).find(({ item }) => !item);
	return (
		below !== undefined &&
		(below.date !== null || below.mark === "published" || below.mark === "byline")
	);
}
