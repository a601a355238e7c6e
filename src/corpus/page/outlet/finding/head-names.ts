import { foldWords } from "../../../../language/text/phrase-index.ts";
import { agreement, bodyStems } from "../../head/agreement.ts";
import { inMenu, isTicker } from "../../head/headline-rows.ts";
import { countWords, type LinePart, partsOf } from "../../line-parts.ts";
import type { MarkedLine } from "../../marks.ts";
import { isMenuRow } from "../../menu-row.ts";
import type { PageRules } from "../../page-rules.ts";
import type { BodyMentions } from "../in-body.ts";
import {
	asksFor,
	hasOutletWord,
	isBody,
	isCapitalised,
	isName,
	isOutletName,
	isSection,
	isSectionRow,
	longestMotto,
} from "../name-form.ts";
import type { FoundName } from "../name-places.ts";

/** The lines of a page, where its headline and its first paragraph stand, and how the text speaks of a name. */
export type NamedPage = {
	lines: readonly MarkedLine[];
	title: number | null;
	first: number;
	mentions: BodyMentions;
};

const foreign = new Set<MarkedLine["mark"]>([
	...(["caption", "captionLabel", "credit", "related", "source", "block"] as const),
	...(["promo", "ticker", "more", "copyright", "skipOpen", "skipClose"] as const),
]);
/** What may stand above a masthead. */
const preamble = new Set<MarkedLine["mark"]>(["chrome", "promo", "ticker", "more", "date"]);
/** A name that shares more with the text is what the text is about. */
const leastAgreement = 0.67;
/** Lines that are neither name nor headline, between the two. */
const fewestBetween = 2;
const longestBetween = 6;

/** The names above the headline. */
export function headNames(page: NamedPage, rules: PageRules): FoundName[] {
	const { lines, title, first } = page;
	const above = lines.slice(0, title ?? first);
	const top = topOf(above, rules);
	const body = bodyStems(lines, first);
	return above.flatMap((line, index): FoundName[] => {
		if (line.ending !== "open" || foreign.has(line.mark)) return [];
		const parts = partsOf(line.text);
		if (index !== top && inMenu(above, index) && !isBesideMenu(above, index)) return [];
		const before = nameBeforeDay(line, rules);
		if (before) return [{ name: before, place: "dated" }];
		const issue = parts.length > 1 && parts.slice(1).some(({ text }) => /\p{Nd}/u.test(text));
		if (line.date !== null && parts.length < 2) return [];
		const first = parts[0]?.text ?? "";
		const heads = index === top || index === 0;
		if (heads && isOverSections(parts, rules)) return [{ name: first, place: "section" }];
		if (parts.length === 1 && isOverSection(above, index))
			return [{ name: first, place: "section" }];
		// The name and its motto, the short name and the long one.
		const named = parts.filter(({ text }) => hasOutletWord(text, rules));
		const chosen = named.length > 0 ? named : parts.slice(0, parts.length > 2 && !issue ? 0 : 1);
		const dated = line.date !== null;
		if (parts.length > 2 && !issue && !dated) return entryNames(heads ? parts : chosen, heads);
		const over = index === top && !dated ? overWhat(page, index, body, rules) : null;
		const place = index === 0 && issue && !dated ? "issue" : (over ?? "masthead");
		// Of two, the second is the long name or the motto.
		return chosen.map(
			({ text }, at): FoundName => ({ name: text, place: at === 0 ? place : "masthead" }),
		);
	});
}

/** The first line that may be the page's name: where it is too long for one, the name may stand between it and the menu. */
function topOf(above: readonly MarkedLine[], rules: PageRules): number {
	const top = above.findIndex((line) => !isPreamble(line, rules));
	const [motto, name, menu] = above.slice(Math.max(top, 0));
	if (top < 0 || !motto || !name || !isMotto(motto)) return top;
	// A state's name over its ministry's.
	if (isBody(name.text, rules) && !isBody(motto.text, rules) && !hasOutletWord(motto.text, rules))
		return top + 1;
	const isOwn = isName(partsOf(motto.text)[0]?.text ?? "", rules) || isBody(motto.text, rules);
	return !isOwn && isName(name.text, rules) && isMenu(menu, rules) ? top + 1 : top;
}

/** "Harbour Weekly > News > Prices", "Harbour Weekly | Sport": nothing but sections behind the name. */
function isOverSections([name, ...sections]: readonly LinePart[], rules: PageRules): boolean {
	// One word before more than one section is a section itself: "Front | Sport | Letters".
	if (!name || sections.length === 0) return false;
	if (sections.length > 1 && countWords(name.text) < 2) return false;
	return sections.every(({ text }) => isSection(text, rules));
}

/** The entries of a menu: of the page's first line, the first one may be whose page it is. */
function entryNames([first, ...others]: readonly { text: string }[], top: boolean): FoundName[] {
	if (!first || (top && countWords(first.text) < 2)) return [];
	const leads: FoundName = { name: first.text, place: top ? "lead" : "entry" };
	return [
		leads,
		...(top ? [] : others.map(({ text }): FoundName => ({ name: text, place: "entry" }))),
	];
}

