import { foldWords } from "../../../../language/text/phrase-index.ts";
import { isArabic } from "../../../../language/text/tokens.ts";
import { withoutConjunction } from "../../../../language/words/arabic-clitics.ts";
import { partsOf } from "../../line-parts.ts";
import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { withoutEnd } from "../../without-end.ts";
import { isOrFor } from "../name-form.ts";
import type { FoundName } from "../name-places.ts";
import { isAgencies } from "./people-names.ts";

const longestApp = 4;
/** In words: it may say the headline, too, before who had it first. */
const longestSource = 24;
/** "X (x.example)". */
const address = /\s*\([\w.-]+\.[a-z]{2,8}\)/iu;
/** In words. */
const longestLine = 12;

/** "Download the Qarnah Post app", «حمّل تطبيق الواحة». */
export function appNames(lines: readonly MarkedLine[], { furniture }: PageRules): FoundName[] {
	return lines.flatMap((line): FoundName[] => {
		if (line.mark === null || line.mark === "title" || line.words.length > longestLine) return [];
		const at = line.words.findIndex((word) => furniture.appWords.has(word.text));
		const word = line.words[at];
		if (!word) return [];
		const name = isArabic(word.text)
			? nameBehind(line, at, furniture)
			: nameBefore(line, at, furniture);
		return name && foldWords(name).length <= longestApp ? [{ name, place: "app" }] : [];
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

/** What it is for («لمتابعة …») and when («الآن») are no part of the name. */
function nameBehind(line: MarkedLine, at: number, furniture: PageRules["furniture"]): string {
	const rest = line.words.slice(at + 1);
	const purpose = rest.findIndex(
		({ text }, index) =>
			index > 0 && (/^ل(?!ل)\p{L}{5}/u.test(text) || furniture.nameTrail.has(text)),
	);
	const words = purpose < 0 ? rest : rest.slice(0, purpose);
	return line.text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}

/** "Follow the Qarnah Post on X", «تابعوا آخر أخبار الواحة على فيسبوك». */
export function followNames(lines: readonly MarkedLine[], { furniture }: PageRules): FoundName[] {
	return lines.flatMap((line): FoundName[] => {
		const [first, second] = line.words;
		if (line.mark === null || line.words.length > 10 || !first || !second) return [];
		if (!furniture.followWords.has(first.text)) return [];
		let at = 1;
		while (furniture.followLead.has(line.words[at]?.text ?? "")) at++;
		if (furniture.notFollowed.has(line.words[at]?.text ?? "")) return [];
		const on = line.words.findIndex((word, i) => i > at && furniture.followOn.has(word.text));
		// "The" with a capital is a part of the name.
		const leads =
			furniture.appLead.has(line.words[at]?.text ?? "") &&
			isLower(line.text, line.words[at]?.start ?? 0);
		const from = line.words[leads ? at + 1 : at];
		if (on < 0 || !from) return [];
		const name = line.text.slice(from.start, line.words[on - 1]?.end);
		return name ? [{ name, place: "follow" }] : [];
	});
}

/** "Veldt & Coast, a quarterly", «حقول وسواحل - فصلية مستقلة», "X is published every weekday". */
export function kindNames(lines: readonly MarkedLine[], { furniture }: PageRules): FoundName[] {
	return lines.flatMap((line, index): FoundName[] => {
		const own = line.mark === null && index < lines.length - 1;
		if (own || line.mark === "title" || line.words.length > longestLine) return [];
		const at = line.words.findIndex(({ text }, i) => i > 0 && furniture.kindWords.has(text));
		if (at < 0) return [];
		const verb = line.words.findIndex(({ text }, i) => i < at && furniture.nameVerbs.has(text));
		const end = line.words[verb > 0 ? verb : at]?.start ?? 0;
		const head = line.text.slice(0, end).trimEnd();
		const marked = /^(.{3,40}?)(?:[,،:]\s|\s+[-–—|]\s)/u.exec(`${head} `)?.[1];
		const name = marked ?? (verb > 0 ? head : "");
		return name ? [{ name, place: "kind" }] : [];
	});
}

/** "Source: X website", «المصدر: موقع X», "This story first aired on X". */
export function sourceNames(lines: readonly MarkedLine[], rules: PageRules): FoundName[] {
	const { furniture } = rules;
	return lines.flatMap((line): FoundName[] => {
		if (line.mark === "title" || line.words.length > longestSource) return [];
		const labelled = line.mark === "source" && /^[^:：]{3,45}[:：]\s*(.+)$/u.exec(line.text)?.[1];
		const end = [
			...furniture.firstSeen.at(line.words, 0),
			...line.words.flatMap((_, at) => [...furniture.citeLead.at(line.words, at)]),
		].map((hit) => hit.end);
		const shown =
			end.length > 0 && withoutMark(line.text.slice(line.words[Math.max(...end) - 1]?.end));
		// What else a line tells stands behind a gap or a bar: "Source: X   Editor: Y".
		const told = (partsOf(labelled || shown || "")[0]?.text ?? "").replace(address, "");
		const text = withoutEnd(told, /[.\s]/u);
		if (text === "") return [];
		const words = withoutAgencies(text.split(/\s+/u), rules);
		while (words.length > 1 && isOrFor(fold(words[0]), furniture.nameLead)) words.shift();
		while (words.length > 1 && furniture.nameTrail.has(fold(words.at(-1)))) words.pop();
		return [{ name: words.join(" ").replace(/[«»"“”]/gu, ""), place: "source" }];
	});
}

function withoutMark(text: string): string {
	return text.replace(/^\s*[:：]\s*/u, "").trim();
}

/** "Harbour Witness and news agencies", «الواحة ووكالات»: what agencies sent too is the page's own all the same. */
function withoutAgencies(words: readonly string[], rules: PageRules): string[] {
	const at = words.findIndex((_, i) => i > 0 && isAgencies(withoutAnd(words.slice(i)), rules));
	const own = words.slice(0, at < 0 ? words.length : at);
	while (own.length > 1 && rules.furniture.smallWords.has(fold(own.at(-1)))) own.pop();
	return own;
}

function withoutAnd([first = "", ...rest]: readonly string[]): string {
	return [isArabic(first) ? withoutConjunction(first, 4) : first, ...rest].join(" ");
}

function fold(word: string | undefined): string {
	return foldWords(word ?? "").join(" ");
}
