import { fold } from "./normalise.ts";
import { PhraseTable } from "./phrase-table.ts";

/** Where a phrase stands in a row of words: `[from, to)`. */
export type PhraseHit<T> = { from: number; to: number; value: T };

/** Runs of folded words that stand for something. A trailing ل of a phrase (وفقا ل) is a prefix. */
export class Phrases<T> {
	readonly #table = new PhraseTable<T>();

	add(phrases: readonly string[], value: T): this {
		for (const phrase of phrases) this.#table.add(fold(phrase).split(/\s+/).filter(Boolean), value);
		return this;
	}

	/** The longest phrase that begins at `at`. */
	at(words: readonly string[], at: number): PhraseHit<T> | undefined {
		const phrase = this.#table.longest(words, at, words.length, words[at], fits);
		if (!phrase) return undefined;
		const hit = { from: at, to: at + phrase.words.length, value: phrase.value };
		const last = words[hit.to - 1] ?? "";
		// The prefix belongs to the name that follows: the phrase ends before that word.
		if (last.length > 1 && last.startsWith("ل") && hit.to - at > 1) {
			if (!this.#table.has(words.slice(at, hit.to))) hit.to--;
		}
		return hit;
	}

	/** All, from left to right, none inside another. */
	find(words: readonly string[]): PhraseHit<T>[] {
		const out: PhraseHit<T>[] = [];
		for (let at = 0; at < words.length; ) {
			const hit = this.at(words, at);
			if (hit) out.push(hit);
			at = Math.max(at + 1, hit?.to ?? 0);
		}
		return out;
	}
}

function fits(word: string | undefined, wanted: string, last: boolean): boolean {
	if (word === undefined) return false;
	return word === wanted || (last && wanted === "ل" && word.startsWith("ل"));
}
