import { wordsOf } from "../language/text/tokens.ts";
import { readingsOf } from "../language/words/arabic-clitics.ts";

/** Names of one word or several, each of a country, found as whole words. */
export class ToldPhrases {
	/** By its first word, folded: the others, and whose name it is. */
	readonly #byFirst = new Map<string, { rest: readonly string[]; at: number }[]>();

	add(phrase: string, at: number): void {
		const [first, ...rest] = wordsOf(phrase);
		if (first === undefined) return;
		this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { rest, at }]);
	}

	/** Whose names stand among folded words. An Arabic one may have a conjunction or a preposition at its head. */
	in(words: readonly string[]): number[] {
		return words.flatMap((word, n) =>
			readingsOf(word).flatMap(({ text }) =>
				(this.#byFirst.get(text) ?? []).flatMap(({ rest, at }) =>
					rest.every((each, behind) => words[n + 1 + behind] === each) ? [at] : [],
				),
			),
		);
	}
}
