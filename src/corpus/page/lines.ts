import { type Token, tokens } from "../../language/text/tokens.ts";

/** One line that is not blank, and what can be seen of it alone. */
export type Line = {
	/** Index in the page; the line number is one more. */
	at: number;
	/** The trimmed text is `page[at].slice(start, end)`; a list marker is not part of it. */
	start: number;
	end: number;
	text: string;
	words: Token[];
	/** The folded words joined by spaces: equal for lines that differ in marks and spelling variants. */
	key: string;
	/** It begins with a bullet, a dash or a number of a list. */
	item: boolean;
	/** How it ends, closing quotation marks and brackets aside. */
	ending: "stop" | "question" | "colon" | "open";
	/** A blank line, or the page's end, comes before it. */
	gapBefore: boolean;
};

const bullet = /^(?:[•▪▫◦●○■□►▶▸‣⁃∙·*✓✔➤➢→-]|[–—](?=\s)|\p{Nd}{1,2}[.)-](?=\s))\s*(?=\S)/u;
/** Invisible characters at either end of a line; JavaScript's trim leaves them. */
const edge = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c]/u;

export function readLines(page: readonly string[]): Line[] {
	const out: Line[] = [];
	let gap = true;
	for (const [at, line] of page.entries()) {
		const span = trimmed(line);
		if (span === null) {
			gap = true;
			continue;
		}
		const [start, end] = span;
		const text = line.slice(start, end);
		const marker = bullet.exec(text.slice(0, 12))?.[0].length ?? 0;
		const begin = start + (marker < text.length ? marker : 0);
		const inner = line.slice(begin, end);
		const words = tokens(inner);
		out.push({
			at,
			start: begin,
			end,
			text: inner,
			words,
			key: words.map((word) => word.text).join(" "),
			item: marker > 0,
			ending: endingOf(inner),
			gapBefore: gap,
		});
		gap = false;
	}
	return out;
}

function trimmed(line: string): [number, number] | null {
	let start = 0;
	let end = line.length;
	while (start < end && edge.test(line[start] ?? "")) start++;
	while (end > start && edge.test(line[end - 1] ?? "")) end--;
	return start < end ? [start, end] : null;
}

function endingOf(text: string): Line["ending"] {
	let at = text.length - 1;
	while (at >= 0 && /["”“»«’')\]\s\u200b-\u200f\u2066-\u2069]/u.test(text[at] ?? "")) at--;
	const last = text[at] ?? "";
	// "… by the U.S.": the stop of an abbreviation ends no sentence in a headline, and is rare in a body.
	if (last === "." && /\p{Lu}\.\p{Lu}$/u.test(text.slice(Math.max(0, at - 3), at))) return "open";
	if (last === "." || last === "…" || last === "۔") return "stop";
	if (last === "?" || last === "؟" || last === "!") return "question";
	if (last === ":" || last === "：") return "colon";
	return "open";
}
