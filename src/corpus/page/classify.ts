import type { PassageKind } from "../../domain/article.ts";
import type { NoticeText } from "../../domain/notice.ts";
import { markNotices } from "../notices/mark-notices.ts";
import { markBlocks } from "./body/blocks.ts";
import { isSpoken, markBody, markScraps } from "./body/body.ts";
import { markCaptions } from "./body/captions.ts";
import { markWeighedScraps, type WeighedScrap } from "./body/choosing/mark-scraps.ts";
import { markFarewell } from "./body/farewell.ts";
import { dayOfLine } from "./days/line-day.ts";
import type { FurnitureRole } from "./furniture-data.ts";
import type { WeighedLine } from "./head/choosing/choose-headline.ts";
import { markHead } from "./head/find-head.ts";
import { type TitleLine, titleSpan } from "./head/title-span.ts";
import { readLines } from "./lines.ts";
import { isParagraph, type MarkedLine, type Measure, measurePage } from "./marks.ts";
import { chosenName } from "./outlet/choosing/choose-name.ts";
import type { NameGroup } from "./outlet/choosing/name-group.ts";
import { gatherNames } from "./outlet/finding/gather-names.ts";
import { ownRole } from "./own-role.ts";
import type { PageRules } from "./page-rules.ts";

export type ClassifiedPage = {
	/** The lines that are not blank, each with its mark; null marks the article's own. */
	lines: MarkedLine[];
	title: TitleLine | null;
	/** The lines that were weighed as the headline; none where the page states it. */
	candidates: WeighedLine[];
	/** The publisher that the page itself names, listed or not; null where it does not. */
	outlet: string | null;
	/** Those that may be the publisher. */
	names: NameGroup[];
	/** The lines that were weighed as no part of the text they stand among. */
	scraps: WeighedScrap[];
	/** Kinds of the article's lines, by their index in `lines`. */
	kinds: Map<number, PassageKind>;
	/** Corrections and withdrawals that the page announces; their lines are no passages. */
	notices: NoticeText[];
};

/** What is known of a page before its lines are read. */
export type PageHints = {
	headings?: ReadonlySet<number>;
	title?: string | null;
	/** What the markup calls the site. */
	site?: string | null;
	/** Whether an extractor chose the lines. */
	chosen?: boolean;
};

/** Longer lines are never date lines. */
const longestDateLine = 18;
const longestSubhead = 16;

/**
 * Tells an article from its page's furniture, line by line: by the phrases of the data file, then
 * by structure. Linear in the length of the page.
 */
export function classifyPage(
	page: readonly string[],
	rules: PageRules,
	hints: PageHints = {},
): ClassifiedPage {
	const lines: MarkedLine[] = readLines(
		page,
		(text) => isApart(text, rules),
		(at) => hints.headings?.has(at) ?? false,
	).map((line) => {
		const date = printedDate(line.text, line.words.length, rules);
		const heading = hints.headings?.has(line.at) ?? false;
		return {
			...line,
			date,
			heading,
			mark: markAlone({ ...line, date, heading, mark: null }, rules),
		};
	});
	const notices = markNotices(lines, rules.notices, hints.title ?? null);
	const measure = measurePage(lines);
	markCaptions(lines, rules);
	markBlocks(lines, measure);
	const { index: heading, candidates } = markHead(lines, measure, rules, hints);
	freeChronology(lines, measure);
	markRepeats(lines, heading, hints.chosen ?? false);
	if (hints.chosen) markScraps(lines, measure);
	else markBody(lines, measure);
	const known = { title: heading, measure, site: hints.site ?? null };
	const names = gatherNames(lines, known, rules);
	const outlet = chosenName(names, rules.publishers);
	if (!hints.chosen) markFarewell(lines, { outlet, measure }, rules);
	const scraps = hints.chosen
		? []
		: markWeighedScraps(lines, { title: heading, outlet, measure }, rules);
	const title = heading === null ? null : titleSpan(lines, heading, outlet, rules);
	return {
		lines,
		title,
		candidates,
		outlet,
		names,
		scraps,
		kinds: kindsOf(lines, title, measure),
		notices,
	};
}

/** A date or a byline alone: no part of a paragraph that was wrapped, however full the lines around it are. */
function isApart(text: string, rules: PageRules): boolean {
	const [line] = readLines([text]);
	if (!line || line.ending === "stop" || line.words.length > longestDateLine) return false;
	if (printedDate(text, line.words.length, rules) !== null) return true;
	const role = ownRole(line, rules.furniture);
	return role !== null && apart.has(role);
}

const apart: ReadonlySet<FurnitureRole> = new Set([
	...(["byline", "copyright", "skipOpen", "block", "ending", "captionLabel"] as const),
]);

function printedDate(text: string, count: number, rules: PageRules): string | null {
	// "— Name (@name) 18 November 2019" signs what somebody posted.
	if (count === 0 || count > longestDateLine || !/\p{Nd}/u.test(text) || /@\w/.test(text))
		return null;
	// Which of two numbers is the day makes no difference to what kind of line it is.
	return dayOfLine(text, true, rules)?.value ?? null;
}

