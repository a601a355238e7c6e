import { remembered, rememberedWord } from "../text/memo.ts";
import { fold, type Normalised, normalise, originalSpan } from "../text/normalise.ts";
import { type Phrase, PhraseTable } from "../text/phrase-table.ts";
import { sentences } from "../text/sentences.ts";
import { type Token, tokens } from "../text/tokens.ts";
import { readingsOf, type WordReading } from "../words/arabic-clitics.ts";

/** A table of phrases of folded words; the first meaning of one that stands twice. */
export function phrases<T>(pairs: Iterable<readonly [string, T]>): PhraseTable<T> {
	const table = new PhraseTable<T>();
	for (const [phrase, meaning] of pairs) {
		const words = tokens(phrase).map((token) => token.text);
		if (!table.has(words)) table.add(words, meaning);
	}
	return table;
}

/** The phrases of a list, each standing for itself. */
export function phraseSet(list: readonly string[]): PhraseTable<true> {
	return phrases(list.map((phrase) => [phrase, true] as const));
}

export type LineWord = Token & {
	/** What stands between the word before and this one, folded and trimmed; null where it is long. */
	gap: string | null;
	/** True where white space or nothing at all stands between. */
	near: boolean;
	/** Nothing stands between. */
	attached: boolean;
	/** The number that the digits spell; null for words and for what is no plain number. */
	number: number | null;
	sentence: number;
	/** See `readingsOf`. */
	readings: readonly WordReading[];
};

/** A piece of the line: words `[first, end)`, folded offsets `[from, to)`. */
export type Piece = { first: number; end: number; from: number; to: number };
export type Found<T> = Piece & { value: T };

export type Text = {
	line: string;
	n: Normalised;
	words: LineWord[];
	sentenceStarts: number[];
};

/**
 * What the whole finder reads: the line as words with the gaps between them. Linear in the length.
 * The same line gives the same text, which is not to be changed.
 */
export const textOf: (line: string) => Text = remembered(read);

function read(line: string): Text {
	const n = normalise(line);
	const bounds = sentences(line);
	const words: LineWord[] = [];
	const sentenceStarts: number[] = [];
	let at = 0;
	let sentence = 0;
	for (const token of tokens(n)) {
		while (sentence + 1 < bounds.length && token.start >= (bounds[sentence + 1]?.start ?? 0)) {
			sentence++;
		}
		if (sentenceStarts[sentence] === undefined) sentenceStarts[sentence] = words.length;
		const width = token.from - at;
		const between = width <= 12 ? n.text.slice(at, token.from) : null;
		const gap = width === 0 || between === " " ? "" : between === null ? null : between.trim();
		const { number, readings } = knownWord(token.text);
		words.push({
			text: token.text,
			start: token.start,
			end: token.end,
			from: token.from,
			to: token.to,
			gap,
			near: gap === "",
			attached: width === 0,
			number,
			sentence,
			readings,
		});
		at = token.to;
	}
	return { line, n, words, sentenceStarts };
}

const knownWord = rememberedWord((text) => ({
	number: numberOf(text),
	readings: readingsOf(text),
}));

function numberOf(text: string): number | null {
	if (text.length > 15 || !/^\d+(?:,\d{3})*(?:\.\d+)?$/.test(text)) return null;
	return Number(text.replaceAll(",", ""));
}

/** The longest phrase of the table that begins at the word, its proclitics aside. */
export function phraseAt<T>(text: Text, at: number, table: PhraseTable<T>): Found<T> | null {
	const word = text.words[at];
	if (!word) return null;
	let best: { phrase: Phrase<T>; skip: number } | undefined;
	for (const reading of word.readings)
		for (const phrase of table.starting(reading.text)) {
			if (best && phrase.words.length <= best.phrase.words.length) continue;
			if (goesOn(text, at, phrase.words)) best = { phrase, skip: reading.skip };
		}
	if (!best) return null;
	const end = at + best.phrase.words.length;
	const last = text.words[end - 1] ?? word;
	const { value } = best.phrase;
	return { value, first: at, end, from: word.from + best.skip, to: last.to };
}

/** Whether the words behind the first one follow, with nothing or a hyphen between them. */
function goesOn(text: Text, at: number, phrase: readonly string[]): boolean {
	for (let i = 1; i < phrase.length; i++) {
		const next = text.words[at + i];
		if (next?.text !== phrase[i] || !(next?.near || next?.gap === "-")) return false;
	}
	return true;
}

/** Whether the word, proclitics aside, is one of these. */
export function begins(
	{ readings }: Pick<LineWord, "readings">,
	words: { has(word: string): boolean },
): boolean {
	for (let i = 0; i < readings.length; i++) if (words.has(readings[i]?.text ?? "")) return true;
	return false;
}

export function isLatin(word: string): boolean {
	return word.charCodeAt(0) < 0x250;
}

export function startsWithDigit(word: string): boolean {
	const first = word.charCodeAt(0);
	return first >= 48 && first <= 57;
}

/** Whether the word, proclitics aside, is one of the table's single words. */
export function isWord(text: Text, at: number, table: PhraseTable<unknown>): boolean {
	const readings = text.words[at]?.readings ?? [];
	return readings.some((reading) => table.hasWord(reading.text));
}

/** First words of the phrases of all the tables. */
export function firstWords(...tables: readonly PhraseTable<unknown>[]): ReadonlySet<string> {
	return new Set(tables.flatMap((table) => [...table.firstWords()]));
}

/** The word before, when nothing but white space separates the two. */
export function wordBefore(text: Text, at: number): string | null {
	return text.words[at]?.near ? (text.words[at - 1]?.text ?? null) : null;
}

/** Exact source span of a piece. */
export function spanOf(text: Text, piece: { from: number; to: number }): [number, number] {
	return originalSpan(text.n, piece.from, piece.to);
}

export function foldedSet(list: readonly string[]): ReadonlySet<string> {
	return new Set(list.map(fold));
}
