import { agreedStems } from "../../head/agreement.ts";
import { isParagraph, type MarkedLine, type Measure } from "../../marks.ts";
import { nameKey } from "../../outlet/same-name.ts";
import type { PageRules } from "../../page-rules.ts";

/** What a text's lines are weighed against. */
export type ScrapScene = {
	lines: readonly MarkedLine[];
	/** Those that are taken for its text, by their index in the page. */
	own: readonly number[];
	/** Its first and its last paragraph with a stop, by their index. */
	firstAt: number;
	lastAt: number;
	title: number | null;
	/** In how many lines of the text each stem stands. */
	stems: ReadonlyMap<string, number>;
	/** Share of its words that a paragraph of this text has from the others, on an average. */
	usual: number;
	/** How many of its short lines have each shape. */
	shapes: ReadonlyMap<string, number>;
	/** Most of its longer lines end with a stop. */
	stops: boolean;
	/** Key of the publisher's name. */
	publisher: string | null;
};

/** In words: a shorter line says little of what a text is about. */
const shortestTold = 8;
/** In words: a paragraph, where it has a stop. */
const shortestParagraph = 9;
/** Of the usual share. */
const leastOfUsual = 0.5;

export function scrapScene(
	lines: readonly MarkedLine[],
	known: { title: number | null; outlet: string | null; measure: Measure },
	rules: PageRules,
): ScrapScene {
	const own = lines.flatMap(({ mark }, at) => (mark === null ? [at] : []));
	const stems = new Map<string, number>();
	for (const at of own) {
		const line = lines[at];
		if (!line || line.words.length < shortestTold) continue;
		for (const stem of new Set(agreedStems(line.words)))
			stems.set(stem, (stems.get(stem) ?? 0) + 1);
	}
	const paragraphs = own.filter((at) => isStory(lines[at], known.measure));
	const shares = paragraphs.map((at) => shareIn(lines[at], stems));
	const usual = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
	// What a page says to its readers has stops too, and little of the text.
	const telling = paragraphs.filter((_, n) => (shares[n] ?? 0) >= leastOfUsual * usual);
	const told = own.filter((at) => (lines[at]?.words.length ?? 0) >= shortestTold);
	const stopped = told.filter((at) => lines[at]?.ending !== "open").length;
	return {
		lines,
		own,
		firstAt: telling[0] ?? -1,
		lastAt: telling.at(-1) ?? -1,
		title: known.title,
		stems,
		usual,
		shapes: countOf(own.flatMap((at) => shapeOf(lines[at]) ?? [])),
		stops: 2 * stopped > told.length,
		publisher: known.outlet === null ? null : nameKey(known.outlet, rules),
	};
}

function countOf(all: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
	return counts;
}

/** In words: what is longer has no shape of its own. */
const longestShaped = 10;

/** How a short line looks, whatever it says: its marks and figures, its capitals, how it ends. Null: it is long. */
export function shapeOf(line: MarkedLine | undefined): string | null {
	if (!line || line.words.length > longestShaped) return null;
	const { text } = line;
	const begins = /^\p{Nd}/u.test(text) ? "n" : /^\p{Lu}{2}/u.test(text) ? "C" : "w";
	const marks = [...text.matchAll(/[:|–—-]/gu)].length > 0 ? "m" : "";
	return [begins, marks, /\p{Nd}/u.test(text) ? "d" : "", line.ending, line.item].join(" ");
}

/** Share of a line's words that other lines of the text have, 0 to 1. */
export function shareIn(line: MarkedLine | undefined, stems: ReadonlyMap<string, number>): number {
	const own = agreedStems(line?.words ?? []);
	if (!line || own.length === 0) return 0;
	// Its own words are among the text's.
	const again = line.words.length >= shortestTold ? 1 : 0;
	return own.filter((stem) => (stems.get(stem) ?? 0) > again).length / own.length;
}

function isStory(line: MarkedLine | undefined, measure: Measure): boolean {
	return (
		line !== undefined &&
		line.ending === "stop" &&
		line.words.length >= shortestParagraph &&
		isParagraph(line, measure)
	);
}
