import { fold } from "../text/normalise.ts";
import { arabicBases, stemArabic } from "../words/stem-arabic.ts";
import { stemEnglish } from "../words/stem-english.ts";

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
	/** What is listed, where it is the word only without what may be affixes. */
	akin?: string;
};

/** Shorter words are mostly particles: they are no reason to take what was put off. */
const shortestName = 4;
/** Entries that are indexed before the event loop gets its turn: a few ms. */
const entriesPerSlice = 500;

/**
 * Senses by English and by Arabic words. Either side is indexed when it is first asked for: an
 * English question never needs the Arabic one, which is three times as large, nor an Arabic article
 * the English one.
 */
export class Lexicon {
	readonly #lines: string[] = [];
	readonly #english = new Side(this.#lines, 1, stemEnglish);
	readonly #arabic = new Side(this.#lines, 2, stemArabic, arabicBases);
	#initials: Map<string, string[]> | undefined;
	#later: (() => Iterable<readonly string[]>) | undefined;

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
		if (first < 0 || line.indexOf("\t", first + 1) < 0) return;
		this.#lines.push(line);
		this.#initials = undefined;
	}

	/** Entries from `from` to below `to` that list one of these English words, spelled so. No index is made. */
	*entriesListing(
		words: Pick<ReadonlySet<string>, "has">,
		from = 0,
		to = this.#lines.length,
	): Iterable<number> {
		for (let id = from; id < to; id++) {
			const line = this.#lines[id] ?? "";
			const first = line.indexOf("\t") + 1;
			const english = line.slice(first, line.indexOf("\t", first)).split("|");
			if (english.some((word) => words.has(word))) yield id;
		}
	}

	/** Runs of lines that are costly to make: taken when a word is looked up that is not listed so far. */
	addLater(lines: () => Iterable<readonly string[]>): void {
		this.#later = lines;
	}

	/** False once, where lines that were put off have just been taken and may hold the word. */
	#isFound(match: LexiconMatch | undefined, word = ""): boolean {
		return (match && !match.akin) || word.length < shortestName || !this.#takeLater();
	}

	#takeLater(): boolean {
		let any = false;
		for (const lines of this.#takenLater()) {
			for (const line of lines) this.add(line);
			any = true;
		}
		return any;
	}

	/** Runs of lines, each once. */
	*#takenLater(): Generator<readonly string[]> {
		const later = this.#later;
		this.#later = undefined;
		if (later) yield* later();
	}

	entry(id: number): LexiconEntry {
		const [pos = "", english = "", arabic = ""] = (this.#lines[id] ?? "").split("\t");
		return { pos, english: english.split("|"), arabic: arabic.split("|") };
	}

	/** The longest run of the folded words from `at` on that the lexicon lists in English. */
	matchEnglish(words: readonly string[], at: number): LexiconMatch | undefined {
		const match = this.#english.match(words, at);
		return this.#isFound(match, words[at]) ? match : this.#english.match(words, at);
	}

	/** The same for Arabic words; they are compared without article and endings. */
	matchArabic(words: readonly string[], at: number): LexiconMatch | undefined {
		const match = this.#arabic.match(words, at);
		return this.#isFound(match, words[at]) ? match : this.#arabic.match(words, at);
	}

	/** Whether a listed term of several words may begin with this folded word. */
	beginsTerm(word: string): boolean {
		return (/[a-z]/.test(word) ? this.#english : this.#arabic).beginsTerm(word);
	}

	/** Indexes both sides bit by bit, so that the first question finds them done. `pause`: lets others run. */
	async prepare(pause: () => Promise<void>): Promise<void> {
		for (const lines of this.#takenLater()) {
			for (const line of lines) this.add(line);
			await pause();
		}
		await this.#prepareSide(this.#english, pause);
		await this.#prepareSide(this.#arabic, pause);
	}

	/** The same for what looking up the words of this text needs, and no more. */
	async prepareFor(text: string, pause: () => Promise<void>): Promise<void> {
		if (/[a-z]/i.test(text)) await this.#prepareSide(this.#english, pause);
		if (/[\u0600-\u06ff]/.test(text)) await this.#prepareSide(this.#arabic, pause);
	}

	async #prepareSide(side: Side, pause: () => Promise<void>): Promise<void> {
		while (!side.catchUp(entriesPerSlice)) await pause();
	}

	/** English words of the lexicon, single ones, that begin with this letter: for spelling. */
	englishWords(initial: string): readonly string[] {
		if (!this.#initials) {
			this.#initials = new Map();
			const all = new Set(this.#lines.flatMap((line) => columnOf(line, 1).map(fold)));
			for (const word of all) {
				if (/[\s-]/.test(word)) continue;
				const list = this.#initials.get(word[0] ?? "");
				if (list) list.push(word);
				else this.#initials.set(word[0] ?? "", [word]);
			}
		}
		return this.#initials.get(initial) ?? [];
	}
}

function columnOf(line: string, column: 1 | 2): string[] {
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
class Side {
	/** The lexicon's own list, which grows. */
	readonly #lines: readonly string[];
	readonly #column: 1 | 2;
	readonly #stems = new Map<string, number | number[]>();
	/** The most words that a term beginning with this stem has, where it is more than one. */
	readonly #longest = new Map<string, number>();
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
			push(this.#stems, stems.join(" "), id);
			const first = stems[0] ?? "";
			if ((this.#longest.get(first) ?? 1) < stems.length) this.#longest.set(first, stems.length);
		}
	}

	beginsTerm(word: string): boolean {
		this.catchUp(Number.POSITIVE_INFINITY);
		return this.#longest.has(this.#stem(word));
	}

	match(words: readonly string[], at: number): LexiconMatch | undefined {
		const first = words[at];
		if (first === undefined) return undefined;
		this.catchUp(Number.POSITIVE_INFINITY);
		const longest = this.#longest.get(this.#stem(first)) ?? 1;
		for (let length = Math.min(longest, words.length - at); length > 0; length--) {
			const run = words.slice(at, at + length);
			const found = this.#entries(run.map(this.#stem).join(" "));
			if (found.length > 0) return { length, entries: this.#graded(found, run.join(" ")) };
		}
		return this.#akin(first);
	}

	#entries(stems: string): readonly number[] {
		const found = this.#stems.get(stems);
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