function markAlone(line: MarkedLine, rules: PageRules): MarkedLine["mark"] {
	const role = ownRole(line, rules.furniture);
	// "Published" and "updated" begin ordinary headlines too: only a date, or nothing, after them counts.
	if ((role === "published" || role === "updated") && line.date === null && line.words.length > 3)
		return null;
	if (role === null && line.date !== null) return "date";
	return role;
}

/** Dates that head paragraphs, two or more of them, are the headings of a chronology. */
function freeChronology(lines: MarkedLine[], measure: Measure): void {
	const heads = lines.filter((line, i) => {
		const next = lines[i + 1];
		const above = lines[i - 1];
		return (
			line.mark === "date" &&
			above?.mark === null &&
			next?.mark === null &&
			isParagraph(next, measure) &&
			isParagraph(above, measure)
		);
	});
	if (heads.length < 2) return;
	for (const line of heads) line.mark = null;
}

/**
 * The title said again, with or without the path to it; a picture's text and its caption, which are
 * two equal lines in a row; paragraphs that stand there twice; the beginning of one as a teaser.
 */
function markRepeats(lines: MarkedLine[], title: number | null, chosen: boolean): void {
	const heading = title === null ? undefined : lines[title];
	const seen = new Set<string>();
	const byBeginning = new Map<string, MarkedLine[]>();
	for (const line of lines) {
		if (line.mark !== null || line.words.length < teaserWords) continue;
		const beginning = beginningOf(line);
		const group = byBeginning.get(beginning);
		if (!group) byBeginning.set(beginning, [line]);
		else if (group.length < 8) group.push(line);
	}
	for (const [i, line] of lines.entries()) {
		if (line === heading || line.mark !== null) continue;
		const twin = lines[i + 1];
		if (heading && isTitleAgain(line, heading)) line.mark = "repeat";
		// What an extractor chose may say a thing twice, as lists and tables do; whole paragraphs do not.
		else if (chosen) {
			if (line.item || line.ending !== "stop" || line.words.length < repeatedWords) continue;
			if (seen.has(line.key)) line.mark = "repeat";
			seen.add(line.key);
		} else if (twin?.key === line.key && line.words.length <= 40) {
			line.mark = "caption";
			if (twin.mark === null) twin.mark = "caption";
		} else if (line.words.length >= 5) {
			if (seen.has(line.key) || isTeaser(line, byBeginning)) line.mark = "repeat";
			seen.add(line.key);
		}
	}
}

const teaserWords = 6;
const repeatedWords = 15;

function beginningOf(line: MarkedLine): string {
	return line.words
		.slice(0, teaserWords - 1)
		.map((word) => word.text)
		.join(" ");
}

/** A longer line below begins with the same words; a teaser's last one may be cut off. */
function isTeaser(line: MarkedLine, byBeginning: ReadonlyMap<string, MarkedLine[]>): boolean {
	if (line.words.length < teaserWords) return false;
	const begun = line.words
		.slice(0, -1)
		.map((word) => word.text)
		.join(" ");
	return (byBeginning.get(beginningOf(line)) ?? []).some(
		(other) =>
			other.at > line.at &&
			other.words.length > line.words.length &&
			(other.key.startsWith(`${line.key} `) ||
				(/(…|\.\.)\s*$/u.test(line.text) && other.key.startsWith(`${begun} `))),
	);
}

function isTitleAgain(line: MarkedLine, title: MarkedLine): boolean {
	if (line.key === title.key) return true;
	const extra = line.words.length - title.words.length;
	if (extra < 0) return isWithTail(title, line);
	if (title.words.length < 4 || extra === 0 || extra > 6) return false;
	const behind = line.text
		.slice(line.words[title.words.length - 1]?.end ?? 0)
		.replace(/^[?؟!…"”»\s]+/u, "");
	return (
		line.key.endsWith(` ${title.key}`) ||
		(line.key.startsWith(`${title.key} `) && /^[|\-–—:]/u.test(behind))
	);
}

/** The title's line adds the publisher's name to what the other one says. */
function isWithTail(title: MarkedLine, line: MarkedLine): boolean {
	const count = line.words.length;
	if (count < 4 || title.words.length - count > 6) return false;
	const behind = title.text.slice(title.words[count - 1]?.end ?? 0).trimStart();
	return title.key.startsWith(`${line.key} `) && /^(?:[|\-–—•·]|::)/u.test(behind);
}

function kindsOf(
	lines: readonly MarkedLine[],
	title: TitleLine | null,
	measure: Measure,
): Map<number, PassageKind> {
	const kinds = new Map<number, PassageKind>();
	const looseStops = measure.longLine < longestSubhead;
	const own = lines.flatMap((line, index) => (line.mark === null ? [{ line, index }] : []));
	for (const [i, { line, index }] of own.entries()) {
		const next = own[i + 1]?.line;
		const goesOn = /^\p{Ll}/u.test(next?.text ?? "");
		const heads =
			line.heading ||
			(!line.item &&
				!goesOn &&
				line.ending !== "stop" &&
				line.words.length <= (line.ending === "colon" ? 4 : looseStops ? 9 : longestSubhead) &&
				!isParagraph(line, measure) &&
				next !== undefined);
		kinds.set(index, isSpoken(line) ? "quote" : heads ? "subhead" : "body");
	}
	if (title) kinds.set(title.index, "title");
	return kinds;
}
