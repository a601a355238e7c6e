import { foldWords } from "../../../language/text/phrase-index.ts";
import { hasLabel } from "../line-parts.ts";
import type { MarkedLine } from "../marks.ts";
import { isMenuRow } from "../menu-row.ts";
import { isBody, isMasthead, isSectionRow } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";
import { agreement, bodyStems } from "./agreement.ts";
import { isNamesAlone, longestAuthors } from "./authors-row.ts";
import { belowMenu, type Candidate } from "./below-menu.ts";
import { inMenu, inRow, inTwiceHeader, lastOfRow } from "./headline-rows.ts";
import { loneHeadline } from "./lone-headline.ts";
import { shortHeadline } from "./short-headline.ts";
import { isPlaceline } from "./standfirst.ts";

/** In words. */
export const longestTitle = 32;

/** Where the title stands among the lines before `first`; `stated`: what the page's head or the operator says it is. */
export function titleIndex(
	lines: readonly MarkedLine[],
	first: number,
	stated: string | null,
	rules: PageRules,
): number | null {
	const head = lines.slice(0, first);
	const wanted = stated === null ? null : comparable(stated);
	if (wanted) {
		const at = lines
			.slice(0, first + 1)
			.findIndex((line) => line.key === wanted || startsWith(line.key, wanted));
		if (at >= 0) return at;
	}
	const seen = new Map<string, number>();
	for (const line of lines) seen.set(line.key, (seen.get(line.key) ?? 0) + 1);
	const again = (at: number) => (seen.get(head[at]?.key ?? "") ?? 0) > 1;
	const standing = head.flatMap((line, index) =>
		isTitle(line, index) &&
		!isPlaceline(line, rules) &&
		!(index === 0 && !line.heading && isMasthead(line.text.split(" | ")[0] ?? "", rules)) &&
		!isRow(line.text) &&
		!(!line.heading && isPlainMenu(line.text, rules)) &&
		!inMenu(head, index) &&
		!inRow(head, index) &&
		!inTwiceHeader(head, index, again)
			? [{ line, index, words: line.words.length }]
			: [],
	);
	const body = bodyStems(lines, first);
	const below = belowMenu(head, standing, body, rules);
	const own = below.filter(({ index }) => !isBodysMasthead(head, index, body, rules));
	const about = withoutTicker(aboutTheBody(own, body), body);
	const candidates = about.filter(
		(one, at) => !isAuthors(lines, one, about[at - 1], { body, rules }),
	);
	const authors = new Set(about.filter((one) => !candidates.includes(one)).map((one) => one.index));
	const long = candidates.find((c) => c.words >= 5 && !c.line.item);
	const repeated = candidates.find((c) => c.words >= 4 && again(c.index));
	// Two equal lines in a row below a title are a picture's text and its caption.
	const isCaption =
		repeated &&
		long &&
		long.index < repeated.index &&
		head[repeated.index + 1]?.key === repeated.line.key;
	return (
		(
			candidates.find((c) => c.line.heading) ??
			(isCaption ? undefined : repeated) ??
			datedTitle(lines, candidates, body, authors) ??
			long ??
			candidates.findLast((c) => !c.line.item) ??
			candidates.find((c) => c.words >= 5) ??
			lastOfRow(
				head.map((line) => (isPlainMenu(line.text, rules) ? { ...line, mark: "menu" } : line)),
			) ??
			loneHeadline(lines, first, rules) ??
			shortHeadline(lines, first, body, rules) ??
			labelledHeadline(head, body)
		)?.index ?? null
	);
}

/** "Watch: …" below its section, or a day within it, where nothing else may be the headline and the text speaks of it. */
function labelledHeadline(
	head: readonly MarkedLine[],
	body: ReadonlySet<string>,
): { index: number } | undefined {
	const index = head.findIndex(
		(line) =>
			(labels.has(line.mark) || line.mark === "date") &&
			line.words.length >= shortestLabelled &&
			line.words.length <= longestTitle &&
			line.ending !== "stop" &&
			agreement(line, body) >= related.enough,
	);
	return index < 0 ? undefined : { index };
}

/** In words, with its label or its day. */
const shortestLabelled = 6;
/** "Explainer: …" and "Watch: …" head an article too. */
const labels = new Set<MarkedLine["mark"]>(["more", "ticker"]);

/** Lines at the top that a masthead stands on. */
const mastheadLines = 4;

/** A public body's name over its menu, as long as a headline, where a line below fits the text as well. */
function isBodysMasthead(
	head: readonly MarkedLine[],
	index: number,
	body: ReadonlySet<string>,
	rules: PageRules,
): boolean {
	const [line, menu, ...below] = head.slice(index);
	if (!line || index >= mastheadLines || !isBody(line.text, rules)) return false;
	if (menu?.mark !== "chrome" || !isMenuRow(menu.text)) return false;
	const own = agreement(line, body);
	return below.some((other, at) => isTitle(other, at + 1) && agreement(other, body) >= own);
}

/** A line that says of itself that it is news from elsewhere heads the page only where no other fits the text as well. */
function withoutTicker(
	candidates: readonly Candidate[],
	body: ReadonlySet<string>,
): readonly Candidate[] {
	const others = candidates.filter(({ line }) => !isTicker(line));
	const best = Math.max(0, ...others.map(({ line }) => agreement(line, body)));
	const told = candidates.filter(({ line }) => isTicker(line) && agreement(line, body) > best);
	return others.length === 0 || told.length > 0 ? candidates : others;
}

