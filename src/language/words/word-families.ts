import { z } from "zod";
import { fold } from "../text/normalise.ts";
import { termOf } from "./index-terms.ts";

/** `index-data/families.json`: by language, the words of one matter that no rule joins, a family a line. */
export const FamilyData = z.record(z.string(), z.array(z.string()));
export type FamilyData = z.infer<typeof FamilyData>;

/** Words that stand for one matter in another tense or part of speech: win, won, winner; نزح, نزوح, نازح. */
export class WordFamilies {
	/** By index term: the words of the families that it belongs to, its own among them. */
	readonly #members = new Map<string, string[]>();

	constructor(data: FamilyData) {
		for (const family of Object.values(data).flat()) {
			const words = fold(family).split(" ");
			for (const term of new Set(words.map(termOf))) this.#join(term, words);
		}
	}

	#join(term: string, words: readonly string[]): void {
		const known = this.#members.get(term);
		if (known) known.push(...words);
		else this.#members.set(term, [...words]);
	}

	/** The others of a folded word's families, in their order. */
	others(word: string): readonly string[] {
		return this.#members.get(termOf(word)) ?? [];
	}
}
