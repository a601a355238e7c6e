import type { FurnitureRole } from "./furniture-data.ts";
import type { Line } from "./lines.ts";

/** Why a line is no passage; null where nothing says so yet. */
export type Mark =
	| FurnitureRole
	/** A date alone. */
	| "date"
	/** The credit of a picture, alone or after its caption. */
	| "credit"
	/** Inside a part of the page that a label or a skip link set apart. */
	| "related"
	/** Says again what an earlier line said. */
	| "repeat"
	/** The publisher's word on the article: a correction, a withdrawal. */
	| "notice"
	/** Above the title, or a scrap that is no sentence beside the body. */
	| "menu"
	| "title";

export type MarkedLine = Line & {
	mark: Mark | null;
	/** The date that the line prints, where it is a date line; with the day first where nothing says. */
	date: string | null;
	/** The markup calls it a heading. */
	heading: boolean;
};

/** What makes a line a paragraph, for this page. */
export type Measure = {
	/** Words from which a line without a final stop is a paragraph. */
	longLine: number;
};

/** Pages that leave the final stop out need a lower bar, or their paragraphs would pass for headings. */
export function measurePage(lines: readonly MarkedLine[]): Measure {
	let long = 0;
	let stopped = 0;
	for (const line of lines) {
		if (line.mark !== null || line.words.length < 20) continue;
		long++;
		if (line.ending !== "open") stopped++;
	}
	return { longLine: long >= 3 && stopped / long < 0.5 ? 14 : 22 };
}

export function isParagraph(line: MarkedLine, measure: Measure): boolean {
	if (line.heading) return false;
	const count = line.words.length;
	if (count >= measure.longLine) return true;
	if (line.ending === "stop") return count >= 5;
	return count >= 14 && line.ending !== "open";
}
