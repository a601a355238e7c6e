import type { Segment } from "./segments.ts";

/** Headline, publisher and day stand among the first pieces of a page. */
const mostPieces = 30;
const longestLine = 300;
/** In words: the headline, and what may stand beside it. */
const shortestTitle = 5;
const longestBeside = 6;
const mostParts = 4;
/** In words, with a stop at its end: from here on the text has begun. */
const paragraph = 12;

const gap = /\s{3,}|\t+/gu;

/**
 * Parts "Headline   Outlet | Day" at its wide gaps, above the text: each part is a line of its own. Rows of menus and
 * tables, which have no part as long as a headline, stay.
 */
export function partAtGaps(segments: readonly Segment[]): Segment[] {
	const begun = segments.findIndex(({ text }) => isParagraph(text));
	const top = Math.min(begun < 0 ? segments.length : begun, mostPieces);
	return segments.flatMap((segment, index) => (index < top ? partsOf(segment) : [segment]));
}

function isParagraph(text: string): boolean {
	const words = countWords(text);
	return words >= paragraph && (words >= 2 * paragraph || /[.؟!…]["”»]?$/u.test(text));
}

function partsOf(segment: Segment): Segment[] {
	const { text } = segment;
	if (text.length > longestLine) return [segment];
	const parts: Segment[] = [];
	let from = 0;
	const add = (to: number) => {
		const start = segment.start + from;
		const own = text.slice(from, to);
		parts.push({
			...segment,
			...{ text: own, start, end: start + own.length },
			gapBefore: segment.gapBefore && from === 0,
		});
	};
	for (const hit of text.matchAll(gap)) {
		add(hit.index);
		from = hit.index + hit[0].length;
	}
	if (from === 0) return [segment];
	add(text.length);
	const counts = parts.map((part) => countWords(part.text)).sort((a, b) => b - a);
	const [longest = 0, second = 0] = counts;
	const parted =
		parts.length <= mostParts &&
		longest >= shortestTitle &&
		second <= longestBeside &&
		second < longest;
	return parted ? parts : [segment];
}

function countWords(text: string): number {
	return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
