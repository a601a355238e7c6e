import type { Lexicon, LexiconEntry } from "../language/lexicon.ts";
import { fold } from "../language/normalise.ts";
import { stemArabic } from "../language/stem-arabic.ts";

/** By the part of speech of a line: the parts of speech of the entries that its words may name. */
const partsOfSpeech: Readonly<Record<string, string>> = { n: "npg", v: "vp", a: "axp" };

/** A line of the thesaurus by what its words are: entries of the lexicon. */
export type Field = { words: { word: string; entries: number[] }[] };

/**
 * Words that news use for one another, a field a line: `POS<TAB>visit|trip|tour`. Every word is one
 * that the lexicon lists, so that a field serves questions and articles of both languages.
 */
export class Thesaurus {
	readonly #tables: readonly string[];
	readonly #lexicon: Lexicon;
	#mates: Map<number, Set<number>> | undefined;

	constructor(tables: readonly string[], lexicon: Lexicon) {
		this.#tables = tables;
		this.#lexicon = lexicon;
	}

	/** Entries of the lexicon that share a field with this one. */
	mates(entry: number): ReadonlySet<number> {
		this.#mates ??= this.#join();
		return this.#mates.get(entry) ?? new Set();
	}

	#join(): Map<number, Set<number>> {
		const out = new Map<number, Set<number>>();
		for (const { words } of readFields(this.#tables, this.#lexicon)) {
			for (const { entries } of words) {
				const others = words.filter((word) => word.entries !== entries);
				for (const entry of entries) {
					const mates = out.get(entry) ?? new Set();
					for (const mate of others.flatMap((other) => other.entries)) mates.add(mate);
					mates.delete(entry);
					out.set(entry, mates);
				}
			}
		}
		return out;
	}
}

/** The fields of the tables, each word with the senses that it has there. */
export function readFields(tables: readonly string[], lexicon: Lexicon): Field[] {
	const lines = tables
		.flatMap((table) => table.split("\n"))
		.filter((line) => line && !line.startsWith("#"))
		.map((line) => line.split("\t"));
	const wanted = new Set(lines.flatMap(([, words = ""]) => words.split("|")));
	const listing = new Map<string, number[]>();
	for (const id of lexicon.entriesListing(wanted)) {
		for (const word of lexicon.entry(id).english) {
			if (!wanted.has(word)) continue;
			const list = listing.get(word);
			if (list) list.push(id);
			else listing.set(word, [id]);
		}
	}
	return lines.map(([pos = "", words = ""]) => {
		const senses = words.split("|").map((word) => ({
			word,
			entries: named(word, listing.get(word) ?? [], partsOfSpeech[pos] ?? "", lexicon),
		}));
		return { words: fitting(senses, lexicon) };
	});
}

/** Entries that the word names; those that list it beside their name where there are none. */
function named(word: string, entries: number[], parts: string, lexicon: Lexicon): number[] {
	const own = entries.filter((id) => parts.includes(lexicon.entry(id).pos));
	const first = own.filter((id) => lexicon.entry(id).english[0] === word);
	return first.length > 0 ? first : own;
}

/**
 * A word of several senses takes part by those that share an Arabic word with the rest of its line:
 * a strike beside an attack is none of workers.
 */
function fitting(words: Field["words"], lexicon: Lexicon): Field["words"] {
	const stems = (entries: readonly number[]) =>
		new Set(entries.flatMap((id) => arabicStems(lexicon.entry(id))));
	return words.map((sense) => {
		if (sense.entries.length < 2) return sense;
		const rest = stems(words.filter((other) => other !== sense).flatMap(({ entries }) => entries));
		const entries = sense.entries.filter((id) =>
			arabicStems(lexicon.entry(id)).some((stem) => rest.has(stem)),
		);
		return { ...sense, entries };
	});
}

function arabicStems({ arabic }: LexiconEntry): string[] {
	return arabic.map((term) => fold(term).split(" ").map(stemArabic).join(" "));
}
