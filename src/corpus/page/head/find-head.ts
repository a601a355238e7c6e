import { isParagraph, type MarkedLine, type Measure } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";
import { agreement, bodyStems } from "./agreement.ts";
import { isNamesAlone } from "./authors-row.ts";
import { likeliestHeadline, type WeighedLine, weighedLines } from "./choosing/choose-headline.ts";
import { headlineScene } from "./choosing/headline-scene.ts";
import { isDated } from "./is-dated.ts";
import { loneHeadline } from "./lone-headline.ts";
import { isStandfirst, shortestStandfirst } from "./standfirst.ts";
import { longestTitle, statedTitle } from "./stated-title.ts";

const mostBylines = 2;
/** In words: a name with its title, a place. */
const longestRowName = 4;
const leastAgreement = 0.34;

/** The title's line, null where a page has none, and the lines that were weighed as such: none where the page states its title. */
type FoundHead = { index: number | null; candidates: WeighedLine[] };

/**
 * Finds the title's line above the first paragraph and marks what else stands there. A page that
 * begins with a paragraph has none. `stated` is the title that the page's head or the operator gives.
 */
export function markHead(
	lines: MarkedLine[],
	measure: Measure,
	rules: PageRules,
	{ title: stated, chosen }: { title?: string | null; chosen?: boolean },
): FoundHead {
	const first = firstParagraph(lines, measure);
	const known = statedTitle(lines, first, stated ?? null);
	// Weighing them is a part of the time that a page takes, and here nothing is to be chosen.
	const candidates =
		known === null ? weighedLines(headlineScene(lines, first, measure, rules), rules) : [];
	const index =
		known ?? likeliestHeadline(candidates, rules.headlines) ?? loneHeadline(lines, first, rules);
	if (index === null) {
		for (const line of lines.slice(0, first)) if (line.words.length < 8) line.mark ??= "menu";
		return { index, candidates };
	}
	const title = lines[index];
	if (title) markAround(lines, { title, index, first, chosen: chosen ?? false }, rules);
	return { index, candidates };
}

/** The title, where it stands, where the text begins, and whether an extractor chose the lines. */
type Headed = { title: MarkedLine; index: number; first: number; chosen: boolean };

function markAround(
	lines: MarkedLine[],
	{ title, index, first, chosen }: Headed,
	rules: PageRules,
): void {
	title.mark = "title";
	for (const line of lines.slice(0, index)) line.mark ??= "menu";
	const below = lines.slice(index + 1, Math.max(first, index + 1));
	// Below the title of what an extractor chose, more than a byline and its place are a list.
	if (chosen && below.filter((line) => line.mark === null).length > mostBylines) return;
	const body = bodyStems(lines, first);
	const named = (line: MarkedLine, at: number) =>
		!isStandfirst(line, rules) ||
		isRowOfNames(line, body) ||
		(isNamesAlone(line, title, rules) && isDated(lines, index + 1 + at));
	for (const [at, line] of below.entries())
		if (line.mark === null && named(line, at)) line.mark = "byline";
}

function firstParagraph(lines: readonly MarkedLine[], measure: Measure): number {
	// A page's header may hold a list of long headlines; an article does not begin with a list.
	const at = lines.findIndex(
		(line) => line.mark === null && !line.item && isParagraph(line, measure),
	);
	const line = lines[at];
	if (!line) return lines.length;
	// A long title passes for a paragraph without its stop: the next paragraph tells, by having one.
	const headline =
		line.ending === "open" &&
		line.words.length <= longestTitle &&
		lines
			.slice(0, at)
			.every((above) => above.mark !== null || above.words.length < shortestStandfirst);
	if (!headline) return at;
	const rest = lines
		.slice(at + 1)
		.filter((next) => next.mark === null && isParagraph(next, measure));
	const stops = rest.slice(0, 3).filter((next) => next.ending === "stop").length;
	return rest[0] && stops >= Math.min(2, rest.length) && rest[0].words.length > line.words.length
		? lines.indexOf(rest[0])
		: at;
}

/** "Beirut - Samer Haddad - Al-Waha": a few words between marks, and none of them the story's. */
function isRowOfNames(line: MarkedLine, body: ReadonlySet<string>): boolean {
	const parts = line.text.split(/(?<!\s)(?:\s+[-–—|/]\s+|\s*[|]\s*)|[,،]\s+/u);
	return (
		parts.length > 1 &&
		line.ending === "open" &&
		parts.every((part) => part.split(/\s+/u).length <= longestRowName) &&
		(parts.length > 2 || agreement(line, body) < leastAgreement)
	);
}

/** The outlet that a page adds to its title, as it is written there, or null. */
export function titleSuffix(text: string): string | null {
	const cut = lastMark(text);
	return cut > 0
		? text
				.slice(cut + 2)
				.replace(/^[:\s]+/, "")
				.trim()
		: null;
}

/** Where the last mark stands that a page may put before its own name; -1: nowhere. */
function lastMark(text: string): number {
	return Math.max(...[" | ", " - ", " – ", " — ", " :: "].map((mark) => text.lastIndexOf(mark)));
}
