import { foldWords } from "../../language/text/phrase-index.ts";
import { isArabic } from "../../language/text/tokens.ts";
import type { ClassifiedPage } from "./classify.ts";
import { agreement, bodyStems } from "./head/agreement.ts";
import { inMenu } from "./head/headline-rows.ts";
import type { MarkedLine } from "./marks.ts";
import { hasOutletWord, isName, isOutletName } from "./name-form.ts";
import type { PageRules } from "./page-rules.ts";

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
		...follows(page, rules),
		...apps(page, rules),
		...datelines(page, rules),
	].filter(({ name }) => isName(name, rules));
	const places = (name: string) =>
		new Set(found.flatMap((one) => (isSame(one.name, name) ? [one.place] : [])));
	for (const { name, place, sure } of found) {
		if (sure || places(name).size > 1 || isToldTo(page, name, rules)) return name;
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
function follows({ lines }: ClassifiedPage, { furniture }: PageRules): Found[] {
	return lines.flatMap((line): Found[] => {
		const [first, second] = line.words;
		if (line.mark === null || line.words.length > 10 || !first || !second) return [];
		if (!furniture.followWords.has(first.text) || furniture.notFollowed.has(second.text)) return [];
		const on = line.words.findIndex((word, at) => at > 1 && furniture.followOn.has(word.text));
		// "The" with a capital is a part of the name.
		const leads = furniture.appLead.has(second.text) && isLower(line.text, second.start);
		const from = leads ? line.words[2] : second;
		if (on < 0 || !from) return [];
		const name = line.text.slice(from.start, line.words[on - 1]?.end);
		return name ? [{ name, place: "follow" }] : [];
	});
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
function apps({ lines }: ClassifiedPage, { furniture }: PageRules): Found[] {
	return lines.flatMap((line): Found[] => {
		if (line.mark === null || line.mark === "title" || line.words.length > 12) return [];
		const at = line.words.findIndex((word) => furniture.appWords.has(word.text));
		const word = line.words[at];
		if (!word) return [];
		const name = isArabic(word.text) ? nameBehind(line, at) : nameBefore(line, at, furniture);
		return name && foldWords(name).length <= longestApp ? [{ name, place: "app", sure: true }] : [];
	});
}

function isLower(text: string, at: number): boolean {
	return /^\p{Ll}/u.test(text.slice(at, at + 2));
}

function nameBefore(line: MarkedLine, at: number, furniture: PageRules["furniture"]): string {
	let from = at;
	while (from > 0) {
		const word = line.words[from - 1];
		const leads = from === 1 && word !== undefined && furniture.appLead.has(word.text);
		if (!word || leads || isLower(line.text, word.start)) break;
		from--;
	}
	return line.text.slice(line.words[from]?.start ?? 0, line.words[at - 1]?.end ?? 0);
}

/** What it is for («لمتابعة …») is no part of the name. */
function nameBehind(line: MarkedLine, at: number): string {
	const rest = line.words.slice(at + 1);
	const purpose = rest.findIndex(({ text }, index) => index > 0 && /^ل(?!ل)\p{L}{5}/u.test(text));
	const words = purpose < 0 ? rest : rest.slice(0, purpose);
	return line.text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
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

/** People speak to it, or show it something, in the body: "told X", "seen by X". */
function isToldTo({ lines }: ClassifiedPage, name: string, { furniture }: PageRules): boolean {
	const words = foldWords(name);
	return lines.some(
		(line) =>
			line.mark === null &&
			line.words.some(
				(_, at) =>
					at > 0 &&
					furniture.toldTo.has(line.words[at - 1]?.text ?? "") &&
					words.every((word, i) => line.words[at + i]?.text === word),
			),
	);
}

function partsOf(text: string): string[] {
	return text
		.split(/\s+[-–—|•·:]+\s+|\s*\|\s*|\s{3,}|\t/u)
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

/** The same name with and without its kind or its article: «الضفاف», «صحيفة الضفاف». */
function isSame(a: string, b: string): boolean {
	const [one, other] = [foldWords(a).join(" "), foldWords(b).join(" ")];
	return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`);
}
