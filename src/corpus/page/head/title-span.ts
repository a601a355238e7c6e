import { foldWords } from "../../../language/text/phrase-index.ts";
import { keyUntil, type LinePart, partsOf, wordsUntil } from "../line-parts.ts";
import type { MarkedLine } from "../marks.ts";
import { authorsOf } from "../outlet/finding/authors.ts";
import { shortestTitle } from "../outlet/finding/title-names.ts";
import { hasOnlySections, isOutletName, isSection } from "../outlet/name-form.ts";
import { formsOf, isSameName, nameKey } from "../outlet/same-name.ts";
import type { PageRules } from "../page-rules.ts";
import { headlineStart } from "./glued-menu.ts";

/** A title, with the part of its line's text that is the title: a page may add its own name to it. */
export type TitleLine = { index: number; from: number; to: number };

/**
 * The part of the headline's line that is the headline: without a menu that was glued onto it, and without the
 * publisher and the section that "Title - Section - Outlet" adds. `outlet`: the publisher that the page names.
 */
export function titleSpan(
	lines: readonly MarkedLine[],
	index: number,
	outlet: string | null,
	rules: PageRules,
): TitleLine {
	const line = lines[index];
	if (!line) return { index, from: 0, to: 0 };
	const parts = partsOf(line.text);
	const authors = authorsOf(lines, rules);
	const isOwn = (text: string) =>
		authors.has(nameKey(text, rules)) ||
		(outlet !== null && isSameName(formsOf(text, rules), formsOf(outlet, rules))) ||
		rules.outlets.named(text) !== null;
	let last = parts.length - 1;
	let cut = false;
	for (; last > 0; last--) {
		const tail = parts[last];
		const before = parts[last - 1];
		if (!tail || !before || wordsUntil(line, before) < shortestTitle) break;
		const suffix = isOwn(tail.text) || (!cut && isBarred(line.text, before, tail, rules));
		const section = isSection(tail.text, rules) && (cut || isOwn(parts[last - 1]?.text ?? ""));
		const wanted = keyUntil(line, before);
		// What the headline stands without elsewhere is a name or a section, or it is a part of the headline.
		const again =
			(isOutletName(tail.text, rules) || isSection(tail.text, rules)) &&
			lines.some(({ key }, at) => at !== index && key === wanted);
		if (!suffix && !section && !again) break;
		cut = true;
	}
	const [lead] = parts;
	const leads =
		last > 0 && lead && (isOwn(lead.text) || isKicker(line.text, lead, rules))
			? parts[1]?.start
			: undefined;
	const to = cut ? (parts[last]?.end ?? line.text.length) : line.text.length;
	const from = leads ?? (labelEnd(line.text, rules) || headlineStart(line, lines, rules));
	return { index, from, to };
}

/** Labels that stand before a letter's subject. */
const mostLabels = 3;

/** Where the headline begins behind "Subject: FW: ", «العنوان: », in UTF-16 units; 0: without such a label. */
function labelEnd(text: string, { furniture }: PageRules): number {
	let end = 0;
	for (let left = mostLabels; left > 0; left--) {
		const [label = "", word = ""] = /^(\p{L}{2,10})\s?[:：]\s+(?=\S)/u.exec(text.slice(end)) ?? [];
		if (word === "" || !furniture.subjectWords.has(foldWords(word).join(" "))) break;
		end += label.length;
	}
	return end;
}

/** "Economy / Minister opens …": a section before a slash or a bar. */
function isKicker(text: string, lead: LinePart, rules: PageRules): boolean {
	return hasOnlySections(lead.text, rules) && /^\s*[/|»›]/u.test(text.slice(lead.end));
}

/** An outlet behind a bar is known by its form. */
function isBarred(text: string, before: LinePart, tail: LinePart, rules: PageRules): boolean {
	return /^\s*\|/u.test(text.slice(before.end, tail.start)) && isOutletName(tail.text, rules);
}
