import type { Group } from "./group-builder.ts";
import type { Found } from "./score.ts";
import type { StoredPassage } from "./store.ts";
import { tuning } from "./tuning.ts";
import type { CorpusWords } from "./words.ts";

/** What a term of the question's groups is worth, by group. */
type Worth = { group: number; weight: number };
type Sighting = Worth & { at: number };

/** How close together a passage holds what the question asks for. */
export class Closeness {
	readonly #worth = new Map<string, Worth[]>();
	readonly #found: readonly Found[];
	readonly #words: CorpusWords;

	constructor(groups: readonly Group[], found: readonly Found[], words: CorpusWords) {
		this.#found = found;
		this.#words = words;
		for (const [group, { alternatives }] of groups.entries()) {
			for (const { terms, weight } of alternatives) {
				for (const term of terms) this.#keepBest(term, group, weight / terms.length);
			}
		}
	}

	#keepBest(term: string, group: number, weight: number): void {
		const known = this.#worth.get(term);
		const same = known?.find((worth) => worth.group === group);
		if (same) same.weight = Math.max(same.weight, weight);
		else if (known) known.push({ group, weight });
		else this.#worth.set(term, [{ group, weight }]);
	}

	/** The index term means something to the question. */
	asksFor(term: string): boolean {
		return this.#worth.has(term);
	}

	/** To be added to the passage's score. */
	bonus(passage: StoredPassage): number {
		const sightings: Sighting[] = [];
		for (const [at, word] of passage.words.entries()) {
			const worth = this.#worth.get(this.#words.term(word));
			if (worth) for (const { group, weight } of worth) sightings.push({ at, group, weight });
		}
		return tuning.window * this.#bestWindow(sightings) + tuning.pair * this.#pairs(sightings);
	}

	#idf(group: number): number {
		return this.#found[group]?.idf ?? 0;
	}

	/** The weight of the groups within the best stretch of words. */
	#bestWindow(sightings: readonly Sighting[]): number {
		let best = 0;
		for (let from = 0; from < sightings.length; from++) {
			const start = sightings[from]?.at ?? 0;
			const seen = new Float32Array(this.#found.length);
			let sum = 0;
			for (let to = from; to < sightings.length; to++) {
				const next = sightings[to];
				if (!next || next.at - start > tuning.windowWords) break;
				const gain = next.weight - (seen[next.group] ?? 0);
				if (gain <= 0) continue;
				seen[next.group] = next.weight;
				sum += gain * this.#idf(next.group);
			}
			if (sum > best) best = sum;
		}
		return best;
	}

	/** Words that are neighbours in the question and stand near each other, in either order. */
	#pairs(sightings: readonly Sighting[]): number {
		const best = new Float32Array(this.#found.length);
		for (const [i, a] of sightings.entries()) {
			for (let j = i + 1; j < sightings.length; j++) {
				const b = sightings[j];
				if (!b || b.at - a.at > tuning.pairGap) break;
				if (Math.abs(a.group - b.group) !== 1 || a.at === b.at) continue;
				const idf = Math.min(this.#idf(a.group), this.#idf(b.group));
				const value = (idf * Math.min(a.weight, b.weight)) / (b.at - a.at);
				const pair = Math.min(a.group, b.group);
				if (value > (best[pair] ?? 0)) best[pair] = value;
			}
		}
		return best.reduce((sum, value) => sum + value, 0);
	}
}
