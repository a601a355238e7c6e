import { fold } from "../text/normalise.ts";
import { stemArabic } from "../words/stem-arabic.ts";
import type { Lexicon } from "./lexicon.ts";

/** By the part of speech of a line: the parts of speech of the entries that its words may name. */
const partsOfSpeech: Readonly<Record<string, string>> = { n: "npg", v: "vp", a: "axp" };
/** Entries of the lexicon that are looked through before the event loop gets its turn: a few ms. */
const entriesPerSlice = 1_000;

/** A word of a field, and the entries of the lexicon that it stands for there. */
export type FieldWord = { word: string; entries: readonly number[] };

type Line = { pos: string; words: readonly string[] };

const none: ReadonlySet<number> = new Set();

/**
 * Words that news use for one another, a field a line: `POS<TAB>visit|trip|tour`. Every word is one
 * that the lexicon lists, so that a field serves questions and articles of both languages.
 */
export class Thesaurus {
	readonly #lexicon: Lexicon;
	readonly #lines: readonly Line[];
	/** By word: the lines that hold it, and the entries that list it. */
	readonly #linesOf = new Map<string, Line[]>();
	readonly #listing = new Map<string, number[]>();
	#looked = 0;
	readonly #mates = new Map<number, ReadonlySet<number>>();

	/** `tables`: texts of thesaurus files; # begins a comment. `lexicon` only grows later. */
	constructor(tables: readonly string[], lexicon: Lexicon) {
		this.#lexicon = lexicon;
		this.#lines = tables.flatMap((table) =>
			table.split("\n").flatMap((line): Line[] => {
				const [pos = "", words = ""] = line.split("\t");
				return !line || line.startsWith("#") ? [] : [{ pos, words: words.split("|") }];
			}),
		);
		for (const line of this.#lines) for (const word of line.words) push(this.#linesOf, word, line);
	}

	/** Does in slices what the first `mates` would have to wait for. */
	async prepare(pause: () => Promise<void>): Promise<void> {
		while (!this.#catchUp(entriesPerSlice)) await pause();
	}

	/** Entries of the lexicon that share a field with this one. */
	mates(entry: number): ReadonlySet<number> {
		const known = this.#mates.get(entry);
		if (known) return known;
		const out = new Set<number>();
		const lines = new Set(
			this.#lexicon.entry(entry).english.flatMap((word) => this.#linesOf.get(word) ?? []),
		);
		for (const line of lines) {
			const words = this.#field(line);
			for (const own of words.filter(({ entries }) => entries.includes(entry))) {
				for (const { word, entries } of words)
					if (word !== own.word) for (const mate of entries) out.add(mate);
			}
		}
		out.delete(entry);
		const mates = out.size > 0 ? out : none;
		this.#mates.set(entry, mates);
		return mates;
	}

	/** All fields in order: for checking them. */
	get fields(): FieldWord[][] {
		return this.#lines.map((line) => this.#field(line));
	}

	/** Looks through so many more entries for the words of the fields; true once none is left. */
	#catchUp(entries: number): boolean {
		const to = Math.min(this.#lexicon.size, this.#looked + entries);
		const words = { has: (word: string) => this.#linesOf.has(word) };
		for (const id of this.#lexicon.entriesListing(words, this.#looked, to)) {
			for (const word of this.#lexicon.entry(id).english)
				if (words.has(word)) push(this.#listing, word, id);
		}
		if (to > this.#looked) this.#mates.clear();
		this.#looked = to;
		return to === this.#lexicon.size;
	}

	/**
	 * A word of several senses takes part by those that share an Arabic word with the rest of its
	 * line: a strike beside an attack is none of workers.
	 */
	#field({ pos, words }: Line): FieldWord[] {
		this.#catchUp(Number.POSITIVE_INFINITY);
		const senses = words.map((word) => ({ word, entries: this.#named(word, pos) }));
		return senses.map((sense) => {
			if (sense.entries.length < 2) return sense;
			const rest = new Set(
				senses
					.filter((other) => other !== sense)
					.flatMap(({ entries }) => entries.flatMap((id) => this.#arabicStems(id))),
			);
			const entries = sense.entries.filter((id) =>
				this.#arabicStems(id).some((stem) => rest.has(stem)),
			);
			return { ...sense, entries };
		});
	}

	/** Entries that the word names; those that list it beside their name where there are none. */
	#named(word: string, pos: string): number[] {
		const parts = partsOfSpeech[pos] ?? "";
		const listing = (this.#listing.get(word) ?? []).map((id) => ({
			id,
			...this.#lexicon.entry(id),
		}));
		const own = listing.filter((entry) => parts.includes(entry.pos));
		const first = own.filter(({ english }) => english[0] === word);
		return (first.length > 0 ? first : own).map(({ id }) => id);
	}

	#arabicStems(id: number): string[] {
		return this.#lexicon
			.entry(id)
			.arabic.map((term) => fold(term).split(" ").map(stemArabic).join(" "));
	}
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
