import { fold } from "./normalise.ts";
import { arabicBases, stemArabic } from "./stem-arabic.ts";
import { stemEnglish } from "./stem-english.ts";

/** One sense: words of the two languages that stand for the same thing. */
export type LexiconEntry = {
	/** n noun, v verb, a adjective, x other, p multi-word term, g proper name. */
	pos: string;
	english: string[];
	arabic: string[];
};

/** Entries that a run of words stands for, and how many words the run has. */
export type LexiconMatch = {
	length: number;
	/** `exact`: the spelling is listed; otherwise only the stems agree. */
	entries: { entry: number; exact: boolean }[];
	/** Only the word without what may be affixes is listed. */
	akin?: boolean;
};

/**
 * Senses by English and by Arabic words. Either side is indexed when it is first asked for: an
 * English question never needs the Arabic one, which is three times as large, nor an Arabic article
 * the English one.
 */
export class Lexicon {
	readonly #lines: string[] = [];
	#english: Side | undefined;
	#arabic: Side | undefined;

	/** `tables`: texts of lexicon files, `POS<TAB>english|…<TAB>arabic|…`; # begins a comment. */
	constructor(tables: readonly string[]) {
		for (const table of tables) {
			for (const line of table.split("\n")) if (line && !line.startsWith("#")) this.add(line);
		}
	}

	get size(): number {
		return this.#lines.length;
	}

	/** Takes one line in the form of a lexicon file. */
	add(line: string): void {
		const first = line.indexOf("\t");
		const second = line.indexOf("\t", first + 1);
		if (first < 0 || second < 0) return;
		const id = this.#lines.push(line) - 1;
		if (this.#english) addWords(this.#english, line.slice(first + 1, second), id);
		if (this.#arabic) addWords(this.#arabic, line.slice(second + 1), id);
	}

	entry(id: number): LexiconEntry {
		const [pos = "", english = "", arabic = ""] = (this.#lines[id] ?? "").split("\t");
		return { pos, english: english.split("|"), arabic: arabic.split("|") };
	}

	/** The longest run of the folded words from `at` on that the lexicon lists in English. */
	matchEnglish(words: readonly string[], at: number): LexiconMatch | undefined {
		return this.#englishSide().match(words, at);
	}

	/** The same for Arabic words; they are compared without article and endings. */
	matchArabic(words: readonly string[], at: number): LexiconMatch | undefined {
		if (!this.#arabic) {
			this.#arabic = new Side(stemArabic, arabicBases);
			for (const [id, line] of this.#lines.entries()) {
				addWords(this.#arabic, line.slice(line.lastIndexOf("\t") + 1), id);
			}
		}
		return this.#arabic.match(words, at);
	}

	/** English words of the lexicon, single ones, that begin with this letter: for spelling. */
	englishWords(initial: string): readonly string[] {
		return this.#englishSide().startingWith(initial);
	}

	#englishSide(): Side {
		if (!this.#english) {
			this.#english = new Side(stemEnglish);
			for (const [id, line] of this.#lines.entries()) {
				const first = line.indexOf("\t") + 1;
				addWords(this.#english, line.slice(first, line.indexOf("\t", first)), id);
			}
		}
		return this.#english;
	}
}

function addWords(side: Side, column: string, id: number): void {
	for (const word of column.split("|")) side.add(word, id);
}

class Side {
	readonly #exact = new Map<string, number[]>();
	readonly #stems = new Map<string, number[]>();
	/** The most words that a term beginning with this stem has. */
	readonly #longest = new Map<string, number>();
	readonly #stem: (word: string) => string;
	readonly #bases: ((word: string) => string[]) | undefined;
	#initials: Map<string, string[]> | undefined;

	constructor(stem: (word: string) => string, bases?: (word: string) => string[]) {
		this.#stem = stem;
		this.#bases = bases;
	}

	add(term: string, id: number): void {
		const folded = fold(term);
		const words = folded.split(/[\s-]+/).filter(Boolean);
		const stems = words.map(this.#stem);
		const first = stems[0];
		if (first === undefined) return;
		push(this.#exact, words.join(" "), id);
		push(this.#stems, stems.join(" "), id);
		if ((this.#longest.get(first) ?? 0) < words.length) this.#longest.set(first, words.length);
	}

	match(words: readonly string[], at: number): LexiconMatch | undefined {
		const first = words[at];
		if (first === undefined) return undefined;
		const longest = this.#longest.get(this.#stem(first)) ?? 0;
		for (let length = Math.min(longest, words.length - at); length > 0; length--) {
			const run = words.slice(at, at + length);
			const exact = this.#exact.get(run.join(" ")) ?? [];
			const stemmed = this.#stems.get(run.map(this.#stem).join(" ")) ?? [];
			if (exact.length + stemmed.length === 0) continue;
			const entries = exact.map((entry) => ({ entry, exact: true }));
			for (const entry of stemmed) {
				if (!exact.includes(entry)) entries.push({ entry, exact: false });
			}
			return { length, entries };
		}
		return this.#akin(first);
	}

	#akin(word: string): LexiconMatch | undefined {
		for (const base of this.#bases?.(word) ?? []) {
			const listed = this.#exact.get(base);
			if (!listed) continue;
			return { length: 1, entries: listed.map((entry) => ({ entry, exact: false })), akin: true };
		}
		return undefined;
	}

	startingWith(initial: string): readonly string[] {
		if (!this.#initials) {
			this.#initials = new Map();
			for (const word of this.#exact.keys()) {
				if (word.includes(" ")) continue;
				const list = this.#initials.get(word[0] ?? "");
				if (list) list.push(word);
				else this.#initials.set(word[0] ?? "", [word]);
			}
		}
		return this.#initials.get(initial) ?? [];
	}
}

function push(map: Map<string, number[]>, key: string, id: number): void {
	const list = map.get(key);
	if (!list) map.set(key, [id]);
	else if (list[list.length - 1] !== id) list.push(id);
}
