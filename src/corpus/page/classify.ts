import { isSpoken, markBody } from "./body.ts";
import { markBlocks } from "./blocks.ts";
import { markCaptions } from "./captions.ts";
import { markHead, type TitleLine } from "./head.ts";
import { readLines } from "./lines.ts";
import { isParagraph, type MarkedLine, measurePage } from "./marks.ts";
import { ownRole } from "./own-role.ts";
import type { PageRules } from "./page-rules.ts";
import type { PassageKind } from "../../domain/article.ts";

export type ClassifiedPage = {
	/** The lines that are not blank, each with its mark; null marks the article's own. */
	lines: MarkedLine[];
	title: TitleLine | null;
	/** Kinds of the article's lines, by their index in `lines`. */
	kinds: Map<number, PassageKind>;
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
	hints: { headings?: ReadonlySet<number>; title?: string | null } = {},
): ClassifiedPage {
	const lines: MarkedLine[] = readLines(page).map((line) => {
		const date = printedDate(line.text, line.words.length, rules);
		const heading = hints.headings?.has(line.at) ?? false;
		return { ...line, date, heading, mark: markAlone({ ...line, date, heading, mark: null }, rules) };
	});
	const measure = measurePage(lines);
	markCaptions(lines, rules);
	markBlocks(lines, measure);
	const title = markHead(lines, measure, rules, hints.title ?? null);
	markRepeats(lines, title);
	markBody(lines, measure);
	return { lines, title, kinds: kindsOf(lines, title, measure.longLine) };
}

function printedDate(text: string, count: number, rules: PageRules): string | null {
	if (count === 0 || count > longestDateLine || !/\p{Nd}/u.test(text)) return null;
	return rules.readDateLine(text)?.value ?? null;
}

function markAlone(line: MarkedLine, rules: PageRules): MarkedLine["mark"] {
	const role = ownRole(line, rules.furniture);
	// "Published" and "updated" begin ordinary headlines too: only a date, or nothing, after them counts.
	if ((role === "published" || role === "updated") && line.date === null && line.words.length > 3)
		return null;
	if (role === null && line.date !== null) return "date";
	return role;
}

/** The title said again, with or without the path to it, and paragraphs that stand there twice. */
function markRepeats(lines: MarkedLine[], title: TitleLine | null): void {
	const heading = title && lines[title.index];
	const seen = new Set<string>();
	for (const line of lines) {
		if (line === heading || line.mark !== null) continue;
		if (heading && isTitleAgain(line, heading)) line.mark = "repeat";
		else if (line.words.length >= 5) {
			if (seen.has(line.key)) line.mark = "repeat";
			seen.add(line.key);
		}
	}
}

function isTitleAgain(line: MarkedLine, title: MarkedLine): boolean {
	if (line.key === title.key) return true;
	const extra = line.words.length - title.words.length;
	return title.words.length >= 4 && extra > 0 && extra <= 6 && line.key.endsWith(` ${title.key}`);
}

function kindsOf(
	lines: readonly MarkedLine[],
	title: TitleLine | null,
	longLine: number,
): Map<number, PassageKind> {
	const kinds = new Map<number, PassageKind>();
	const own = lines.flatMap((line, index) => (line.mark === null ? [{ line, index }] : []));
	for (const [i, { line, index }] of own.entries()) {
		const next = own[i + 1]?.line;
		const heads =
			line.heading ||
			(!line.item &&
				line.ending !== "stop" &&
				line.words.length <= longestSubhead &&
				!isParagraph(line, { longLine }) &&
				next !== undefined);
		kinds.set(index, isSpoken(line) ? "quote" : heads ? "subhead" : "body");
	}
	if (title) kinds.set(title.index, "title");
	return kinds;
}
