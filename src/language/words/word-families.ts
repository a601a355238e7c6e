import { z } from "zod";
import { fold } from "../text/normalise.ts";
import { termOf } from "./index-terms.ts";

/** `index-data/families.json`: by language, the words of one matter that no rule joins, a family a line. */
export const FamilyData = z.record(z.string(), z.array(z.string()));
export type FamilyData = z.infer<typeof FamilyData>;

/** Words that stand for one matter in another tense or part of speech: win, won, winner; نزح, نزوح, نازح. */
export class WordFamilies {
	/** By index term: the words of the families that it belongs to, its own among them. */
	readonly #members = new Map<string, Set<string>>();

	constructor(data: FamilyData) {
		for (const family of Object.values(data).flat()) {
			const words = fold(family).split(" ");
			for (const term of words.map(termOf))
				this.#members.set(term, new Set([...(this.#members.get(term) ?? []), ...words]));
		}
	}

	/** The others of a folded word's families, in their order; none with its own index term. */
	others(word: string): readonly string[] {
		const own = termOf(word);
		return [...(this.#members.get(own) ?? [])].filter((other) => termOf(other) !== own);
	}
}
