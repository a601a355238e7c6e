import { countWords, keyUntil, type LinePart, partsOf, wordsUntil } from "../../line-parts.ts";
import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import {
	isBody,
	isCapitalised,
	isMasthead,
	isName,
	isOutletName,
	isSection,
} from "../name-form.ts";
import type { FoundName } from "../name-places.ts";
import type { NamedPage } from "./head-names.ts";

/** What stands behind the headline on its line: "Crane falls | Qarnah Post", "… - Qarnah Post". */
export function tailNames({ lines, title, first }: NamedPage, rules: PageRules): FoundName[] {
	const heading = title === null ? undefined : lines[title];
	if (!heading) return [];
	return lines.slice(0, first + 1).flatMap((line): FoundName[] => {
		const parts = partsOf(line.text);
		const tail = parts.at(-1);
		const before = parts.at(-2);
		if (!tail || !before || !isOutletName(tail.text, rules) || !isCapitalised(tail.text, rules))
			return [];
		if (/^\s*\//u.test(line.text.slice(before.end))) return [];
		if (line === heading) {
			if (wordsUntil(line, before) < shortestTitle) return [];
			const wanted = keyUntil(line, before);
			const again = lines.some(({ key }) => key === wanted);
			return [{ name: tail.text, place: again ? "repeat" : placeOf(line.text, before) }];
		}
		// Sections may stand between: "Crane falls - News - Qarnah Post".
		const repeats = parts
			.slice(-2 - mostSections, -1)
			.some((p) => keyUntil(line, p) === heading.key);
		return repeats ? [{ name: tail.text, place: "repeat" }] : [];
	});
}

/** Between a headline and the publisher's name behind it. */
const mostSections = 2;

/** In words; what stands before the name has to be a headline. */
export const shortestTitle = 3;

function placeOf(text: string, before: LinePart): "bar" | "dash" {
	return /^\s*[|:]/u.test(text.slice(before.end)) ? "bar" : "dash";
}

/** What stands before the headline on its line, or where it is said again: "Harrow Gazette | Crane falls". */
export function leadNames(page: NamedPage, rules: PageRules): FoundName[] {
	const { lines, title } = page;
	const line = title === null ? undefined : lines[title];
	return line ? [...leadOf(line, rules), ...leadsAgain(page, line, rules)] : [];
}

/** "Harrow Gazette: Crane falls", where "Crane falls" is the headline. */
function leadsAgain(
	{ lines, first }: NamedPage,
	heading: MarkedLine,
	rules: PageRules,
): FoundName[] {
	return lines.slice(0, first + 1).flatMap((line): FoundName[] => {
		const from = line.words[line.words.length - heading.words.length]?.start ?? 0;
		if (from === 0 || !line.key.endsWith(` ${heading.key}`)) return [];
		const lead = /^(.{3,60}?)\s*[|:\-–—»/]+\s*[«"“'‘]?$/u.exec(line.text.slice(0, from))?.[1] ?? "";
		// A section may stand between: "Harrow Gazette | Sport | Crane falls".
		const [own, ...sections] = partsOf(lead);
		const name = own && sections.every(({ text }) => isSection(text, rules)) ? own.text : lead;
		if (isBody(name, rules) || isMasthead(name, rules)) return [{ name, place: "repeat" }];
		return isOutletName(name, rules) && isCapitalised(name, rules) ? [{ name, place: "dash" }] : [];
	});
}

function leadOf(line: MarkedLine, rules: PageRules): FoundName[] {
	const [lead, ...rest] = partsOf(line.text);
	if (!lead || rest.length === 0) return [];
	const own = line.words.filter((word) => word.start >= lead.end).length;
	return own > countWords(lead.text) && own >= shortestTitle && isName(lead.text, rules)
		? [{ name: lead.text, place: "dash" }]
		: [];
}
