import type { PhraseIndex } from "../../../language/text/phrase-index.ts";
import { type Token, tokens } from "../../../language/text/tokens.ts";
import type { MarkedLine } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";

/** A caption runs to a few sentences at most; longer lines that end with an agency's name are body text. */
const longestCaption = 45;
/** A full sentence before a bracketed agency: an article's last line signs off the same way. */
const longestSigned = 18;
const longestCredit = 7;

/** Marks captions and credits: by label, by the line after a label, and by a picture credit at the end. */
export function markCaptions(lines: MarkedLine[], rules: PageRules): void {
	for (const [i, line] of lines.entries()) {
		if (line.mark === "captionLabel") {
			const next = lines[i + 1];
			if (next && next.mark === null && next.words.length <= longestCaption) next.mark = "caption";
			continue;
		}
		if (line.mark !== null || i === 0) continue;
		if (isCreditAlone(line, rules)) line.mark = "credit";
		else if (
			endsWithCredit(line, rules) ||
			namesPhotographer(line, rules) ||
			pointsAtPeople(line, rules)
		)
			line.mark = "caption";
	}
}

/** "Getty Images", "رويترز", "AFP/File": names of agencies and nothing else. */
function isCreditAlone(line: MarkedLine, rules: PageRules): boolean {
	return (
		line.words.length <= longestCredit && line.ending !== "stop" && isCredit(line.words, rules, 0)
	);
}

function endsWithCredit(line: MarkedLine, rules: PageRules): boolean {
	if (line.words.length > longestCaption) return false;
	const bracket = /[([]([^()[\]]{2,80})[)\]][\s.]*$/u.exec(line.text.slice(-100));
	if (bracket) {
		const before = line.text.slice(0, line.text.length - bracket[0].length).trimEnd();
		if (/[.…]["”»]?$/u.test(before) && line.words.length > longestSigned) return false;
		if (/[.]\s*$/u.test(bracket[0]) && line.words.length > longestSigned) return false;
		return (
			isCreditText(bracket[1] ?? "", line, rules, true) ||
			namesBoth(bracket[1] ?? "") ||
			isPhotoBracket(bracket[1] ?? "", rules)
		);
	}
	if (line.ending === "stop" && !/[©|]/u.test(line.text)) {
		// "… in Geneva. Photo: Reuters." would end so, but so does "…, said Reuters."
		return false;
	}
	const cut = lastSeparator(line.text, line.words.length <= longestSigned);
	if (cut < 0) return false;
	return isCreditText(line.text.slice(cut), line, rules, false);
}

/** "… - Photo: Mona Hale", "… تصوير: منى حداد", "… PHOTO/MONA HALE": a word for pictures, a mark and a name end the line. */
function namesPhotographer(line: MarkedLine, rules: PageRules): boolean {
	if (line.words.length > longestCaption) return false;
	for (let at = Math.max(0, line.words.length - longestCredit); at < line.words.length - 1; at++) {
		const end = longest(rules.furniture.photo, line.words, at);
		const behind = end === null ? "" : line.text.slice(line.words[end - 1]?.end ?? 0);
		const before = line.text.slice(0, line.words[at]?.start ?? 0).trimEnd();
		if (
			/^(?:\s*[:：]|[/|]|\s\|)\s*\p{L}/u.test(behind) &&
			!/[.؟!…]\s*$/u.test(behind) &&
			/^$|[-–—|/.،,(:]$/u.test(before)
		)
			return true;
	}
	return false;
}

/** "(Photo by Mona Hale, Harbour Post)": pictures first, and who took it. */
function isPhotoBracket(text: string, rules: PageRules): boolean {
	const words = tokens(text);
	const end = longest(rules.furniture.photo, words, 0);
	return end !== null && words.length > end;
}

/** "(Mona Hale / The Harbour Post)": a photographer and a paper, whichever they are. */
function namesBoth(text: string): boolean {
	const [who = "", whose = "", ...more] = text.split("/").map((part) => part.trim());
	const words = (part: string) => part.split(/\s+/u).filter((word) => /^\p{L}/u.test(word)).length;
	return (
		more.length === 0 &&
		words(who) >= 2 &&
		words(who) <= 4 &&
		words(whose) >= 1 &&
		words(whose) <= 5
	);
}

/** "(left)", "(يمين)": only a caption says where somebody stands. */
function pointsAtPeople(line: MarkedLine, rules: PageRules): boolean {
	if (line.words.length > longestCaption) return false;
	for (const bracket of line.text.matchAll(/\(([^()]{1,30})\)/gu)) {
		const from = bracket.index;
		const inside = line.words.filter((w) => w.start > from && w.end < from + bracket[0].length);
		const first = inside[0] && line.words.indexOf(inside[0]);
		if (first === undefined) continue;
		if (longest(rules.furniture.positions, line.words, first) === first + inside.length)
			return true;
	}
	return false;
}

/** Where the last part of a line begins: after a dash between spaces, a slash, bar, colon or ©, else, in a short line, a comma. */
function lastSeparator(text: string, commas: boolean): number {
	let strong = -1;
	let comma = -1;
	for (let i = Math.max(1, text.length - 80); i < text.length; i++) {
		const ch = text[i] ?? "";
		if ("|©/–—:".includes(ch) || (ch === "-" && text[i - 1] === " ")) strong = i + 1;
		else if (commas && (ch === "،" || ch === ",")) comma = i + 1;
	}
	return strong >= 0 ? strong : comma;
}

function isCreditText(
	text: string,
	line: MarkedLine,
	rules: PageRules,
	bracketed: boolean,
): boolean {
	const from = line.text.lastIndexOf(text);
	const words = line.words.filter((w) => w.start >= from && w.end <= from + text.length);
	return words.length > 0 && words.length <= longestCredit && isCredit(words, rules, 3, bracketed);
}

/**
 * At least one name of an agency or archive word, and at most `others` words beside them. Other
 * outlets credit their own pictures in brackets; after a colon or dash they are a byline.
 */
function isCredit(
	words: readonly Token[],
	rules: PageRules,
	others: number,
	anyOutlet = false,
): boolean {
	const { furniture, outlets } = rules;
	let named = 0;
	let rest = 0;
	for (let at = 0; at < words.length; ) {
		const outlet = outlets
			.at(words, at)
			.find(({ outlet: { kind } }) => kind === "agency" || (anyOutlet && kind !== "think_tank"));
		const end =
			outlet?.to ?? longest(furniture.photo, words, at) ?? longest(furniture.archive, words, at);
		if (end === null) {
			rest++;
			at++;
		} else {
			named++;
			at = end;
		}
	}
	return named > 0 && rest <= others;
}

function longest(index: PhraseIndex<true>, words: readonly Token[], at: number): number | null {
	let best: number | null = null;
	for (const { end } of index.at(words, at)) if (best === null || end > best) best = end;
	return best;
}
