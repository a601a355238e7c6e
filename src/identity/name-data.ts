import { z } from "zod";
import type { Lexicon } from "../language/lexicon/lexicon.ts";
import type { StopWords } from "../language/words/index-terms.ts";

const Words = z.array(z.string().min(1)).min(1);

const State = z.object({ name: Words, people: Words, capital: Words });

/** index-data/names.json: what a general lexicon does not tell of names and numbers. */
export const NameData = z.object({
	/** A state, its people and its capital, which news use for one another. */
	states: z.array(z.object({ english: State, arabic: State })),
	/** Numbers in digits and in words, cardinal and ordinal. */
	numbers: z.array(z.object({ value: z.string(), english: Words, arabic: Words })),
	/** Names of persons whose spelling does not follow from their sound. */
	people: z.array(z.object({ english: Words, arabic: Words })),
	/** Between the names of those who speak together; the Arabic one is written with the next word. */
	joints: z.object({ english: Words, arabic: Words }),
	/** Endings of one name in Latin letters: all of a row are one. */
	endings: z.array(Words),
});

export type NameData = z.infer<typeof NameData>;

/** Words that news use for one another without meaning the same: Beijing and China. */
export type RelatedWords = { near: string[]; far: string[] };

/** What names are told by in a text: the language's words, and which of them stand for one another. */
export type NameWords = {
	lexicon: Lexicon;
	stopWords: StopWords;
	/** By `nameKey`. */
	related: ReadonlyMap<string, RelatedWords>;
};
