import { foldWords } from "../../language/text/phrase-index.ts";
import { isArabic } from "../../language/text/tokens.ts";
import type { ClassifiedPage } from "./classify.ts";
import { agreement, bodyStems } from "./head/agreement.ts";
import { inMenu } from "./head/headline-rows.ts";
import type { MarkedLine } from "./marks.ts";
import type { PageRules } from "./page-rules.ts";

/** In words; a longer line is a sentence or a slogan. */
const longestName = 5;
const longestApp = 4;
/** Paragraphs in which a place, a day and the agency's name may begin. */
const leadParagraphs = 2;
/** Where the bracket of a dateline closes, at the latest. */
const datelineWidth = 90;

/** A name that a page may call its own, and where it stood. */
type Found = {
	name: string;
	place: "masthead" | "suffix" | "byline" | "app" | "follow" | "dateline";
	/** Nothing else has to confirm it. */
	sure?: boolean;
};

/**
 * The publisher that no list knows, by how the page names it: above the title, behind its author, as
 * an app, in its dateline. A name needs a word that publications have in theirs (Post, صحيفة), or
 * stands in a second such place of the page as well. Null where nothing is named, or two are.
 */
export function unknownOutlet(page: ClassifiedPage, rules: PageRules): string | null {
	const found = [
		...mastheads(page, rules),
		...suffixes(page, rules),
		...bylines(page),
		...follows(page),
		...apps(page, rules),
		...datelines(page, rules),
	].filter(({ name }) => isName(name, rules));
	const places = (name: string) =>
		new Set(found.flatMap((one) => (isSame(one.name, name) ? [one.place] : [])));
	for (const { name, place, sure } of found) {
		if (sure || places(name).size > 1 || isToldTo(page, name)) return name;
		if (place !== "dateline" && hasOutletWord(name, rules)) return name;
	}
	return null;
}

function mastheads({ lines, title }: ClassifiedPage, rules: PageRules): Found[] {
	const first = lines.findIndex((line) => line.mark === null);
	const body = bodyStems(lines, Math.max(first, 0));
	const above = lines.slice(0, title?.index ?? Math.max(first, 0));
	return above
		.filter(
			(line, index) =>
				line.date === null &&
				line.ending === "open" &&
				!isOther(line) &&
				(index === 0 || !inMenu(above, index)),
		)
		.flatMap((line) => {
			const parts = partsOf(line.text);
			// The name and its motto, the short name and the long one.
			const named = parts.filter((part) => hasOutletWord(part, rules));
			const issue = parts.length > 1 && parts.slice(1).some((part) => /\p{Nd}/u.test(part));
			const heads = line === lines[0] && (issue || isOverMenu(lines, title?.index ?? 0, body));
			const chosen = named.length > 0 ? named : parts.slice(0, parts.length > 2 && !issue ? 0 : 1);
			return chosen.map((name): Found => ({ name, place: "masthead", sure: heads }));
		});
}

/** Lines between the head of a page and its headline that are neither: a menu, a day. */
const fewestBetween = 2;
const leastAgreement = 0.67;

/** The first line of a page, with a menu between it and the headline, and nothing that the article speaks of. */
function isOverMenu(
	lines: ClassifiedPage["lines"],
	title: number,
	body: ReadonlySet<string>,
): boolean {
	const [first] = lines;
	if (!first || first.words.length < 2 || title <= fewestBetween) return false;
	const between = lines
		.slice(1, title)
		.filter(({ mark, words }) => mark !== null && words.length <= 6);
	const again = lines.some((line, index) => index > 0 && line.key === first.key);
	return (
		!again &&
		between.length >= fewestBetween &&
		agreement(first, body) < leastAgreement &&
		!/(?:^|\s)\p{Ll}{4,}/u.test(first.text)
	);
}

/** "Crane falls | Qarnah Post". */
function suffixes({ lines, title }: ClassifiedPage, rules: PageRules): Found[] {
	const line = title && lines[title.index];
	if (!line || title.to >= line.text.length) return [];
	const name = line.text.slice(title.to).replace(/^[\s|:\-–—]+/u, "");
	return isOutletName(name, rules) ? [{ name, place: "suffix", sure: true }] : [];
}

/** "Follow the Qarnah Post on X", «تابعوا الواحة على فيسبوك». */
function follows({ lines }: ClassifiedPage): Found[] {
	return lines.flatMap((line): Found[] => {
		if (line.mark === null || line.words.length > 10) return [];
		const name =
			/^Follow (?:the )?(.{2,40}?) (?:on|at) \S/u.exec(line.text)?.[1] ??
			/^(?:تابع|تابعوا|تابعونا)\s+[«"“]?(.{2,40}?)[»"”]?\s+(?:على|عبر)\s/u.exec(line.text)?.[1];
		return name && !/^(?:us|our|me)\b|^(?:حساب|صفحة|قناة|آخر|أحدث)/iu.test(name)
			? [{ name, place: "follow" }]
			: [];
	});
}

/** An unknown publication's name by its form: a word of the trade, or a few capitalised ones. */
export function isOutletName(name: string, rules: PageRules): boolean {
	if (!isName(name, rules)) return false;
	const words = name.trim().split(/\s+/u);
	return (
		hasOutletWord(name, rules) || (words.length <= longestApp && !/(?:^|\s)\p{Ll}/u.test(name))
	);
}

