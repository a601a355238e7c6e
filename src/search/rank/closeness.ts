import { tuning } from "../tuning.ts";
import type { Group } from "../widen/word-group.ts";
import type { CorpusWords } from "../words/corpus-words.ts";
import type { GroupFinding } from "./word-score.ts";

/** What a term of the question's groups is worth, by group. */
type Worth = { group: number; weight: number };
type Sighting = Worth & { at: number };

/** One word may answer to so many words of the question: the work grows with their square. */
const mostGroups = 4;
/** Lighter alternatives rank a passage and are no reason to quote the sentence they stand in. */
const telling = 0.15;

/** How close together a passage holds what the question asks for. */
export class Closeness {
	/** By term number. */
	readonly #worth = new Map<number, Worth[]>();
	/** Numbers of the terms that the question names, translated or inflected. */
	readonly #named = new Set<number>();
	readonly #found: readonly GroupFinding[];
	readonly #words: CorpusWords;

	constructor(groups: readonly Group[], found: readonly GroupFinding[], words: CorpusWords) {
		this.#found = found;
		this.#words = words;
		for (const [group, { alternatives }] of groups.entries()) {
			for (const { terms, weight, guess } of alternatives) {
				const named = !guess && weight >= telling;
				for (const term of terms) this.#take(term, group, weight / terms.length, named);
			}
		}
	}

	#take(term: string, group: number, weight: number, named: boolean): void {
		const number = this.#words.numberOfTerm(term);
		if (number === 0) return;
		if (named) this.#named.add(number);
		const known = this.#worth.get(number);
		if (!known) {
			this.#worth.set(number, [{ group, weight }]);
			return;
		}
		const same = known.find((worth) => worth.group === group);
		if (same) same.weight = Math.max(same.weight, weight);
		else if (known.length < mostGroups) known.push({ group, weight });
	}

	/** The question asks for the word of the corpus, in whatever form or language. */
	asksFor(word: number): boolean {
		return this.#named.has(this.#words.termNumber(word));
	}

	/** To be added to the score of the passage with these words. */
	bonus(words: Int32Array): number {
		const sightings: Sighting[] = [];
		for (let at = 0; at < words.length; at++) {
			const worth = this.#worth.get(this.#words.termNumber(words[at] ?? 0));
			if (worth) for (const { group, weight } of worth) sightings.push({ at, group, weight });
		}
		return tuning.window * this.#bestWindow(sightings) + tuning.pair * this.#pairs(sightings);
	}

	/** Those of the words, as they are written, that the question asks for. */
	matched(words: Int32Array): Set<string> {
		const out = new Set<string>();
		for (const id of words) if (this.asksFor(id)) out.add(this.#words.word(id));
		return out;
	}

	#idf(group: number): number {
		return this.#found[group]?.idf ?? 0;
	}

	/** The weight of the groups within the best stretch of words. */
	#bestWindow(sightings: readonly Sighting[]): number {
		const seen = new Float64Array(this.#found.length);
		let best = 0;
		for (let from = 0; from < sightings.length; from++) {
			const start = sightings[from]?.at ?? 0;
			seen.fill(0);
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
		for (let i = 0; i < sightings.length; i++) {
			const a = sightings[i];
			if (!a) break;
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
		let sum = 0;
		for (const value of best) sum += value;
		return sum;
	}
}
