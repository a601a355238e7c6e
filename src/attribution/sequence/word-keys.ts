import type { WordFacts } from "../../language/words/word-facts.ts";
import { hashOf } from "./hash.ts";

/** Keys of what is known of a word: of its lists, its clitics and parts of speech, its stem's ends. */
export type WordKeys = Readonly<
	Record<
		"lists" | "clitics" | "parts" | "end2" | "end3" | "begin1" | "begin2" | "begin3" | "begin5",
		number
	>
>;

const known = new WeakMap<WordFacts, WordKeys>();

/** Worked out once for each word that is remembered. */
export function keysOf(facts: WordFacts): WordKeys {
	const before = known.get(facts);
	if (before) return before;
	const { kinds, clitics, parts, stem } = facts;
	const keys: WordKeys = {
		lists: hashOf([...kinds].join(" ")),
		clitics: hashOf(clitics),
		parts: hashOf(parts),
		end2: hashOf(stem.slice(-2)),
		end3: hashOf(stem.slice(-3)),
		begin1: hashOf(stem.slice(0, 1)),
		begin2: hashOf(stem.slice(0, 2)),
		begin3: hashOf(stem.slice(0, 3)),
		begin5: hashOf(stem.slice(0, 5)),
	};
	known.set(facts, keys);
	return keys;
}
