/** A run of folded words that stands for something. */
export type Phrase<T> = { words: readonly string[]; value: T };

/**
 * Phrases by their first word, so that a look costs what begins there, not what the table holds.
 * Those that begin alike stay in the order in which they were added.
 */
export class PhraseTable<T> {
	readonly #byFirst = new Map<string, Phrase<T>[]>();

	/** Adds the phrase; one without a word is none. */
	add(words: readonly string[], value: T): void {
		const [first] = words;
		if (first === undefined) return;
		const list = this.#byFirst.get(first);
		if (list) list.push({ words, value });
		else this.#byFirst.set(first, [{ words, value }]);
	}

	has(words: readonly string[]): boolean {
		return this.starting(words[0] ?? "").some(
			(phrase) => phrase.words.length === words.length && goesOn(words, 0, phrase.words),
		);
	}

	/** Every phrase whose first word it is. */
	starting(first: string): readonly Phrase<T>[] {
		return this.#byFirst.get(first) ?? none;
	}

	*all(): Generator<Phrase<T>> {
		for (const list of this.#byFirst.values()) yield* list;
	}

	/**
	 * The longest phrase that begins at `at` and ends before `end`, the one added first of equal ones.
	 * `first`: what the word there is read as. `fits` compares a word of the text with one of a phrase.
	 */
	longest(
		words: readonly string[],
		at: number,
		end = words.length,
		first = words[at] ?? "",
		fits?: (word: string | undefined, wanted: string, isLast: boolean) => boolean,
	): Phrase<T> | undefined {
		let best: Phrase<T> | undefined;
		for (const phrase of this.starting(first)) {
			const { length } = phrase.words;
			if (at + length > end || (best && length <= best.words.length)) continue;
			const holds = fits
				? phrase.words.every((word, i) => fits(words[at + i], word, i === length - 1))
				: goesOn(words, at, phrase.words);
			if (holds) best = phrase;
		}
		return best;
	}
}

const none: readonly never[] = [];

/** Whether the words behind the first one of the phrase follow at `at`. */
function goesOn(words: readonly string[], at: number, phrase: readonly string[]): boolean {
	for (let i = 1; i < phrase.length; i++) if (words[at + i] !== phrase[i]) return false;
	return true;
}
