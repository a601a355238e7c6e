import type { PassageStore } from "./store.ts";
import { tuning } from "./tuning.ts";

/** A name's passages that are looked into. */
const mostPassages = 200;
/** A title stands at most so many words before the name: "President Vladimir Putin". */
const reach = 3;
const longestCache = 2_000;

/** What the corpus calls a person beside the name: "الرئيس الروسي فلاديمير بوتين". */
export class Titles {
	readonly #store: PassageStore;
	readonly #known = new Map<string, string[][]>();
	#size = -1;

	constructor(store: PassageStore) {
		this.#store = store;
	}

	/** Pairs of terms that stand before the name again and again, and seldom anywhere else. */
	of(name: string): readonly string[][] {
		if (this.#size !== this.#store.size || this.#known.size > longestCache) {
			this.#known.clear();
			this.#size = this.#store.size;
		}
		const known = this.#known.get(name);
		if (known) return known;
		const out = this.#find(name);
		this.#known.set(name, out);
		return out;
	}

	#find(name: string): string[][] {
		const { words, index, passages } = this.#store;
		const number = words.numberOfTerm(name);
		if (number === 0) return [];
		const before = new Map<string, Set<number>>();
		let looked = 0;
		for (const passage of index.postings(name, "text").keys()) {
			const stored = passages[passage];
			if (!stored) continue;
			if (++looked > mostPassages) break;
			const row = stored.words;
			for (let at = 2; at < stored.otherFrom; at++) {
				if (words.termNumber(row[at] ?? 0) !== number) continue;
				for (let from = Math.max(0, at - reach); from <= at - 2; from++) {
					const first = words.term(row[from] ?? 0);
					const second = words.term(row[from + 1] ?? 0);
					if (!first || !second || second === name) continue;
					const key = `${first} ${second}`;
					const seen = before.get(key);
					if (seen) seen.add(passage);
					else before.set(key, new Set([passage]));
				}
			}
		}
		const out: string[][] = [];
		for (const [key, seen] of before) {
			if (seen.size < tuning.titleTimes) continue;
			const pair = key.split(" ");
			const held = index.postings(pair[0] ?? "", "text");
			let together = 0;
			for (const passage of index.postings(pair[1] ?? "", "text").keys()) if (held.has(passage)) together++;
			if (seen.size >= tuning.titleShare * together) out.push(pair);
		}
		return out;
	}
}
