import { foldWords } from "../../../../language/text/phrase-index.ts";
import { countWords, partsOf } from "../../line-parts.ts";
import type { Mark, MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import type { FoundName } from "../name-places.ts";
import type { NamedPage } from "./head-names.ts";
import { offeredRuns, runsIn } from "./name-runs.ts";

/** In words: names of ministries are long; a longer piece of a line is a sentence. */
const longestPiece = 8;
const longestHeading = 6;
/** In words, and in UTF-16 units: a line that may hold a name among other things. */
const longestLine = 30;
const widestLine = 300;
/** Of each part of the page: lines that are looked through, and pieces; a page that names more has its own name among the first or the last. */
const mostLines = 200;
const mostPieces = 50;
/** Lines at a page's end that may tell whose it is, even where they pass for its text. */
const lastLines = 4;

/** What names others: headlines from elsewhere, who took a picture, whose text it is. */
const others = new Set<Mark | null>(["related", "caption", "credit", "captionLabel", "source"]);

type Where = "above" | "below" | "foot";

/**
 * Every piece of the lines around the text that may be a name, whatever its form: what none of the forms in which pages
 * name themselves fits is told by what else is known of it.
 */
export function spottedNames({ lines, title, first }: NamedPage, rules: PageRules): FoundName[] {
	const head = title ?? first;
	const foot = lines
		.slice(first)
		.filter(({ mark }, at, all) => mark !== null || at >= all.length - lastLines);
	const heading = title === null ? undefined : lines[title];
	return [
		...(heading && heading.words.length <= longestHeading && isPiece(heading.text)
			? [{ name: heading.text, place: "titleAlone" as const }]
			: []),
		...spottedIn(lines.slice(0, Math.min(head, mostLines)), "above", rules).slice(0, mostPieces),
		...spottedIn(lines.slice(head + 1, first).slice(0, mostLines), "below", rules).slice(
			0,
			mostPieces,
		),
		...spottedIn(foot.slice(-mostLines), "foot", rules).slice(-mostPieces),
	];
}

function spottedIn(lines: readonly MarkedLine[], where: Where, rules: PageRules): FoundName[] {
	return lines.flatMap((line): FoundName[] => {
		if (others.has(line.mark) || line.words.length > longestLine || line.text.length > widestLine)
			return [];
		const parts = partsOf(line.text)
			.flatMap(({ text }) => text.split(/[,،:؛;()<>©]\s*|\.\s+|(?<=\p{L})[-–—]\s+/u))
			.map(trimmed)
			.filter((part) => part !== "");
		const own =
			line.mark === null
				? []
				: parts.filter(
						(part) => isPiece(part) && !isNumber(part, line) && !isAuthored(part, rules),
					);
		const place = parts.length === 1 ? (`${where}Alone` as const) : (`${where}Part` as const);
		// A listed outlet in the middle of a line is one that is spoken of.
		const inside = parts
			.flatMap((part) =>
				[...runsIn(part, rules), ...offeredRuns(part, rules)]
					.map(trimmed)
					.map(withoutOwner)
					.filter((run) => run !== part && !(isAuthored(part, rules) && isRole(run, rules))),
			)
			.filter((run) => isPiece(run) && !rules.outlets.named(run));
		return [
			...own.map((name): FoundName => ({ name, place })),
			...inside.map(
				(name): FoundName => ({ name, place: isOwn(name, line) ? `${where}Run` : "textRun" }),
			),
		];
	});
}

/** A day or a year: "Nov 2023", «السنة 28». */
function isNumber(part: string, line: MarkedLine): boolean {
	return /\p{Nd}{3}/u.test(part) || (/\p{Nd}/u.test(part) && line.date !== null);
}

/** "By Lena Orr", and what she is. */
function isAuthored(part: string, { furniture }: PageRules): boolean {
	const [first = ""] = foldWords(part.split(/\s/u, 1)[0] ?? "");
	return furniture.authorWords.has(first) || part.includes("@");
}

/** "Local Press Reporter", where an author stands before it. */
function isRole(run: string, { furniture }: PageRules): boolean {
	return furniture.roleWords.has(foldWords(run).at(-1) ?? "");
}

/** The text's last lines may speak of the page's own paper, at their beginning: "Harrow Gazette is part of …", "— Lena Orr, Harrow Gazette". */
function isOwn(run: string, { mark, text }: MarkedLine): boolean {
	return mark !== null || /^[-–—(]/u.test(text) || text.startsWith(run);
}

/** "Harbour Ledger's free morning letter". */
function withoutOwner(run: string): string {
	return run.replace(/['’]s$/u, "");
}

/** Without marks and signs around it. */
function trimmed(part: string): string {
	return part
		.replace(/^[^\p{L}\p{N}«"“]+/u, "")
		.replace(/[^\p{L}\p{M}\p{N}!»"”]+$/u, "")
		.trim();
}

function isPiece(part: string): boolean {
	return (
		part.length >= 3 &&
		part.length <= 80 &&
		/^[\p{Lu}\p{Lo}\p{N}«"“]/u.test(part) &&
		/\p{L}{2}/u.test(part) &&
		countWords(part) <= longestPiece
	);
}