/** News from elsewhere, by its label or the picture before it. */
export function isTicker({ mark, text }: MarkedLine): boolean {
	return mark === "ticker" || /^[⚡🔴🚨🔔📢]/u.test(text);
}

/** A short line that the body does not speak of is the name of a page, even where nothing else is there. */
const longestMasthead = 4;
/** A line with less in common with the body is none of its headlines, where another one has more than this. */
const related = { least: 0.2, enough: 0.4, ofBest: 0.5, sure: 0.34 };

function aboutTheBody(
	candidates: readonly Candidate[],
	body: ReadonlySet<string>,
): readonly Candidate[] {
	if (body.size === 0) return candidates;
	const shares = candidates.map(({ line }) => agreement(line, body));
	const [only] = candidates;
	if (candidates.length === 1 && only)
		return !only.line.heading && (shares[0] ?? 0) <= related.least && only.words <= longestMasthead
			? []
			: candidates;
	const best = Math.max(...shares);
	if (best < related.enough) return candidates;
	return candidates.filter(
		(_, i) => (shares[i] ?? 0) >= Math.min(related.ofBest * best, related.sure),
	);
}

/** In words; a headline in title case is rarely made of as many names of sections. */
const shortestPlainMenu = 5;

/** "Home Latest Business Opinion Sport": sections with nothing between them, and no small word. */
function isPlainMenu(text: string, rules: PageRules): boolean {
	const words = text.split(/\s+/u);
	return (
		words.length >= shortestPlainMenu &&
		words.every((word) => /^\p{Lu}[\p{L}-]*$/u.test(word)) &&
		isSectionRow(text, rules)
	);
}

/** "Beirut - Samer Haddad - Al-Waha": a few words each, between three marks of one kind. */
function isRow(text: string): boolean {
	const parts = text.split(/(?<!\s)\s+[-–—|/]\s+/u);
	return parts.length > 2 && parts.every((part) => part.split(/\s+/u).length <= 3);
}

/**
 * Who wrote it, between a headline and its day: a few words that are all names, below a line that is none, or of which the
 * text speaks less than of that line.
 */
function isAuthors(
	lines: readonly MarkedLine[],
	{ line, index, words }: Candidate,
	above: Candidate | undefined,
	{ body, rules }: { body: ReadonlySet<string>; rules: PageRules },
): boolean {
	if (words > longestAuthors || line.heading || above?.index !== index - 1) return false;
	if (line.ending !== "open" || !isDated(lines, index)) return false;
	// Arabic has no capitals.
	if (/^\p{Lu}/u.test(line.text)) return isNamesAlone(line, above.line, rules);
	return agreement(line, body) < Math.min(agreement(above.line, body), related.sure);
}

/** In words: a standfirst is longer, and where it is not, a few words above it are a kicker. */
const longestHeadline = 10;

/** The candidate with a date or byline right below; with a standfirst between, the line above that. */
function datedTitle(
	lines: readonly MarkedLine[],
	candidates: readonly Candidate[],
	body: ReadonlySet<string>,
	authors: ReadonlySet<number>,
): Candidate | undefined {
	const at = candidates.findIndex(
		(c) => c.words >= 4 && (authors.has(c.index + 1) || isDated(lines, c.index)),
	);
	const dated = candidates[at];
	const above = candidates[at - 1];
	if (!dated || above?.index !== dated.index - 1) return dated;
	const [ofDated, ofAbove] = [agreement(dated.line, body), agreement(above.line, body)];
	// Authors stand there too, whom the text does not speak of.
	// A caption stands there too, and tells less of the story.
	const hasCaption = above.words >= 5 && isDay(lines[above.index - 1]) && ofAbove >= ofDated;
	const hasStandfirst =
		above.words >= (dated.words <= longestHeadline ? 5 : 4) &&
		dated.words >= 8 &&
		dated.words > above.words &&
		// «العوضي لـ«الصدى»: لا نقص …»: who said it and what, below a kicker, is the headline.
		!(hasLabel(dated.line.text) && !hasLabel(above.line.text)) &&
		// A motto has nothing of the story in it.
		(ofAbove > 0 || ofDated === 0);
	return hasStandfirst || hasCaption ? above : dated;
}

/** A line that is its day, above the headline. */
function isDay(line: MarkedLine | undefined): boolean {
	return line !== undefined && line.date !== null;
}

/** Points of a story between its headline and its day. */
const mostPoints = 3;

/** A date, a byline or the title again stands right below, or below points of the story. */
export function isDated(lines: readonly MarkedLine[], index: number): boolean {
	const key = lines[index]?.key;
	const next = lines[index + 1]?.key === key ? index + 2 : index + 1;
	const below = lines.slice(next, next + mostPoints + 1).find(({ item }) => !item);
	return (
		below !== undefined &&
		(below.date !== null || below.mark === "published" || below.mark === "byline")
	);
}

function isTitle(line: MarkedLine, index: number): boolean {
	const labelled = index === 0 && labels.has(line.mark);
	if (line.mark !== null && !labelled) return false;
	const count = line.words.length;
	return (
		count >= (line.heading ? 2 : 3) &&
		count <= longestTitle &&
		line.ending !== "stop" &&
		line.date === null
	);
}

function comparable(text: string): string {
	return foldWords(text).join(" ");
}

function startsWith(key: string, wanted: string): boolean {
	return wanted.length >= 20 && key.startsWith(wanted) && key.length < wanted.length + 40;
}
