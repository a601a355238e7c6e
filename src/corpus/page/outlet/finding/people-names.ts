import { foldWords } from "../../../../language/text/phrase-index.ts";
import { isArabic, tokens } from "../../../../language/text/tokens.ts";
import { partsOf } from "../../line-parts.ts";
import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { isCapitalised, isOrFor, isSection } from "../name-form.ts";
import type { FoundName } from "../name-places.ts";

/** In words. */
const longestByline = 12;
const longestRole = 14;

const behindDash = /^[^،,:.–—-]{0,40}\s[-–—]\s([^،,:.–—-]{3,40})$/u;

/** A byline that ends with agencies looks like a caption. */
const bylines = new Set<MarkedLine["mark"]>(["byline", "source", "menu", "caption"]);

const quoted = /[«"“]([^«»"“”]{3,40})[»"”]/u;

/** "By Lena Orr, The Qarnah Post", "كتب: سامر حداد - صحيفة الواحة", "X staff", "is a columnist for X". */
export function peopleNames(lines: readonly MarkedLine[], rules: PageRules): FoundName[] {
	return lines.flatMap((line): FoundName[] => {
		const role = roleName(line, rules) ?? staffName(line, rules);
		if (role) return [role];
		if (!bylines.has(line.mark)) return [];
		const whose = /\sلـ?\s?[«"“]([^«»"“”]{3,40})[»"”]\s*:?$/u.exec(line.text)?.[1];
		if (whose) return [{ name: whose, place: "role" }];
		if (line.words.length > longestByline || line.ending === "stop") return [];
		return bylineNames(line, rules);
	});
}

function bylineNames(line: MarkedLine, rules: PageRules): FoundName[] {
	const parts = partsOf(line.text).flatMap(({ text }) =>
		text.split(/[,،]\s*/u).map((part) => part.trim()),
	);
	const [first, second, third] = parts;
	if (!first || !second) return [];
	const last = parts.at(-1) ?? second;
	// «الواحة - وكالات»: whose page it is, and that agencies wrote it.
	if (parts.length === 2 && isAgencies(last, rules)) return [{ name: first, place: "byline" }];
	if (line.mark === "caption") return [];
	// "Oyelaran Dacosta | Zamberi Daybreak, Port Leddy": whose he is stands before the place.
	const middle = parts.length === 3 && third && /\|[^|,]+,[^|,]+$/u.test(line.text) ? second : null;
	if (middle) return [{ name: middle, place: "byline" }];
	if (line.mark === "menu" && parts.length < 3 && !isSection(parts[0] ?? "", rules)) return [];
	// A place, a person, and whose both are.
	const row = parts.length === 3 && isArabic(line.text) && line.mark === "byline";
	const labelled = rules.furniture.deskWords.has(line.words[0]?.text ?? "");
	const names: FoundName[] = [{ name: last, place: row && !labelled ? "row" : "byline" }];
	// «بيروت - الواحة - سامر حداد»: the page's own name, if another place says so.
	return row && !labelled ? [...names, { name: second, place: "byline" }] : names;
}

/** A word for agencies at large, none of them by name. */
export function isAgencies(text: string, { furniture }: PageRules): boolean {
	const words = tokens(text);
	for (const { value, end } of furniture.rules.at(words, 0))
		if (value.role === "source" && value.match === "whole" && end === words.length) return true;
	return false;
}

/** Who writes for it, and says so: "is a columnist for The Northline Post", «كاتب عمود في «الريشة»». */
function roleName(line: MarkedLine, rules: PageRules): FoundName | null {
	const { roleWords, roleLinks, pastWords } = rules.furniture;
	if (line.mark === "title" || line.mark === "caption" || line.words.length > longestRole)
		return null;
	if (line.words.some(({ text }) => pastWords.has(text))) return null;
	const at = line.words.findIndex(({ text }) => roleWords.has(text));
	const role = line.words[at];
	if (!role) return null;
	const behind = line.text.slice(role.end);
	const between = quoted.exec(behind);
	if (between?.[1] && isArabic(line.text)) {
		// «محررة في مجلة «X»»: a page does not introduce itself.
		const lead = foldWords(behind.slice(0, between.index)).at(-1) ?? "";
		return {
			name: between[1],
			place: isOrFor(lead, rules.furniture.introducers) ? "staff" : "role",
		};
	}
	// «محررة الشؤون المحلية – X».
	const signed = at === 0 && isArabic(line.text) ? behindDash.exec(behind)?.[1] : undefined;
	if (signed) return { name: signed, place: "staff" };
	const link = line.words.findIndex(
		({ text }, index) => index > at && index <= at + 3 && roleLinks.has(text),
	);
	const leads = rules.furniture.appLead.has(line.words[link + 1]?.text ?? "");
	const isSmall = /^\p{Ll}/u.test(line.text.slice(line.words[link + 1]?.start));
	const from = line.words[leads && isSmall ? link + 2 : link + 1];
	if (link < 0 || !from) return null;
	const name = (line.text.slice(from.start).split(/[.،,;(|]|\s[-–—]\s/u)[0] ?? "").trim();
	return isCapitalised(name, rules) && /^[\p{Lu}\p{Lo}]/u.test(name)
		? { name, place: isArabic(name) ? "staff" : "role" }
		: null;
}

/** "Ledgerline Staff", "From the Lakeland Wire newsdesk", «فريق دفتر المال». */
function staffName(line: MarkedLine, { furniture }: PageRules): FoundName | null {
	if (line.mark === "title" || line.mark === "caption" || line.words.length > 8) return null;
	if (line.mark === null || line.ending === "stop") return null;
	const at = line.words.findIndex(({ text }) => furniture.staffWords.has(text));
	const word = line.words[at];
	if (!word) return null;
	if (isArabic(word.text)) {
		const rest = line.text.slice(word.end).trim();
		return at === 0 && rest !== "" ? { name: rest.replace(/[«»"]/gu, ""), place: "staff" } : null;
	}
	let from = at;
	while (from > 0 && /^\p{Lu}|^&/u.test(line.text.slice(line.words[from - 1]?.start))) from--;
	if (furniture.staffLead.has(line.words[from]?.text ?? "")) from++;
	const start = line.words[from]?.start ?? word.start;
	const name = line.text.slice(start, word.start).trim();
	return name === "" ? null : { name, place: "staff" };
}
