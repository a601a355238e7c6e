import { fold } from "../text/normalise.ts";
import { isArabic } from "../text/tokens.ts";
import { arabicBases, arabicInitialAt, stemArabic } from "../words/stem-arabic.ts";
import { englishInitialAt, stemEnglish } from "../words/stem-english.ts";
import { columnOf, type LexiconMatch, LexiconSide, type LexiconStems } from "./lexicon-side.ts";

/** One sense: words of the two languages that stand for the same thing. */
export type LexiconEntry = {
	/** n noun, v verb, a adjective, x other, p multi-word term, g proper name. */
	pos: string;
	english: string[];
	arabic: string[];
};

/** Shorter words are mostly particles: they are no reason to take what was put off. */
const shortestName = 4;
/** Entries that are indexed before the event loop gets its turn: a few ms. */
const entriesPerSlice = 2_000;

const english: LexiconStems = { stem: stemEnglish, initialAt: englishInitialAt };
const arabic: LexiconStems = { stem: stemArabic, initialAt: arabicInitialAt, bases: arabicBases };

/**
 * Senses by English and by Arabic words. Either side is read when it is first asked for: an
 * English question never needs the Arabic one, which is three times as large, nor an Arabic article
 * the English one.
 */
export class Lexicon {
	readonly #lines: string[] = [];
	readonly #english = new LexiconSide(this.#lines, 1, english);
	readonly #arabic = new LexiconSide(this.#lines, 2, arabic);
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

	/** The longest listed run of the folded words from `at` on, in the language that the word there is of. */
	match(words: readonly string[], at: number): LexiconMatch | undefined {
		return isArabic(words[at] ?? "") ? this.matchArabic(words, at) : this.matchEnglish(words, at);
	}

	/** Whether the folded word is listed as it stands, and as the name of a place or the like alone. */
	isNameAlone(word: string): boolean {
		const exact = this.match([word], 0)?.entries.filter((each) => each.exact) ?? [];
		return exact.length > 0 && exact.every(({ entry }) => this.entry(entry).pos === "g");
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

	/** Readies both sides bit by bit, so that the first question waits for little. `pause`: lets others run. */
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

	async #prepareSide(side: LexiconSide, pause: () => Promise<void>): Promise<void> {
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
