import { foldWords } from "../../language/text/phrase-index.ts";
import { isParagraph, type MarkedLine, type Measure } from "./marks.ts";
import type { PageRules } from "./page-rules.ts";

/** A title, with the span of its line that is the title: a page may add its own name to it. */
export type TitleLine = { index: number; start: number; end: number };

const longestTitle = 32;
/** A shorter line before the first paragraph is a byline, a section or a place, unless it asks or quotes. */
const shortestStandfirst = 5;
/** A menu is at least this many short lines in a row. */
const shortestMenu = 3;
const longestMenuItem = 3;

/**
 * Finds the title above the first paragraph and marks what else stands there. A page that begins
 * with a paragraph has none. `stated` is the title that the page's head or the operator gives.
 */
export function markHead(
	lines: MarkedLine[],
	measure: Measure,
	rules: PageRules,
	stated: string | null,
): TitleLine | null {
	const first = firstParagraph(lines, measure);
	const index = titleIndex(lines, first, stated, rules);
	if (index === null) {
		for (const line of lines.slice(0, first)) if (line.words.length < 8) line.mark ??= "menu";
		return null;
	}
	const title = lines[index];
	if (!title) return null;
	title.mark = "title";
	for (const line of lines.slice(0, index)) line.mark ??= "menu";
	for (const line of lines.slice(index + 1, Math.max(first, index + 1))) {
		if (line.mark === null && !isStandfirst(line, rules)) line.mark = "byline";
	}
	return { index, ...titleSpan(title, rules) };
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

function titleIndex(
	lines: readonly MarkedLine[],
	first: number,
	stated: string | null,
	rules: PageRules,
): number | null {
	const head = lines.slice(0, first);
	const wanted = stated === null ? null : comparable(stated);
	if (wanted) {
		const at = lines
			.slice(0, first + 1)
			.findIndex((line) => line.key === wanted || startsWith(line.key, wanted));
		if (at >= 0) return at;
	}
	const seen = new Map<string, number>();
	for (const line of lines) seen.set(line.key, (seen.get(line.key) ?? 0) + 1);
	const again = (at: number) => (seen.get(head[at]?.key ?? "") ?? 0) > 1;
	const candidates = head.flatMap((line, index) =>
		isTitle(line, index) &&
		!isPlaceline(line, rules) &&
		!inMenu(head, index) &&
		!inRow(head, index) &&
		!inTwiceHeader(head, index, again)
			? [{ line, index, words: line.words.length }]
			: [],
	);
	const long = candidates.find((c) => c.words >= 5 && !c.line.item);
	const repeated = candidates.find((c) => c.words >= 4 && again(c.index));
	// Two equal lines in a row below a title are a picture's text and its caption.
	const isCaption =
		repeated &&
		long &&
		long.index < repeated.index &&
		head[repeated.index + 1]?.key === repeated.line.key;
	return (
		(
			candidates.find((c) => c.line.heading) ??
			(isCaption ? undefined : repeated) ??
			datedTitle(lines, candidates) ??
			long ??
			candidates.findLast((c) => !c.line.item) ??
			candidates.find((c) => c.words >= 5) ??
			lastOfRow(head)
		)?.index ?? null
	);
}

type Candidate = { line: MarkedLine; index: number; words: number };

/** The candidate with a date or byline right below; with a standfirst between, the line above that. */
function datedTitle(
	lines: readonly MarkedLine[],
	candidates: readonly Candidate[],
): Candidate | undefined {
	const at = candidates.findIndex((c) => c.words >= 4 && isDated(lines, c.index));
	const dated = candidates[at];
	const above = candidates[at - 1];
	const hasStandfirst =
		dated !== undefined &&
		above?.index === dated.index - 1 &&
		above.words >= 4 &&
		dated.words >= 8 &&
		dated.words > above.words;
	return hasStandfirst ? above : dated;
}

/** A date, a byline or the title again stands right below. */
function isDated(lines: readonly MarkedLine[], index: number): boolean {
	const key = lines[index]?.key;
	const below = lines[index + 1]?.key === key ? lines[index + 2] : lines[index + 1];
	return (
		below !== undefined &&
		(below.date !== null || below.mark === "published" || below.mark === "byline")
	);
}

/** Four headlines or more, one right after the other, are a ticker. */
const shortestTicker = 4;

function isRowLine(head: readonly MarkedLine[], at: number): boolean {
	const line = head[at];
	return (
		line !== undefined &&
		line.mark === null &&
		line.words.length >= 5 &&
		line.ending === "open" &&
		line.date === null
	);
}

function inRow(head: readonly MarkedLine[], index: number): boolean {
	let from = index;
	let to = index;
	while (from > index - shortestTicker && !head[from]?.gapBefore && isRowLine(head, from - 1))
		from--;
	while (to < index + shortestTicker && isRowLine(head, to + 1) && !head[to + 1]?.gapBefore) to++;
	return to - from + 1 >= shortestTicker;
}

/** Where no blank line parts the ticker from the title, the title is its last line. */
function lastOfRow(head: readonly MarkedLine[]): { index: number } | undefined {
	const index = head.findLastIndex((_, at) => isRowLine(head, at));
	return index < 0 ? undefined : { index };
}

/** A header that the page prints twice: the line and its neighbour both come again. */
function inTwiceHeader(
	head: readonly MarkedLine[],
	index: number,
	again: (at: number) => boolean,
): boolean {
	const key = head[index]?.key;
	if (!again(index) || head[index + 1]?.key === key || head[index - 1]?.key === key) return false;
	return [index - 1, index + 1].some(
		(at) => again(at) && head[at]?.key !== head[at + 1]?.key && head[at]?.key !== head[at - 1]?.key,
	);
}

function isTitle(line: MarkedLine, index: number): boolean {
	// "Explainer: …" and "Watch: …" head an article where they stand at the very top.
	const labelled = index === 0 && (line.mark === "more" || line.mark === "ticker");
	if (line.mark !== null && !labelled) return false;
	const count = line.words.length;
	return (
		count >= (line.heading ? 2 : 3) &&
		count <= longestTitle &&
		line.ending !== "stop" &&
		line.date === null
	);
}

function inMenu(head: readonly MarkedLine[], index: number): boolean {
	const short = (at: number) => {
		const line = head[at];
		return line !== undefined && !line.heading && line.words.length <= 4 && line.ending === "open";
	};
	if ((head[index]?.words.length ?? 0) > longestMenuItem || !short(index)) return false;
	let from = index;
	let to = index;
	while (from > index - shortestMenu && short(from - 1)) from--;
	while (to < index + shortestMenu && short(to + 1)) to++;
	return to - from + 1 >= shortestMenu;
}

function isStandfirst(line: MarkedLine, rules: PageRules): boolean {
	const count = line.words.length;
	if (line.date !== null) return false;
	if (count < shortestStandfirst)
		return line.heading || line.ending === "question" || line.ending === "stop"
			? count >= 2
			: false;
	return !isPlaceline(line, rules);
}

/** "Beirut - Reuters", "London: Asharq Al-Awsat": a few words, a mark, the name of an outlet and no more. */
function isPlaceline(line: MarkedLine, rules: PageRules): boolean {
	const count = line.words.length;
	if (count > 9 || line.ending === "stop" || !/[-–—ـ/|:(،,«"]/u.test(line.text)) return false;
	for (let at = 0; at <= Math.min(3, count - 1); at++)
		if (rules.outlets.at(line.words, at).some((hit) => hit.to === count)) return true;
	return false;
}

/** "Title - Outlet" and "Title | Outlet": the title is what comes before. */
function titleSpan(title: MarkedLine, rules: PageRules): { start: number; end: number } {
	const cut = Math.max(
		...[" | ", " - ", " – ", " — ", " :: "].map((mark) => title.text.lastIndexOf(mark)),
	);
	if (cut > 0) {
		const tail = title.text.slice(cut + 2).trim();
		const own = title.words.filter((word) => word.end <= cut).length;
		if (own >= 3 && rules.outlets.named(tail) !== null)
			return { start: title.start, end: title.start + title.text.slice(0, cut).trimEnd().length };
	}
	return { start: title.start, end: title.end };
}

/** The outlet that a page adds to its title, as it is written there, or null. */
export function titleSuffix(text: string): string | null {
	const cut = Math.max(
		...[" | ", " - ", " – ", " — ", " :: "].map((mark) => text.lastIndexOf(mark)),
	);
	return cut > 0
		? text
				.slice(cut + 2)
				.replace(/^[:\s]+/, "")
				.trim()
		: null;
}

function comparable(text: string): string {
	return foldWords(text).join(" ");
}

function startsWith(key: string, wanted: string): boolean {
	return wanted.length >= 20 && key.startsWith(wanted) && key.length < wanted.length + 40;
}