const isOther = ({ mark }: MarkedLine) =>
	mark === "caption" ||
	mark === "credit" ||
	mark === "related" ||
	mark === "source" ||
	mark === "block";

/** "By Lena Orr, The Qarnah Post", "كتب: سامر حداد - صحيفة الواحة". */
function bylines({ lines }: ClassifiedPage): Found[] {
	return lines.flatMap((line): Found[] => {
		if (line.mark !== "byline" || line.words.length > 12) return [];
		const parts = line.text.split(/\s+[-–—|/]\s+|[,،|]\s*/u);
		const last = parts.length > 1 ? parts.at(-1)?.trim() : undefined;
		// A place, a person, and whose both are.
		const sure = parts.length === 3 && isArabic(line.text);
		return last ? [{ name: last, place: "byline", sure }] : [];
	});
}

/** "Download the Qarnah Post app", «حمّل تطبيق الواحة». */
function apps({ lines }: ClassifiedPage, rules: PageRules): Found[] {
	return lines.flatMap((line): Found[] => {
		if (line.mark === null || line.mark === "title" || line.words.length > 12) return [];
		const at = line.words.findIndex((word) => rules.furniture.appWords.has(word.text));
		if (at < 0) return [];
		const word = line.words[at];
		const before = /(?:^|\s)(?:the|our)?\s*((?:\p{Lu}[\p{L}\p{N}'’-]*\s+){1,4})$/u.exec(
			line.text.slice(0, word?.start ?? 0),
		)?.[1];
		const behind = /^\s*[«"“]?([\p{Script=Arabic}][\p{Script=Arabic}\s]{2,40}?)[»"”]?\s*$/u.exec(
			line.text.slice(word?.end ?? 0),
		)?.[1];
		const name = (before ?? behind)
			?.split(/\s+ل(?!ل)\p{L}{5,}/u)[0]
			?.replace(/^(?:Download|Get|Install)\s+(?:the\s+)?/iu, "")
			.trim();
		return name && foldWords(name).length <= longestApp ? [{ name, place: "app", sure: true }] : [];
	});
}

/** "TUNIS, March 6 (Maghreb Wire) -": who sends it stands in brackets before the text begins. */
function datelines({ lines }: ClassifiedPage, rules: PageRules): Found[] {
	const lead = lines.filter((line) => line.mark === null && line.words.length >= 8);
	return lead.slice(0, leadParagraphs).flatMap((line): Found[] => {
		const name = /^[^().]{2,60}\(([^()]{3,40})\)\s*[-–—:]/u.exec(
			line.text.slice(0, datelineWidth),
		)?.[1];
		// What a known agency sends is printed by others.
		return name && rules.outlets.named(name)?.kind !== "agency"
			? [{ name, place: "dateline" }]
			: [];
	});
}

/** People speak to it, or saw it, in the body: "told X", "seen by X", «لـX». */
function isToldTo({ lines }: ClassifiedPage, name: string): boolean {
	const words = foldWords(name).join(" ");
	let times = 0;
	for (const line of lines) {
		if (line.mark !== null) continue;
		const at = ` ${line.key} `.indexOf(` ${words} `);
		if (at < 0) continue;
		if (/\b(?:told|by|with|to|tell)(?: the)?$/u.test(line.key.slice(0, Math.max(0, at)).trimEnd()))
			times++;
	}
	return times > 0;
}

function partsOf(text: string): string[] {
	return text
		.split(/\s+[-–—|•·:]+\s+|\s*\|\s*|\s{3,}|\t/u)
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

/** A line that is the name of a publication: it heads a page, and is no headline. */
export function isMasthead(text: string, rules: PageRules): boolean {
	return hasOutletWord(text, rules) && isName(text, rules) && !/\s\p{Ll}/u.test(text);
}

function hasOutletWord(name: string, rules: PageRules): boolean {
	const words = foldWords(name);
	return words.length > 1 && words.some((word) => rules.furniture.outletWords.has(word));
}

/** Some words that are no section, no label, no number and no sentence. */
function isName(name: string, rules: PageRules): boolean {
	const words = foldWords(name);
	if (words.length === 0 || words.length > longestName || name.length < 3) return false;
	if (/[.؟?!:،]$|[@#©>»›]| {2}|\p{Nd}{3}/u.test(name) || !/\p{L}/u.test(name)) return false;
	if (!/^[\p{Lu}\p{Lo}\p{N}«"“]/u.test(name)) return false;
	if (words.every((word) => rules.furniture.outletWords.has(word))) return false;
	for (const { value, end } of rules.furniture.rules.at(
		words.map((text) => ({ text, start: 0, end: 0, from: 0, to: 0 })),
		0,
	))
		if (value.match !== "end" && (value.match !== "whole" || end === words.length)) return false;
	return true;
}

/** The same name with and without its kind or its article: «الضفاف», «صحيفة الضفاف». */
function isSame(a: string, b: string): boolean {
	const [one, other] = [foldWords(a).join(" "), foldWords(b).join(" ")];
	return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`);
}