function isMenu(line: MarkedLine | undefined, rules: PageRules): boolean {
	if (line === undefined || line.date !== null) return false;
	return isMenuRow(line.text) || isSectionRow(line.text, rules);
}

/** What may stand between a masthead and its menu. */
function isMotto(line: MarkedLine | undefined): boolean {
	return line !== undefined && line.date === null && line.words.length <= longestMotto;
}

/** A masthead stands over its page's menu, or under it. */
function isBesideMenu(above: readonly MarkedLine[], index: number): boolean {
	return [index - 1, index + 1].some((at) => isMenuRow(above[at]?.text ?? ""));
}

/** Between a menu and the section of it that the page belongs to. */
function isOverSection(above: readonly MarkedLine[], index: number): boolean {
	const [menu, section] = [above[index - 1], above[index + 1]];
	if (!menu || !section || !isMenuRow(menu.text)) return false;
	return partsOf(menu.text).some(({ text }) => foldWords(text).join(" ") === section.key);
}

/** As many words a day behind a name has: Monday 6 February 2023. */
const longestDay = 6;

/**
 * The Harbour Gazette, 6 February 2023: a name with a word of the trade, a comma and a day. Without such a
 * word it may be the place of a dateline.
 */
function nameBeforeDay(line: MarkedLine, rules: PageRules): string | undefined {
	const [, name = "", day = ""] = /^([^,،\p{Nd}]{3,60})[,،]\s*(.{1,60})$/u.exec(line.text) ?? [];
	if (line.date === null || !/\p{Nd}/u.test(day) || countWords(day) > longestDay) return undefined;
	return hasOutletWord(name, rules) && isOutletName(name, rules) ? name.trim() : undefined;
}

/** A menu's row is no preamble where it holds the name before its section, and a day none where it holds a name. */
function isPreamble(line: MarkedLine, rules: PageRules): boolean {
	if (isTicker(line) || line.mark === "skipOpen") return true;
	if (!preamble.has(line.mark)) return false;
	if (!/\p{Nd}/u.test(line.text)) return true;
	return (
		line.date !== null &&
		nameBeforeDay(line, rules) === undefined &&
		partsOf(line.text).every(({ text }) => /\p{Nd}/u.test(text) || isSection(text, rules))
	);
}

/** The first line of a page, with a menu or a day between it and the headline, and nothing that the article speaks of. */
function overWhat(
	{ lines, title, mentions }: NamedPage,
	top: number,
	body: ReadonlySet<string>,
	rules: PageRules,
): "top" | "day" | null {
	const line = lines[top];
	if (!line || title === null || title <= top + 1) return null;
	const again = lines.some((other, index) => index > top && other.key === line.key);
	// "Harbour Watchman | Be informed": its motto stands behind it.
	const parts = partsOf(line.text);
	const name = (parts.length === 2 && parts[0]?.text) || line.text;
	const ofBody = isBody(name, rules);
	if (again || !(ofBody || isCapitalised(name, rules)) || asksFor(name, rules)) return null;
	const between = lines
		.slice(top + 1, title)
		.filter(({ mark }) => mark !== "promo" && mark !== "ticker");
	const [next, below] = between;
	const mentioned = mentions.of(name);
	// One word may be anything that a page begins with, even there.
	if (countWords(name) < 2) return isMenu(next, rules) && !mentioned.has("bare") ? "day" : null;
	if (isMenu(next, rules) || (isMotto(next) && isMenu(below, rules))) return "top";
	if (mentioned.has("bare") && !ofBody) return null;
	const signs = mentioned.has("signed") || mentioned.has("told");
	if (!signs && !ofBody && agreement(line, body) >= leastAgreement) return null;
	if (next && isSection(next.text, rules)) return "top";
	const short = between.filter(
		({ mark, words, date }) => mark !== null && date === null && words.length <= longestBetween,
	);
	return short.length >= fewestBetween ? "top" : next && next.date !== null ? "day" : null;
}

/** A line of its own between headline and text that has a word of the trade, or a name beside a day. */
export function besideNames({ lines, title, first }: NamedPage, rules: PageRules): FoundName[] {
	if (title === null) return [];
	return lines.slice(title + 1, first).flatMap((line): FoundName[] => {
		if (foreign.has(line.mark) || line.ending !== "open") return [];
		const parts = partsOf(line.text);
		const [part] = parts;
		if (!part) return [];
		const before = nameBeforeDay(line, rules);
		if (before) return [{ name: before, place: "beside" }];
		const alone = parts.length === 1 && line.date === null && hasOutletWord(part.text, rules);
		const dated = parts.length === 2 && line.date !== null && !/\p{Nd}/u.test(part.text);
		if (!isOutletName(part.text, rules)) return [];
		if (alone || dated) return [{ name: part.text, place: "beside" }];
		// «إذاعة الخور / لينا عرنوق»: an agency is credited so too, and more than this has to name it.
		const leads = parts.length === 2 && hasOutletWord(part.text, rules);
		return parts.length === 1 || leads ? [{ name: part.text, place: "line" }] : [];
	});
}
