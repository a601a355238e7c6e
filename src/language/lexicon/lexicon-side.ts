import { fold } from "../text/normalise.ts";
import { PhraseTable } from "../text/phrase-table.ts";

/** Entries that a run of words stands for, and how many words the run has. */
export type LexiconMatch = {
	length: number;
	/** `exact`: the spelling is listed; otherwise only the stems agree. */
	entries: { entry: number; exact: boolean }[];
	/** What is listed, where it is the word only without what may be affixes. */
	akin?: string;
};

/** The terms of a line of the lexicon: 1 the English ones, 2 the Arabic ones. */
export function columnOf(line: string, column: 1 | 2): string[] {
	const first = line.indexOf("\t") + 1;
	const second = line.indexOf("\t", first);
	return (column === 1 ? line.slice(first, second) : line.slice(second + 1)).split("|");
}

/** Folded, its words separated by one blank each. */
function plain(term: string): string {
	const folded = fold(term);
	return /[\s-]/.test(folded)
		? folded
				.split(/[\s-]+/)
				.filter(Boolean)
				.join(" ")
		: folded;
}

/** One language of the lexicon by the stems of its words. */
export class LexiconSide {
	/** The lexicon's own list, which grows. */
	readonly #lines: readonly string[];
	readonly #column: 1 | 2;
	/** Entries by the stem of a single word. */
	readonly #stems = new Map<string, number | number[]>();
	/** Entries by the stems of a term of several words. */
	readonly #terms = new PhraseTable<number[]>();
	readonly #stem: (word: string) => string;
	readonly #bases: (word: string) => string[];
	#indexed = 0;

	constructor(
		lines: readonly string[],
		column: 1 | 2,
		stem: (word: string) => string,
		bases: (word: string) => string[] = () => [],
	) {
		this.#lines = lines;
		this.#column = column;
		this.#stem = stem;
		this.#bases = bases;
	}

	/** Indexes so many more entries; true once none is left. */
	catchUp(entries: number): boolean {
		const to = Math.min(this.#lines.length, this.#indexed + entries);
		while (this.#indexed < to) this.#add(this.#indexed++);
		return this.#indexed === this.#lines.length;
	}

	#add(id: number): void {
		for (const term of columnOf(this.#lines[id] ?? "", this.#column)) {
			const text = plain(term);
			if (!text.includes(" ")) {
				push(this.#stems, this.#stem(text), id);
				continue;
			}
			const stems = text.split(" ").map(this.#stem);
			const known = this.#terms.get(stems);
			if (!known) this.#terms.add(stems, [id]);
			else if (known.at(-1) !== id) known.push(id);
		}
	}

	beginsTerm(word: string): boolean {
		this.catchUp(Number.POSITIVE_INFINITY);
		return this.#terms.starting(this.#stem(word)).length > 0;
	}

	match(words: readonly string[], at: number): LexiconMatch | undefined {
		const first = words[at];
		if (first === undefined) return undefined;
		this.catchUp(Number.POSITIVE_INFINITY);
		const stem = this.#stem(first);
		if (this.#terms.starting(stem).length > 0) {
			const run = words.slice(at, at + this.#terms.longest);
			const term = this.#terms.longestAt(run.map(this.#stem), 0);
			if (term) {
				const { length } = term.words;
				const text = run.slice(0, length).join(" ");
				return { length, entries: this.#graded(term.value, text) };
			}
		}
		const found = this.#entries(stem);
		if (found.length > 0) return { length: 1, entries: this.#graded(found, first) };
		return this.#akin(first);
	}

	#entries(stem: string): readonly number[] {
		const found = this.#stems.get(stem);
		if (found === undefined) return [];
		return typeof found === "number" ? [found] : found;
	}

	/** Those that list the very spelling first. */
	#graded(entries: readonly number[], text: string): LexiconMatch["entries"] {
		const graded = entries.map((entry) => ({ entry, exact: this.#lists(entry, text) }));
		return [...graded.filter(({ exact }) => exact), ...graded.filter(({ exact }) => !exact)];
	}

	#lists(entry: number, text: string): boolean {
		return columnOf(this.#lines[entry] ?? "", this.#column).some((term) => plain(term) === text);
	}

	#akin(word: string): LexiconMatch | undefined {
		for (const base of this.#bases(word)) {
			const listed = this.#entries(this.#stem(base)).filter((entry) => this.#lists(entry, base));
			if (listed.length === 0) continue;
			return { length: 1, entries: listed.map((entry) => ({ entry, exact: false })), akin: base };
		}
		return undefined;
	}
}

/** Most stems have one entry: a list of their own for each would be half of the time and memory. */
function push(map: Map<string, number | number[]>, key: string, id: number): void {
	const known = map.get(key);
	if (known === undefined) map.set(key, id);
	else if (typeof known !== "number") {
		if (known[known.length - 1] !== id) known.push(id);
	} else if (known !== id) map.set(key, [known, id]);
}
