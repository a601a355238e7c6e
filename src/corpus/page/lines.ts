import { type Token, tokens } from "../../language/text/tokens.ts";
import { unwrap } from "../../language/text/unwrap.ts";
import { segmentsOf } from "./segments.ts";
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
export function readLines(page: readonly string[]): Line[] {
	return paragraphsOf(segmentsOf(page)).flatMap((segments) => {
		const [first] = segments;
		const last = segments.at(-1);
		if (!first || !last) return [];
		const marker = bullet.exec(first.text.slice(0, 12))?.[0].length ?? 0;
		const start = first.start + (marker < first.text.length ? marker : 0);
		const raw = textBetween(page, { at: first.at, start, lastAt: last.at, end: last.end });
		const { text } = unwrap(raw);
		const words = tokens(text);
		return [
			{
				...{ at: first.at, lastAt: last.at, start, end: last.end, raw, text, words },
				key: words.map((word) => word.text).join(" "),
				item: marker > 0,
				ending: endingOf(text),
				gapBefore: first.gapBefore,
			},
		];
	});
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
	if (last === "." || last === "…" || last === "۔") return "stop";
	if (last === "?" || last === "؟" || last === "!") return "question";
	if (last === ":" || last === "：") return "colon";
	return "open";
}
