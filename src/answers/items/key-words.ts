import type { AnswerItem, KeyWords } from "../../domain/answer.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { isArabic, tokens } from "../../language/text/tokens.ts";
import type { Library } from "../library.ts";

/** A line that a reader takes in at a glance. */
const mostWords = 14;

/**
 * Names, numbers and terms of a quotation in the reader's language, in the order of the text: words, not
 * a translation. Null where the reader reads the quotation itself, or nothing of it is known.
 */
export function keyWordsOf(
	item: AnswerItem,
	language: Language,
	names: NameMatcher,
	library: Library,
): KeyWords | null {
	if (item.kind === "source" || isArabic(item.quote) === (language === "ar")) return null;
	const folded = tokens(item.quote).map(({ text }) => text);
	const known = speakersOf(library, language);
	const words: string[] = [];
	let left = 0;
	for (let at = 0; at < folded.length; ) {
		const word = folded[at] ?? "";
		const speaker = (known.get(word) ?? []).find((name) =>
			name.words.every((one, n) => folded[at + n] === one),
		);
		if (speaker) {
			if (!words.includes(speaker.shown)) words.push(speaker.shown);
			at += speaker.words.length;
			continue;
		}
		if (/^\p{Nd}/u.test(word)) words.push(word);
		const told = /^\p{Nd}/u.test(word) ? null : names.inOtherLanguage(folded, at);
		if (told?.text && !words.includes(told.text)) words.push(told.text);
		if (told === undefined) left++;
		at += told?.length ?? 1;
	}
	if (words.length === 0) return null;
	const shown = words.slice(0, mostWords);
	return { language, words: shown, left: left + words.length - shown.length };
}

type Known = ReadonlyMap<string, { words: string[]; shown: string }[]>;

const byLibrary = new WeakMap<Library, Partial<Record<Language, Known>>>();

/** Speakers whose name is known in the reader's language, by the first word of the other one. */
function speakersOf(library: Library, language: Language): Known {
	const kept = byLibrary.get(library) ?? {};
	byLibrary.set(library, kept);
	const known = kept[language];
	if (known) return known;
	const out = new Map<string, { words: string[]; shown: string }[]>();
	for (const label of library.allLabels()) {
		const words = tokens(label[language === "ar" ? "en" : "ar"]).map(({ text }) => text);
		const [first] = words;
		if (first === undefined || words.length < 2) continue;
		const own = { words, shown: label[language] };
		const list = out.get(first);
		if (list) list.push(own);
		else out.set(first, [own]);
	}
	kept[language] = out;
	return out;
}
