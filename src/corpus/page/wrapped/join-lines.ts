import type { Segment } from "../segments.ts";
import { endsSentence, isDivided, isFull, type Wrapping, wrappingOf } from "./wrap-width.ts";

/** What begins a paragraph, however full the line before it is. */
const bullet = /^(?:[•▪▫◦●○■□►▶▸‣⁃∙·*✓✔➤➢→]|[-–—]\s|\p{Nd}{1,2}[.)]\s)/u;
/** Lines in which the mark that opens a quotation is looked for. */
const longestQuotation = 12;
/** Columns of white space before the first line of a paragraph. */
const indented = 2;

/**
 * The segments of each paragraph: several where the page's lines were wrapped, else one. `isApart`
 * knows lines by their form (a date, a byline) that stand alone between paragraphs.
 */
export function paragraphsOf(
	segments: readonly Segment[],
	isApart: (segment: Segment) => boolean,
): Segment[][] {
	const wrapping = wrappingOf(segments);
	if (!wrapping) return segments.map((segment) => [segment]);
	const out: Segment[][] = [];
	let apart = false;
	for (const [i, segment] of segments.entries()) {
		const paragraph = out.at(-1);
		const wasApart: boolean = apart;
		const next = segments[i + 1];
		apart =
			isApart(segment) &&
			(!next || next.gapBefore || !isFull(segment, next, wrapping) || isApart(next));
		const goesOn = paragraph && !apart && !wasApart && continues(paragraph, segment, wrapping);
		if (goesOn) paragraph.push(segment);
		else out.push([segment]);
	}
	return out;
}

function continues(paragraph: readonly Segment[], next: Segment, wrapping: Wrapping): boolean {
	const before = paragraph.at(-1);
	if (!before || next.gapBefore || before.text.length > wrapping.width) return false;
	if (isDivided(before, next)) return true;
	// The same line begins again: a title that the page prints twice.
	if (next.text === paragraph[0]?.text && next.text.length > wrapping.width / 2) return false;
	if (bullet.test(next.text.slice(0, 6)) || next.indent >= before.indent + indented) return false;
	if (before.text.length < wrapping.width / 2 || !isFull(before, next, wrapping)) return false;
	return wrapping.stopsGoOn || !endsSentence(before.text) || isInQuotation(paragraph);
}

/** A quotation that was opened and not closed goes on, whatever its sentences end with. */
function isInQuotation(paragraph: readonly Segment[]): boolean {
	let open = 0;
	for (const { text } of paragraph.slice(-longestQuotation)) {
		for (const ch of text) {
			if (ch === "“" || ch === "«") open++;
			else if (ch === "”" || ch === "»") open--;
			else if (ch === '"') open += open > 0 ? -1 : 1;
		}
	}
	return open > 0;
}
