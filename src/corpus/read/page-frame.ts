import type { RawPage } from "../page/raw-page.ts";
import type { DomDocument } from "./dom.ts";
import { cellMark, type LineManner, linesOf } from "./html-lines.ts";
import { letters, plainName } from "./page-names.ts";

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
	cells: cellMark,
	links: cellMark,
	pictures: true,
};

/** A page as its readers see it: its lines, and which of them the markup calls headings. */
export type ShownPage = Pick<RawPage, "lines" | "headings">;

export function shownPage(document: DomDocument): ShownPage {
	return linesOf(document.querySelector("body") ?? document, wholePage);
}

/**
 * The lines around an article, as a reader of the page sees them: masthead, menu, headline, byline, the first
 * paragraphs, the foot. An extractor leaves most of them out, and they say whose page it is and of which day. What
 * the document is called stands below the headline. `at`: the headline's line, as `headlineAt` has it.
 */
export function frameOf(
	document: DomDocument,
	{ lines, headings }: ShownPage,
	at: number,
): ShownPage {
	const called = at < 0 ? null : plainName(document.querySelector("title")?.textContent);
	const first = Math.max(0, at - mostAbove);
	const end = Math.max(0, at) + mostBelow;
	const out: string[] = [];
	const marked = new Set<number>();
	const add = (from: number, to: number) => {
		for (let i = from; i < Math.min(to, lines.length); i++) {
			if (headings.has(i)) marked.add(out.length);
			// Cells beside the headline's are lines of their own.
			const own = i === at ? (lines[i] ?? "").split(cellMark) : [lines[i] ?? ""];
			out.push(...own.map((line) => line.slice(0, longestLine)));
			if (i === at && called !== null && called !== lines[i]) out.push(called);
		}
	};
	add(first, end);
	add(Math.max(end, lines.length - mostFoot), lines.length);
	return { lines: out, headings: marked };
}

/** The headline's line, rather where the markup calls it a heading; -1 where none says what it says. */
export function headlineAt({ lines, headings }: ShownPage, title: string | null): number {
	if (title === null) return -1;
	const wanted = letters(title);
	// Blanks and marks are no letters, and never more than those: what is much longer says more.
	const same = (line = ""): boolean =>
		line.length <= 2 * title.length + 20 && letters(line) === wanted;
	const heading = [...headings].find((at) => same(lines[at]));
	if (heading !== undefined) return heading;
	const alone = lines.findIndex(same);
	return alone >= 0 ? alone : lines.findIndex((line) => line.split(cellMark).some(same));
}
