import type { WordFacts } from "../../language/words/word-facts.ts";
import { hashOf } from "./hash.ts";

/** Keys of what is known of a word, and of its stem's ends and beginnings so many letters long. */
export type WordKeys = Readonly<
	Record<
		| ("stem" | "kind" | "lists" | "clitics" | "parts" | "cue" | "sex" | "agreement")
		| ("end1" | "end2" | "end3")
		| ("begin1" | "begin2" | "begin3" | "begin4" | "begin5"),
		number
	>
>;

const empty = hashOf("");

/** Where no word stands. */
export const noWord: WordKeys = {
	stem: empty,
	kind: empty,
	lists: 0,
	clitics: empty,
	parts: empty,
	cue: empty,
	sex: empty,
	agreement: empty,
	end1: empty,
	end2: empty,
	end3: empty,
	begin1: empty,
	begin2: empty,
	begin3: empty,
	begin4: empty,
	begin5: empty,
};

const known = new WeakMap<WordFacts, WordKeys>();

/** Worked out once for each word that is remembered. */
export function keysOf(facts: WordFacts): WordKeys {
	const before = known.get(facts);
	if (before) return before;
	const { kind, kinds, clitics, parts, cue, sex, agreement, stem } = facts;
	const keys: WordKeys = {
		stem: hashOf(stem),
		kind: hashOf(kind),
		lists: hashOf([...kinds].join(" ")),
		clitics: hashOf(clitics),
		parts: hashOf(parts),
		cue: hashOf(cue),
		sex: hashOf(sex),
		agreement: hashOf(agreement),
		end1: hashOf(stem.slice(-1)),
		end2: hashOf(stem.slice(-2)),
		end3: hashOf(stem.slice(-3)),
		begin1: hashOf(stem.slice(0, 1)),
		begin2: hashOf(stem.slice(0, 2)),
		begin3: hashOf(stem.slice(0, 3)),
		begin4: hashOf(stem.slice(0, 4)),
		begin5: hashOf(stem.slice(0, 5)),
	};
	known.set(facts, keys);
	return keys;
}
