import type { Say } from "../domain/messages.ts";
import { Act } from "../domain/sets/acts.ts";
import { plain, wordsFor } from "../domain/typed-words.ts";

/** What an operator types for a new value, in either language. */
export type CorrectionWords = {
	act(word: string): Act | null;
	/** Nobody, nothing, not known. */
	isNone(word: string): boolean;
};

export function correctionWords(say: Say): CorrectionWords {
	const acts = new Map([
		...wordsFor(say, "stance_words", Act.options),
		...wordsFor(say, "act", Act.options),
	]);
	const none = wordsFor(say, "correction", ["none_words"]);
	return {
		act: (word) => acts.get(plain(word)) ?? Act.options.find((one) => one === word) ?? null,
		isNone: (word) => none.has(plain(word)),
	};
}
