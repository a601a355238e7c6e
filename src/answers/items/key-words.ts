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
			if (speaker.shown === null) left += speaker.words.length;
			else if (!words.includes(speaker.shown)) words.push(speaker.shown);
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

/** `shown`: null where nobody knows how the other language spells the name; what its words mean says nothing. */
type Name = { words: string[]; shown: string | null };
type Known = ReadonlyMap<string, Name[]>;

const byLibrary = new WeakMap<Library, Partial<Record<Language, Known>>>();

/** Speakers by the first word of their name in the language that is not the reader's; longer names first. */
function speakersOf(library: Library, language: Language): Known {
	const kept = byLibrary.get(library) ?? {};
	byLibrary.set(library, kept);
	const known = kept[language];
	if (known) return known;
	const other = language === "ar" ? "en" : "ar";
	const out = new Map<string, Name[]>();
	const add = (name: string, shown: string | null) => {
		const words = tokens(name).map(({ text }) => text);
		const [first] = words;
		if (first !== undefined && words.length > 1)
			out.set(first, [...(out.get(first) ?? []), { words, shown }]);
	};
	for (const label of library.allLabels()) add(label[other], label[language]);
	for (const name of new Set(Array.from(library.people(), ({ name }) => name)))
		if (isArabic(name) === (other === "ar")) add(name, null);
	for (const names of out.values()) names.sort((x, y) => y.words.length - x.words.length);
	kept[language] = out;
	return out;
}
