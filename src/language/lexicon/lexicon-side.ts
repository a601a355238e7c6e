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

/** 0 of a stem without a letter. */
function initialOf(stem: string): number {
	return stem === "" ? 0 : stem.charCodeAt(0);
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

/** How a language of the lexicon makes its words comparable. */
export type LexiconStems = {
	stem(word: string): string;
	/** The first letter of the stem of the word at `at`, as a UTF-16 unit; 0 where only stemming tells. */
	initialAt(text: string, at: number): number;
	/** What a word may be without affixes. */
	bases?(word: string): string[];
};

/**
 * One language of the lexicon by the stems of its words. A question asks for a few of them, so that the terms
 * are only parted by first letter; those of a letter are stemmed when a word with that letter is looked up.
 */
export class LexiconSide {
	/** The lexicon's own list, which grows. */
	readonly #lines: readonly string[];
	readonly #column: 1 | 2;
	readonly #how: LexiconStems;
	/** By first letter of the stem: terms that are not stemmed so far, each as entry, begin and end in its line. */
	readonly #waiting = new Map<number, number[]>();
	/** Entries by the stem of a single word. */
	readonly #stems = new Map<string, number | number[]>();
	/** Entries by the stems of a term of several words. */
	readonly #terms = new PhraseTable<number[]>();
	#parted = 0;

	constructor(lines: readonly string[], column: 1 | 2, how: LexiconStems) {
		this.#lines = lines;
		this.#column = column;
		this.#how = how;
	}

	/** Parts so many more entries by first letter; true once none is left. */
	catchUp(entries: number): boolean {
		const to = Math.min(this.#lines.length, this.#parted + entries);
		for (; this.#parted < to; this.#parted++) this.#part(this.#parted);
		return this.#parted === this.#lines.length;
	}

	#part(id: number): void {
		const line = this.#lines[id] ?? "";
		const second = line.indexOf("\t") + 1;
		const third = line.indexOf("\t", second) + 1;
		const [begin, end] = this.#column === 1 ? [second, third - 1] : [third, line.length];
		for (let from = begin, to = begin; from <= end; from = to + 1) {
			const bar = line.indexOf("|", from);
			to = bar < 0 || bar > end ? end : bar;
			const initial = this.#initial(line, from, to);
			const waiting = this.#waiting.get(initial);
			if (waiting) waiting.push(id, from, to);
			else this.#waiting.set(initial, [id, from, to]);
		}
	}

	#initial(line: string, from: number, to: number): number {
		const initial = this.#how.initialAt(line, from);
		if (initial !== 0) return initial;
		const [first = ""] = plain(line.slice(from, to)).split(" ");
		return initialOf(this.#how.stem(first));
	}

	/** The stem of a word; whatever is listed under it is known from here on. */
	#known(word: string): string {
		if (this.#parted < this.#lines.length) this.catchUp(Number.POSITIVE_INFINITY);
		const stem = this.#how.stem(word);
		const initial = initialOf(stem);
		const waiting = this.#waiting.get(initial);
		if (waiting) {
			this.#waiting.delete(initial);
			for (let at = 0; at < waiting.length; at += 3) {
				const [id = 0, from, to] = [waiting[at], waiting[at + 1], waiting[at + 2]];
				this.#add(id, plain((this.#lines[id] ?? "").slice(from, to)));
			}
		}
		return stem;
	}

	#add(id: number, text: string): void {
		if (!text.includes(" ")) {
			push(this.#stems, this.#how.stem(text), id);
			return;
		}
		const stems = text.split(" ").map(this.#how.stem);
		const known = this.#terms.get(stems);
		if (!known) this.#terms.add(stems, [id]);
		else if (known.at(-1) !== id) known.push(id);
	}

	beginsTerm(word: string): boolean {
		return this.#terms.starting(this.#known(word)).length > 0;
	}

	match(words: readonly string[], at: number): LexiconMatch | undefined {
		const first = words[at];
		if (first === undefined) return undefined;
		const stem = this.#known(first);
		if (this.#terms.starting(stem).length > 0) {
			const run = words.slice(at, at + this.#terms.longest);
			const term = this.#terms.longestAt(run.map(this.#how.stem), 0);
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
		for (const base of this.#how.bases?.(word) ?? []) {
			const listed = this.#entries(this.#known(base)).filter((entry) => this.#lists(entry, base));
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
