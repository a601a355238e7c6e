import { foldWords } from "../../../language/text/phrase-index.ts";
import type { MarkedLine } from "../marks.ts";
import { isMasthead } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";
import { agreement, bodyStems } from "./agreement.ts";
import { inMenu, inRow, inTwiceHeader, lastOfRow } from "./headline-rows.ts";
import { loneHeadline } from "./lone-headline.ts";
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
		!inMenu(head, index) &&
		!inRow(head, index) &&
		!inTwiceHeader(head, index, again)
			? [{ line, index, words: line.words.length }]
			: [],
	);
	const body = bodyStems(lines, first);
	const candidates = withoutTicker(aboutTheBody(standing, body), body);
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
			datedTitle(lines, candidates, body) ??
			long ??
			candidates.findLast((c) => !c.line.item) ??
			candidates.find((c) => c.words >= 5) ??
			lastOfRow(head) ??
			loneHeadline(lines, first, rules)
		)?.index ?? null
	);
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

/** "Beirut - Samer Haddad - Al-Waha": a few words each, between three marks of one kind. */
function isRow(text: string): boolean {
	const parts = text.split(/(?<!\s)\s+[-–—|/]\s+/u);
	return parts.length > 2 && parts.every((part) => part.split(/\s+/u).length <= 3);
}

type Candidate = { line: MarkedLine; index: number; words: number };

/** In words: a standfirst is longer, and where it is not, a few words above it are a kicker. */
const longestHeadline = 10;

/** The candidate with a date or byline right below; with a standfirst between, the line above that. */
function datedTitle(
	lines: readonly MarkedLine[],
	candidates: readonly Candidate[],
	body: ReadonlySet<string>,
): Candidate | undefined {
	const at = candidates.findIndex((c) => c.words >= 4 && isDated(lines, c.index));
	const dated = candidates[at];
	const above = candidates[at - 1];
	const hasStandfirst =
		dated !== undefined &&
		above?.index === dated.index - 1 &&
		above.words >= (dated.words <= longestHeadline ? 5 : 4) &&
		dated.words >= 8 &&
		dated.words > above.words &&
		// A motto has nothing of the story in it.
		(agreement(above.line, body) > 0 || agreement(dated.line, body) === 0);
	return hasStandfirst ? above : dated;
}

/** A date, a byline or the title again stands right below. */
function isDated(lines: readonly MarkedLine[], index: number): boolean {
	const key = lines[index]?.key;
	const below = lines[index + 1]?.key === key ? lines[index + 2] : lines[index + 1];
	return (
		below !== undefined &&
		(below.date !== null || below.mark === "published" || below.mark === "byline")
	);
}

function isTitle(line: MarkedLine, index: number): boolean {
	// "Explainer: …" and "Watch: …" head an article where they stand at the very top.
	const labelled = index === 0 && (line.mark === "more" || line.mark === "ticker");
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
