import { remembered, rememberedWord } from "../text/memo.ts";
import { fold, type Normalised, normalise, originalSpan } from "../text/normalise.ts";
import { sentences } from "../text/sentences.ts";
import { type Token, tokens } from "../text/tokens.ts";

/** Phrases of folded words to what they mean; `longest` is the most words that one has. */
export type Phrases<T> = {
	entries: ReadonlyMap<string, T>;
	longest: number;
	/** First words of the phrases: most words of a text begin none. */
	firsts: ReadonlySet<string>;
};

export function phrases<T>(pairs: Iterable<readonly [string, T]>): Phrases<T> {
	const entries = new Map<string, T>();
	const firsts = new Set<string>();
	let longest = 1;
	for (const [phrase, meaning] of pairs) {
		const key = tokens(phrase).map((token) => token.text);
		if (key.length === 0) continue;
		const joined = key.join(" ");
		if (!entries.has(joined)) entries.set(joined, meaning);
		firsts.add(key[0] ?? "");
		longest = Math.max(longest, key.length);
	}
	return { entries, longest, firsts };
}

/** The phrases of a list, each standing for itself. */
export function phraseSet(list: readonly string[]): Phrases<true> {
	return phrases(list.map((phrase) => [phrase, true] as const));
}

export type Word = Token & {
	/** What stands between the word before and this one, folded and trimmed; null where it is long. */
	gap: string | null;
	/** True where white space or nothing at all stands between. */
	near: boolean;
	/** Nothing stands between. */
	attached: boolean;
	/** The number that the digits spell; null for words and for what is no plain number. */
	number: number | null;
	sentence: number;
	/** See `readings`. */
	readings: readonly Reading[];
};

/** A word without some of its proclitics, and how many folded letters were taken off. */
export type Reading = { text: string; skip: number };

/** A piece of the line: words `[first, end)`, folded offsets `[from, to)`. */
export type Piece = { first: number; end: number; from: number; to: number };
export type Found<T> = Piece & { value: T };

export type Text = {
	line: string;
	n: Normalised;
	words: Word[];
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
	const words: Word[] = [];
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

const knownWord = rememberedWord((text) => ({ number: numberOf(text), readings: readings(text) }));

function numberOf(text: string): number | null {
	if (text.length > 15 || !/^\d+(?:,\d{3})*(?:\.\d+)?$/.test(text)) return null;
	return Number(text.replaceAll(",", ""));
}

/** The word as it stands and without its proclitics, each with how many folded letters were taken off. */
export function readings(word: string): Reading[] {
	const out = [{ text: word, skip: 0 }];
	const first = word.charCodeAt(0);
	if (first < 0x600 || first > 0x6ff || word.length < 3) return out;
	if (word[0] === "و" || word[0] === "ف") out.push({ text: word.slice(1), skip: 1 });
	for (const { text, skip } of [...out]) {
		if (text.length < 3) continue;
		if (text[0] === "ل" && text[1] === "ل") out.push({ text: `ا${text.slice(1)}`, skip: skip + 1 });
		if (text[0] === "ب" || text[0] === "ل") {
			out.push({ text: text.slice(1), skip: skip + 1 });
		}
	}
	return out;
}

/** The longest phrase of the table that begins at the word, its proclitics aside. */
export function phraseAt<T>(text: Text, at: number, table: Phrases<T>): Found<T> | null {
	const word = text.words[at];
	if (!word || !begins(word, table.firsts)) return null;
	const tails: string[] = [""];
	for (let count = 2; count <= table.longest; count++) {
		const next = text.words[at + count - 1];
		if (!next || !(next.near || next.gap === "-")) break;
		tails.push(`${tails[count - 2]} ${next.text}`);
	}
	for (let count = tails.length; count >= 1; count--) {
		for (const reading of word.readings) {
			if (!table.firsts.has(reading.text)) continue;
			const value = table.entries.get(reading.text + (tails[count - 1] ?? ""));
			if (value === undefined) continue;
			const last = text.words[at + count - 1] ?? word;
			return { value, first: at, end: at + count, from: word.from + reading.skip, to: last.to };
		}
	}
	return null;
}

/** Whether the word, proclitics aside, is one of these. */
export function begins(
	{ readings }: Pick<Word, "readings">,
	words: { has(word: string): boolean },
): boolean {
	for (let i = 0; i < readings.length; i++) if (words.has(readings[i]?.text ?? "")) return true;
	return false;
}

export function startsWithDigit(word: string): boolean {
	const first = word.charCodeAt(0);
	return first >= 48 && first <= 57;
}

/** Whether the word, proclitics aside, is one of the table's single words. */
export function isWord(text: Text, at: number, table: Phrases<unknown>): boolean {
	const word = text.words[at];
	return word !== undefined && begins(word, table.entries);
}

/** First words of the phrases of all the tables. */
export function firstWords(...tables: readonly Phrases<unknown>[]): ReadonlySet<string> {
	return new Set(tables.flatMap(({ firsts }) => [...firsts]));
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
