import { PhraseTable } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";
import { tokens } from "./tokens.ts";

export function foldWords(text: string): string[] {
	return tokens(text).map((token) => token.text);
}

/**
 * One phrase of the data file, folded. `*` stands for one to twelve words, `#` for a number.
 * Matching is word by word: no regular expression is ever built from data.
 */
export type Phrase = string[];

const widestGap = 12;

export function parsePhrase(text: string, fold: (text: string) => string[]): Phrase {
	return text.split(" ").flatMap((part) => (part === "*" || part === "#" ? [part] : fold(part)));
}

/** Phrases by their first word, so that a line costs what it is long, not what the data is. */
export class PhraseIndex<T> {
	readonly #table = new PhraseTable<T>();

	add(phrase: Phrase, value: T): void {
		this.#table.add(phrase, value);
	}

	/** Every phrase that starts at the word `at`, and the word after its end. */
	*at(words: readonly Token[], at: number): Generator<{ value: T; end: number }> {
		const word = words[at]?.text;
		if (word === undefined) return;
		for (const key of isNumber(word) ? [word, "#", "*"] : [word, "*"]) {
			for (const { words: phrase, value } of this.#table.starting(key)) {
				const end = matchAt(phrase, words, at);
				if (end !== null) yield { value, end };
			}
		}
	}
}

/** The word after the phrase, or null; with a gap, the widest one that fits. */
function matchAt(phrase: readonly string[], words: readonly Token[], at: number): number | null {
	const gap = phrase.indexOf("*");
	if (gap < 0) return matchParts(phrase, words, at);
	const head = matchParts(phrase.slice(0, gap), words, at);
	if (head === null) return null;
	const tail = phrase.slice(gap + 1);
	for (let from = Math.min(words.length - tail.length, head + widestGap); from > head; from--) {
		const end = matchParts(tail, words, from);
		if (end !== null) return end;
	}
	return null;
}

function matchParts(parts: readonly string[], words: readonly Token[], at: number): number | null {
	for (const [i, part] of parts.entries()) {
		const word = words[at + i]?.text;
		if (word === undefined) return null;
		if (part === "#" ? !isNumber(word) : word !== part) return null;
	}
	return at + parts.length;
}

function isNumber(word: string): boolean {
	const code = word.charCodeAt(0);
	return code >= 48 && code <= 57;
}
