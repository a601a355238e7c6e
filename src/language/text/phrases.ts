import { fold } from "./normalise.ts";

/** Where a phrase stands in a row of words: `[from, to)`. */
export type PhraseHit<T> = { from: number; to: number; value: T };

/** Runs of folded words that stand for something. A trailing ل of a phrase (وفقا ل) is a prefix. */
export class Phrases<T> {
	readonly #byFirst = new Map<string, { words: string[]; value: T }[]>();

	add(phrases: readonly string[], value: T): this {
		for (const phrase of phrases) {
			const words = fold(phrase).split(/\s+/).filter(Boolean);
			const first = words[0];
			if (first === undefined) continue;
			const list = this.#byFirst.get(first);
			if (list) list.push({ words, value });
			else this.#byFirst.set(first, [{ words, value }]);
		}
		return this;
	}

	/** The longest phrase that begins at `at`. */
	at(words: readonly string[], at: number): PhraseHit<T> | undefined {
		let best: PhraseHit<T> | undefined;
		for (const phrase of this.#byFirst.get(words[at] ?? "") ?? []) {
			const to = at + phrase.words.length;
			if (best && to <= best.to) continue;
			if (
				phrase.words.every((word, i) => fits(words[at + i], word, i === phrase.words.length - 1))
			) {
				best = { from: at, to, value: phrase.value };
			}
		}
		if (best && words[best.to - 1]?.startsWith("ل") && best.to - at > 1) {
			// The prefix belongs to the name that follows: the phrase ends before that word.
			const last = words[best.to - 1] ?? "";
			if (last.length > 1 && !this.#ends(words, best)) best = { ...best, to: best.to - 1 };
		}
		return best;
	}

	#ends(words: readonly string[], hit: PhraseHit<T>): boolean {
		const run = words.slice(hit.from, hit.to).join(" ");
		return (this.#byFirst.get(words[hit.from] ?? "") ?? []).some(
			(phrase) => phrase.words.join(" ") === run,
		);
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
