import type { Language } from "../../domain/sets/languages.ts";
import { rememberedWord } from "../../language/text/memo.ts";
import { fold } from "../../language/text/normalise.ts";
import { PhraseTable } from "../../language/text/phrase-table.ts";
import type { ContradictionWords, WordsByLanguage } from "./word-data.ts";

type Lists = Exclude<keyof ContradictionWords, "dimensions" | "periods" | "shares" | "states">;
/** `dimension:3`, `period:q1` beside the lists by their names; `state:4` and `state:5` are the two sides of the third row. */
export type Mark =
	| Lists
	| `dimension:${number}`
	| `period:${string}`
	| `state:${number}`
	| `share:${number}`;

/** A mark on the words `[from, to)`. */
export type Marked = { mark: Mark; from: number; to: number };

const shortestBare = 3;

/** Finds the words that say how a claim is meant. */
export class Marks {
	readonly #tables: Record<Language, PhraseTable<Mark[]>>;

	constructor(words: WordsByLanguage) {
		this.#tables = { ar: tableOf(words.ar), en: tableOf(words.en) };
	}

	/** All marks of folded words, in their order; of marks that begin together the longest of each kind. */
	find(words: readonly string[], language: Language): Marked[] {
		const table = this.#tables[language];
		const out: Marked[] = [];
		for (let at = 0; at < words.length; at++) {
			const word = words[at] ?? "";
			const seen = new Set<Mark>();
			for (const first of language === "ar" ? spellings(word) : [word]) {
				const fitting = table
					.starting(first)
					.filter(({ words: phrase }) => phrase.every((w, i) => i === 0 || words[at + i] === w))
					.sort((a, b) => b.words.length - a.words.length);
				for (const { words: phrase, value } of fitting) {
					for (const mark of value) {
						if (seen.has(mark)) continue;
						seen.add(mark);
						out.push({ mark, from: at, to: at + phrase.length });
					}
				}
			}
		}
		return out;
	}
}

/** The word, and without a conjunction or a preposition that is written together with it. */
const spellings = rememberedWord((word): readonly string[] => {
	const bare = /^[وفبل]/.test(word) && word.length > shortestBare ? word.slice(1) : undefined;
	return bare === undefined ? [word] : [word, bare];
});

function tableOf({
	dimensions,
	periods,
	shares,
	states,
	...lists
}: ContradictionWords): PhraseTable<Mark[]> {
	const table = new PhraseTable<Mark[]>();
	const add = (phrase: string, mark: Mark) => {
		const words = fold(phrase).split(/[\s-]+/);
		const known = table.get(words);
		if (known) known.push(mark);
		else table.add(words, [mark]);
	};
	for (const [mark, phrases] of Object.entries(lists) as [Lists, string[]][])
		for (const phrase of phrases) add(phrase, mark);
	for (const [i, phrases] of dimensions.entries())
		for (const phrase of phrases) add(phrase, `dimension:${i}`);
	for (const [phrase, percent] of Object.entries(shares)) add(phrase, `share:${percent}`);
	for (const [row, sides] of states.entries())
		for (const [side, phrases] of sides.entries())
			for (const phrase of phrases) add(phrase, `state:${2 * row + side}`);
	for (const [key, phrases] of Object.entries(periods))
		for (const phrase of phrases) add(phrase, `period:${key}`);
	return table;
}
