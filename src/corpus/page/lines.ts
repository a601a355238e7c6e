import type { Passage } from "../../domain/article.ts";
import { type Token, tokens } from "../../language/text/tokens.ts";
import { unwrap } from "../../language/text/unwrap.ts";
import { segmentsOf } from "./segments.ts";
import { partAtGaps } from "./wide-gaps.ts";
import { withoutEnd } from "./without-end.ts";
import { paragraphsOf } from "./wrapped/join-lines.ts";

/** One line that is not blank, or the lines that a paragraph was wrapped over, and what can be seen of it alone. */
export type Line = {
	/** Index in the page of its first line; the line number is one more. */
	at: number;
	/** Index of its last line. */
	lastAt: number;
	/** It begins at `start` of the first line and ends at `end` of the last; a list marker is not part of it. */
	start: number;
	end: number;
	/** The page's own characters between the two, line ends included. */
	raw: string;
	/** `unwrap(raw).text`: what is read. */
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
/** Invisible characters at either end of a line are no part of it. */
const edge = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\ufeff]/u;

/** `isApart`: as in `paragraphsOf`. The number before a heading is part of it. */
export function readLines(
	page: readonly string[],
	isApart: (text: string) => boolean = () => false,
	isHeading: (at: number) => boolean = () => false,
): Line[] {
	return paragraphsOf(partAtGaps(segmentsOf(page)), ({ text }) => isApart(text)).flatMap(
		(segments) => {
			const [first] = segments;
			const last = segments.at(-1);
			if (!first || !last) return [];
			const seen = first.text.slice(marksBefore(first.text));
			const marker = isHeading(first.at) ? 0 : (bullet.exec(seen.slice(0, 12))?.[0].length ?? 0);
			const start = first.end - seen.length + (marker < seen.length ? marker : 0);
			const end = last.start + withoutEnd(last.text, edge).length;
			const raw = textBetween(page, { at: first.at, start, lastAt: last.at, end });
			const { text } = unwrap(raw);
			const words = tokens(text);
			return [
				{
					...{ at: first.at, lastAt: last.at, start, end, raw, text, words },
					key: words.map((word) => word.text).join(" "),
					item: marker > 0,
					ending: endingOf(text),
					gapBefore: first.gapBefore,
				},
			];
		},
	);
}

/** Where the page's own characters of a line stand. */
export function spanOf({ at, lastAt, start, end }: Line): Passage["source"] {
	return { line: at + 1, start, end, ...(lastAt > at ? { end_line: lastAt + 1 } : {}) };
}

function marksBefore(text: string): number {
	let at = 0;
	while (edge.test(text[at] ?? "")) at++;
	return at;
}

function textBetween(
	page: readonly string[],
	{ at, start, lastAt, end }: Pick<Line, "at" | "start" | "lastAt" | "end">,
): string {
	if (at === lastAt) return (page[at] ?? "").slice(start, end);
	const inner = page.slice(at + 1, lastAt);
	return [(page[at] ?? "").slice(start), ...inner, (page[lastAt] ?? "").slice(0, end)].join("\n");
}

function endingOf(text: string): Line["ending"] {
	let at = text.length - 1;
	while (at >= 0 && /["”“»«’')\]\s\u200b-\u200f\u2066-\u2069]/u.test(text[at] ?? "")) at--;
	const last = text[at] ?? "";
	// "… by the U.S.": the stop of an abbreviation ends no sentence in a headline, and is rare in a body.
	if (last === "." && /\p{Lu}\.\p{Lu}$/u.test(text.slice(Math.max(0, at - 3), at))) return "open";
	if (last === "." || last === "…" || last === "۔" || last === "。") return "stop";
	if (last === "?" || last === "؟" || last === "!") return "question";
	if (last === ":" || last === "：") return "colon";
	return "open";
}
