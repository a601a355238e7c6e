import type { NamedEntity, NameTable } from "../identity/name-table.ts";
import type { WordKnowledge } from "../language/words/word-knowledge.ts";
import type { Chooser } from "./choice/chooser.ts";
import type { Step } from "./choice/weigh.ts";
import type { RulesReading } from "./sequence/rules-reading.ts";
import type { SequenceWeights } from "./sequence/sequence-model.ts";
import type { TextToken } from "./sequence/tokens.ts";

/** Everything that was learned for a language: two looks at the words, the choices, and how sure a card is. */
export type Weights = Record<"first" | "sequence", SequenceWeights> &
	Record<Step | "card" | "who", Chooser> & {
		/** Stems of the words of saying that they were learned from. */
		verbs: ReadonlySet<string>;
	};

/** What reads a language: its words, its weights and what its rules see. */
export type LanguageEngine = {
	words: WordKnowledge;
	weights: Weights;
	entities: NameTable<NamedEntity>;
	rules(text: string, tokens: readonly TextToken[]): RulesReading;
};
