import { hasLabel } from "../line-parts.ts";
import { isParagraph, type MarkedLine, type Measure } from "../marks.ts";
import { withoutEnd } from "../without-end.ts";

/** A row of short lines between paragraphs: fewer are headings, more may be a menu or a row of links. */
const shortestRow = 4;
/** Names of sections and tags: three in a row are no headings. */
const shortestTagRow = 3;
const longestTag = 3;
/** Where such rows hold a large share of the page's words, they are how the article is written. */
const largestRowShare = 0.3;

/** Marks what is left between and after the paragraphs and is no part of the article. */
export function markBody(lines: MarkedLine[], measure: Measure): void {
	const left = lines.filter((line) => line.mark === null);
	const last = left.findLastIndex((line) => isParagraph(line, measure) || isSpoken(line));
	const first = left.findIndex((line) => isParagraph(line, measure));
	if (last < 0) return;
	markRows(left, Math.max(first, 0), last, measure);
	markTail(lines, left.slice(last), measure);
}

function markRows(
	left: readonly MarkedLine[],
	first: number,
	last: number,
	measure: Measure,
): void {
	const total = left.reduce((sum, line) => sum + line.words.length, 0);
	for (let i = first; i <= last; i++) {
		let to = i;
		while (to <= last && isShort(left[to], measure)) to++;
		const row = left.slice(i, to);
		const tags =
			row.length >= shortestTagRow && row.every((line) => line.words.length <= longestTag);
		if ((tags || row.length >= shortestRow) && isForeign(row, left[i - 1], total))
			for (const line of row) line.mark = "related";
		i = Math.max(i, to);
	}
}

function isShort(line: MarkedLine | undefined, measure: Measure): boolean {
	return (
		line !== undefined &&
		!isParagraph(line, measure) &&
		!line.item &&
		!line.heading &&
		line.ending === "open" &&
		!isSpoken(line)
	);
}

function isForeign(
	row: readonly MarkedLine[],
	intro: MarkedLine | undefined,
	total: number,
): boolean {
	const words = row.reduce((sum, line) => sum + line.words.length, 0);
	return intro?.ending !== "colon" && words <= largestRowShare * total;
}

/**
 * After the last paragraph: the list that a line with a colon announces, and a last line that is
 * a sentence, belong to the article; bylines, tags and headlines of other stories do not.
 */
function markTail(
	lines: readonly MarkedLine[],
	tail: readonly MarkedLine[],
	measure: Measure,
): void {
	const [paragraph, ...rest] = tail;
	if (!paragraph) return;
	let intro: MarkedLine = paragraph;
	const end = lines[lines.length - 1];
	const alone = rest.length === 1;
	for (const [i, line] of rest.entries()) {
		const count = line.words.length;
		const announced = intro.ending === "colon" && (line.item || line.at - intro.at <= 2);
		const sentence = line.ending === "stop" && count >= 3;
		const closing =
			alone &&
			!isLabelled(line) &&
			(count >= 10 || (line === end && line.ending === "question" && count >= 4));
		if (announced || sentence || closing || (measure.longLine < 20 && count >= 10)) {
			if (!line.item) intro = line;
			continue;
		}
		if (line.ending === "colon" && rest[i + 1]?.item) {
			intro = line;
			continue;
		}
		line.mark = "menu";
		if (!line.item) intro = line;
	}
}

/** "Elsewhere on the site: Win tickets", and no sentence. */
function isLabelled({ text, ending }: MarkedLine): boolean {
	return ending === "open" && hasLabel(text);
}

/** In words: what stands behind an article is shorter, unless it is a sentence. */
const longestScrap = 12;
const mostScraps = 4;

/**
 * The scraps that an extractor leaves behind the last paragraph: labels, buttons, tags, initials, headlines of other stories.
 * Lists, quotations and what a colon announces stay, and so does everything where paragraphs end without stops.
 */
export function markScraps(lines: readonly MarkedLine[], measure: Measure): void {
	const left = lines.filter(({ mark }) => mark === null);
	if (measure.longLine < 20 || !left.some((line) => isParagraph(line, measure))) return;
	const last = left.findLastIndex((line) => !isScrap(line, measure));
	const scraps = left.slice(last + 1);
	// More of them are a list that the article ends with.
	if (last < 0 || left[last]?.ending === "colon" || scraps.length > mostScraps) return;
	for (const line of scraps) line.mark = "menu";
}

function isScrap(line: MarkedLine, measure: Measure): boolean {
	if (line.item || line.ending !== "open" || line.words.length > longestScrap) return false;
	return !isParagraph(line, measure) && !isSpoken(line);
}

const shortestQuote = 6;

/** A line that is a quotation from end to end. */
export function isSpoken(line: { text: string; words: { length: number } }): boolean {
	const closed = /[.؟!…]\s*["”»]?\s*[.؟!…]?$/u.test(line.text.slice(-40));
	// A few quoted words without a stop head a part of the article.
	if (line.words.length < (closed ? 3 : shortestQuote)) return false;
	const text = withoutEnd(line.text, /[\s.،,؟!?…\u200e\u200f]/u);
	const pair = pairs.get(text[0] ?? "");
	if (pair === undefined || !text.endsWith(pair)) return false;
	const inner = text.slice(1, -1);
	return !inner.includes(pair) || (pair !== '"' && balanced(inner, text[0] ?? "", pair));
}

const pairs = new Map([
	["«", "»"],
	["“", "”"],
	["„", "“"],
	['"', '"'],
	["‘", "’"],
]);

function balanced(text: string, open: string, close: string): boolean {
	let depth = 0;
	for (const ch of text) {
		if (ch === open) depth++;
		else if (ch === close && --depth < 0) return false;
	}
	return depth === 0;
}
