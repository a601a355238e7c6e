import type { RawPage } from "../page/raw-page.ts";
import type { DomDocument } from "./dom.ts";
import { type LineManner, linesOf } from "./html-lines.ts";
import { plainName } from "./page-names.ts";

/** Lines above the headline, with a menu of which each entry is one; of the text below it; and of the page's foot. */
const mostAbove = 150;
const mostBelow = 200;
const mostFoot = 40;
/** In UTF-16 units; what a picture is called and what a menu holds is shorter. */
const longestLine = 3_000;

const wholePage: LineManner = {
	dropped: new Set(
		"AUDIO BUTTON CANVAS FIGCAPTION IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO HEAD".split(
			" ",
		),
	),
	cells: " | ",
	links: " | ",
	pictures: true,
};

/**
 * The lines around an article, as a reader of the page sees them: masthead, menu, headline, byline, the first
 * paragraphs, the foot. An extractor leaves most of them out, and they say whose page it is and of which day. What
 * the document is called stands below the headline. `title`: the headline; null where the page has none.
 */
export function frameOf(
	document: DomDocument,
	title: string | null,
): Pick<RawPage, "lines" | "headings"> {
	const { lines, headings } = linesOf(document.querySelector("body") ?? document, wholePage);
	const at = headlineAt(lines, headings, title);
	const called = at < 0 ? null : plainName(document.querySelector("title")?.textContent);
	const first = Math.max(0, at - mostAbove);
	const end = Math.max(0, at) + mostBelow;
	const out: string[] = [];
	const own = new Set<number>();
	const add = (from: number, to: number) => {
		for (let i = from; i < Math.min(to, lines.length); i++) {
			if (headings.has(i)) own.add(out.length);
			out.push((lines[i] ?? "").slice(0, longestLine));
			if (i === at && called !== null && called !== lines[i]) out.push(called);
		}
	};
	add(first, end);
	add(Math.max(end, lines.length - mostFoot), lines.length);
	return { lines: out, headings: own };
}

/** The headline's line, rather where the markup calls it a heading; -1 where none says what it says. */
function headlineAt(
	lines: readonly string[],
	headings: ReadonlySet<number>,
	title: string | null,
): number {
	if (title === null) return -1;
	const wanted = letters(title);
	// Blanks and marks are no letters, and never more than those: what is much longer says more.
	const same = (line = "") => line.length <= 2 * title.length + 20 && letters(line) === wanted;
	const heading = [...headings].find((at) => same(lines[at]));
	return heading ?? lines.findIndex(same);
}

function letters(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
