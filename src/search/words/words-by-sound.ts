import { likeness } from "../../language/sounds/likeness.ts";
import {
	arabicSkeleton,
	closeRows,
	rowCode,
	skeleton,
	skeletonCode,
} from "../../language/sounds/skeleton.ts";
import { arabicName, latinName, type Sounds } from "../../language/sounds/transliterate.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { withoutArticle } from "../../language/words/stem-arabic.ts";
import type { SnapshotParts } from "../snapshot-parts.ts";
import { InvertedList } from "./inverted-list.ts";

const longest = 16;
const shortest = 3;
/** Codes of consonants below it have two consonants at most. */
const threeConsonants = 256;
/** Codes of close rows begin above those of consonants, which have 28 bits. */
const closeFrom = 2 ** 28;

/**
 * Words of the corpus by their consonants, in any script. How a word sounds takes longer to work out than all
 * else that is kept of it, and only names are looked for by it: words wait until one is.
 */
export class SoundIndex {
	#waiting: { id: number; word: string }[] = [];
	/** How many of those that wait were taken in. */
	#caughtUp = 0;
	#isAwaited = false;
	#bySkeleton = new InvertedList();
	/** By code of the consonants, or of a short name's close row: the key of their list. */
	readonly #keys = new Map<number, number>();

	static from(parts: SnapshotParts): SoundIndex {
		const out = new SoundIndex();
		out.#bySkeleton = InvertedList.from(parts.in("words"));
		for (const [key, code] of parts.numbers("codes").entries()) out.#keys.set(code, key);
		return out;
	}

	save(parts: SnapshotParts): void {
		if (!this.#isAwaited) this.catchUp();
		parts.put("codes", Int32Array.from(this.#keys.keys()));
		this.#bySkeleton.save(parts.in("words"));
	}

	add(id: number, word: string): void {
		if (word.length < 2 || word.length > longest) return;
		if (this.#isAwaited) this.#hear(id, word);
		else this.#waiting.push({ id, word });
	}

	/** Takes in so many words that wait; true once none is left, and from then on none ever waits. */
	catchUp(words = this.#waiting.length): boolean {
		const to = Math.min(this.#waiting.length, this.#caughtUp + words);
		for (const { id, word } of this.#waiting.slice(this.#caughtUp, to)) this.#hear(id, word);
		this.#caughtUp = to;
		this.#isAwaited = to === this.#waiting.length;
		if (this.#isAwaited) {
			this.#waiting = [];
			this.#caughtUp = 0;
		}
		return this.#isAwaited;
	}

	#hear(id: number, word: string): void {
		const first = word.charCodeAt(0);
		if (first >= 0x620 && first <= 0x6ff) {
			let last = -1;
			for (const form of nameForms(word)) {
				const code = arabicSkeleton(form);
				if (code !== last) this.#put(code, id, form.length);
				last = code;
				if (code < threeConsonants) this.#putClose(form, id);
			}
		} else if (/^[a-z\u00e0-\u024f]/.test(word)) {
			for (const sounds of latinName(word)) {
				this.#put(skeletonCode(skeleton(sounds)), id, word.length);
			}
			this.#putClose(word, id);
		}
	}

	#put(code: number, id: number, length: number): void {
		// Up to one consonant (four bits) names only what is short: Yi, Wu, Li.
		if (code < 16 && length > shortest) return;
		this.#list(code, id);
	}

	#putClose(word: string, id: number): void {
		for (const row of closeRows(word)) this.#list(closeFrom + rowCode(row), id);
	}

	#list(code: number, id: number): void {
		let key = this.#keys.get(code);
		if (key === undefined) {
			key = this.#keys.size;
			this.#keys.set(code, key);
		}
		this.#bySkeleton.add(key, id);
	}

	/** Numbers of the words with these consonants. */
	each(consonants: string, visit: (id: number) => void): void {
		this.#each(skeletonCode(consonants), visit);
	}

	/** Numbers of the words that a short name is spelt like in the other script. */
	eachClose(name: string, visit: (id: number) => void): void {
		for (const row of closeRows(name)) this.#each(closeFrom + rowCode(row), visit);
	}

	#each(code: number, visit: (id: number) => void): void {
		if (!this.#isAwaited) this.catchUp();
		const key = this.#keys.get(code);
		if (key !== undefined) this.#bySkeleton.each(key, visit);
	}
}

/** How alike a word of the corpus is to a name, at its best reading. */
export function soundsAlike(name: Sounds, word: string): number {
	let best = 0;
	if (!isArabic(word)) {
		for (const sounds of latinName(word)) best = Math.max(best, likeness(name, sounds));
		return best;
	}
	for (const form of nameForms(word)) best = Math.max(best, likeness(name, arabicName(form)));
	return best;
}

/** A name may carry the article, و, or a preposition of one letter. */
function nameForms(word: string): string[] {
	const bare = withoutArticle(word);
	const forms = bare === word ? [word] : [word, bare];
	if (word.length >= 5 && "بلفك".includes(word[0] ?? "")) forms.push(word.slice(1));
	return forms;
}
