import type { Segment } from "../segments.ts";
import { endsSentence, isDivided, isFull, type Wrapping, wrappingOf } from "./wrap-width.ts";

/** What begins a paragraph, however full the line before it is. */
const bullet = /^(?:[•▪▫◦●○■□►▶▸‣⁃∙·*✓✔➤➢→]|[-–—]\s|\p{Nd}{1,2}[.)]\s)/u;
/** Columns of white space before the first line of a paragraph. */
const indented = 2;

/** The segments of each paragraph: several where the page's lines were wrapped, else one. */
export function paragraphsOf(segments: readonly Segment[]): Segment[][] {
	const wrapping = wrappingOf(segments);
	const out: Segment[][] = [];
	for (const [i, segment] of segments.entries()) {
		const before = segments[i - 1];
		const goesOn = wrapping && before && continues(before, segment, wrapping);
		if (goesOn) out.at(-1)?.push(segment);
		else out.push([segment]);
	}
	return out;
}

function continues(before: Segment, next: Segment, wrapping: Wrapping): boolean {
	if (next.gapBefore || before.text.length > wrapping.width) return false;
	if (isDivided(before, next)) return true;
	if (bullet.test(next.text.slice(0, 6)) || next.indent >= before.indent + indented) return false;
	if (!isFull(before, next, wrapping)) return false;
	return wrapping.stopsGoOn || !endsSentence(before.text);
}
