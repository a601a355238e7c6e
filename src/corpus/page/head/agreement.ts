import { isArabic, type Token, tokens } from "../../../language/text/tokens.ts";
import {
	indefinite,
	withoutConjunction,
	withoutLongProclitic,
} from "../../../language/words/arabic-clitics.ts";
import type { MarkedLine } from "../marks.ts";

/** Paragraphs that a headline is compared with: what it is about stands in the first ones. */
const longestBody = 400;
/** Letters by which two forms of a word are the same. */
const stemLength = 4;
/** Shorter words say nothing of what a line is about. */
const shortestWord = { arabic: 3, latin: 4 };

/** The beginnings of the words that the text from `first` on is made of. */
export function bodyStems(lines: readonly MarkedLine[], first: number): ReadonlySet<string> {
	const stems = new Set<string>();
	let left = longestBody;
	for (const line of lines.slice(first)) {
		if (left <= 0) break;
		if (line.mark !== null || line.words.length < 8) continue;
		left -= line.words.length;
		for (const word of line.words) stems.add(stemOf(word.text));
	}
	return stems;
}

/** The beginnings of a line's words. */
export function stemsOf(line: MarkedLine | undefined): ReadonlySet<string> {
	return new Set(line?.words.map((word) => stemOf(word.text)));
}

/** Share of a line's words that the body speaks of, 0 to 1. A headline has most of its words from there. */
export function agreement(line: MarkedLine, body: ReadonlySet<string>): number {
	return shareOf(line.words, body);
}

export function agreementOf(text: string, body: ReadonlySet<string>): number {
	return shareOf(tokens(text), body);
}

function shareOf(all: readonly Token[], body: ReadonlySet<string>): number {
	const stems = agreedStems(all);
	if (stems.length === 0) return 0;
	return stems.filter((stem) => body.has(stem)).length / stems.length;
}

/** The beginnings of those words that say what a line is about. */
export function agreedStems(words: readonly Token[]): string[] {
	return words
		.filter(
			({ text }) => text.length >= (isArabic(text) ? shortestWord.arabic : shortestWord.latin),
		)
		.map(({ text }) => stemOf(text));
}

function stemOf(word: string): string {
	const bare = isArabic(word)
		? indefinite(withoutLongProclitic(withoutConjunction(word, 4)))
		: word;
	return bare.slice(0, stemLength);
}
