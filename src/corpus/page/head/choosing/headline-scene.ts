import type { Mark, MarkedLine, Measure } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { agreement, bodyStems, stemsOf } from "../agreement.ts";
import { isSectionMenu } from "../section-menu.ts";
import { longestTitle } from "../stated-title.ts";

/** A line that may be the headline, its index in the page, and the share of its words that the text and its first paragraph speak of. */
export type HeadlineCandidate = {
	line: MarkedLine;
	index: number;
	agreement: number;
	ofLead: number;
};

/** What a page's candidates are weighed against. */
export type HeadlineScene = {
	lines: readonly MarkedLine[];
	/** Those above the text. */
	head: readonly MarkedLine[];
	measure: Measure;
	candidates: readonly HeadlineCandidate[];
	/** How often each line stands on the page, by its key. */
	counts: ReadonlyMap<string, number>;
	/** The largest share of words that a candidate has from the text. */
	most: number;
	/** The largest number of such words. */
	mostWords: number;
	/** The last row of sections above the text; -1: none. */
	menu: number;
	owners: readonly string[];
};

/** Share of its words in the text that a line is believed: one word of one, as a section's name, says less than four of five. */
const trust = ({ words }: MarkedLine) => words.length / (words.length + doubted);
const doubted = 0.75;
/** Lines above a text of which one may be its headline. */
const mostAbove = 80;
/** In words; a line with a day in it is a date line, unless it is longer. */
const longestDate = 6;

const never: ReadonlySet<Mark | null> = new Set<Mark | null>([
	...(["date", "byline", "published", "updated", "copyright", "caption", "credit"] as const),
	...(["captionLabel", "source", "block", "ending", "skipOpen", "skipClose", "notice"] as const),
]);

/** The page up to the first paragraph of its text, with those of its lines that may be its headline. */
export function headlineScene(
	lines: readonly MarkedLine[],
	first: number,
	measure: Measure,
	rules: PageRules,
): HeadlineScene {
	const body = bodyStems(lines, first);
	const lead = stemsOf(lines[first]);
	const from = Math.max(0, first - mostAbove);
	const candidates = lines.slice(from, first).flatMap((line, at): HeadlineCandidate[] => {
		if (never.has(line.mark) || line.words.length === 0 || line.words.length > longestTitle)
			return [];
		if (line.date !== null && line.words.length < longestDate) return [];
		return [
			{
				line,
				index: from + at,
				agreement: agreement(line, body) * trust(line),
				ofLead: agreement(line, lead) * trust(line),
			},
		];
	});
	const counts = new Map<string, number>();
	for (const { key } of lines) counts.set(key, (counts.get(key) ?? 0) + 1);
	return {
		lines,
		head: lines.slice(0, first),
		measure,
		candidates,
		counts,
		most: Math.max(0, ...candidates.map(({ agreement }) => agreement)),
		mostWords: Math.max(
			0,
			...candidates.map(({ agreement, line }) => agreement * line.words.length),
		),
		menu: lines.slice(0, first).findLastIndex((line) => isSectionMenu(line, rules)),
		owners: lines.filter(({ mark }) => mark === "copyright").map(({ key }) => key),
	};
}
