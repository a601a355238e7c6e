/** A piece of a page between two line ends that is not blank, without white space around it. */
export type Segment = {
	/** Index of its line in the page. */
	at: number;
	/** `page[at].slice(start, end) === text` */
	start: number;
	end: number;
	text: string;
	/** A blank line, or the page's end, comes before it. */
	gapBefore: boolean;
	/** Columns of white space before it. */
	indent: number;
};

/** White space; invisible marks are part of a line's width. */
const edge = /\s/u;
/** Line ends besides "\n", at which a page is split already: old ones, and those of word processors. */
const lineEnds = /\r(?!$)|[\u000b\u000c\u0085\u2028\u2029]/gu;
/** Nothing but invisible marks: longer lines are looked at no further. */
const unseen = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\ufeff]{1,200}$/u;
const quoteMarks = /^(?:>[ \t]?){1,20}/;
/** Of the lines; a letter that was answered begins each with ">". */
const quotedShare = 0.8;

/** The pieces of a page that hold something. Linear in its length. */
export function segmentsOf(page: readonly string[]): Segment[] {
	const filled = page.filter((line) => line.trim() !== "");
	const quoted =
		filled.length > 2 &&
		filled.filter((line) => line.trimStart().startsWith(">")).length >= quotedShare * filled.length;
	const out: Segment[] = [];
	let gap = true;
	const add = (at: number, line: string, from: number, to: number) => {
		let [start, end] = trimmed(line, from, to);
		if (quoted) {
			const marks = quoteMarks.exec(line.slice(start, Math.min(end, start + 60)))?.[0].length ?? 0;
			[start, end] = trimmed(line, start + marks, end);
		}
		if (start >= end || unseen.test(line.slice(start, end))) {
			gap = true;
			return;
		}
		out.push({
			...{ at, start, end, text: line.slice(start, end), gapBefore: gap, indent: start - from },
		});
		gap = false;
	};
	for (const [at, line] of page.entries()) {
		let from = 0;
		for (const { index } of line.matchAll(lineEnds)) {
			add(at, line, from, index);
			from = index + 1;
		}
		// "\r\r\n" ends one line, and leaves none behind it.
		if (from === 0 || line.slice(from).trim() !== "") add(at, line, from, line.length);
	}
	return out;
}

function trimmed(line: string, from: number, to: number): [number, number] {
	let [start, end] = [from, to];
	while (start < end && edge.test(line[start] ?? "")) start++;
	while (end > start && edge.test(line[end - 1] ?? "")) end--;
	return [start, end];
}
