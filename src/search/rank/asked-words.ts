import type { AskedWord } from "../../domain/passage-search.ts";
import { tuning } from "../tuning.ts";
import type { Alternative, Group } from "../widen/word-group.ts";
import type { CorpusWords } from "../words/corpus-words.ts";
import type { GroupFinding } from "./word-score.ts";

/** An alternative whose terms the corpus has, all of them: `rest` is without the one it is kept by. */
type Way = { group: number; place: number; alternative: Alternative; rest: readonly number[] };

/** What the question asks for, in its order, and how far a passage has it. */
export class AskedWords {
	readonly #groups: readonly { word: string; share: number }[];
	/** By the number of their first term. */
	readonly #ways = new Map<number, Way[]>();
	/** Numbers of all terms that a way has. */
	readonly #terms = new Set<number>();
	readonly #words: CorpusWords;

	constructor(groups: readonly Group[], found: readonly GroupFinding[], words: CorpusWords) {
		const whole = found.reduce((sum, { idf }) => sum + idf, 0) || 1;
		this.#groups = groups.map(({ word }, g) => ({ word, share: (found[g]?.idf ?? 0) / whole }));
		this.#words = words;
		for (const [group, { alternatives }] of groups.entries())
			for (const [place, alternative] of alternatives.entries()) {
				const numbers = alternative.terms.map((term) => words.numberOfTerm(term));
				const [first, ...rest] = numbers;
				if (first === undefined || numbers.includes(0)) continue;
				const way = { group, place, alternative, rest };
				const ways = this.#ways.get(first);
				if (ways) ways.push(way);
				else this.#ways.set(first, [way]);
				for (const number of numbers) this.#terms.add(number);
			}
	}

	/** `words`: numbers of the passage's words. */
	of(words: Int32Array): AskedWord[] {
		const terms = new Set<number>();
		for (const word of words) {
			const term = this.#words.termNumber(word);
			if (this.#terms.has(term)) terms.add(term);
		}
		const held: Way[][] = this.#groups.map(() => []);
		for (const term of terms)
			for (const way of this.#ways.get(term) ?? [])
				if (way.rest.every((number) => terms.has(number))) held[way.group]?.push(way);
		return this.#groups.map(({ word, share }, group) => {
			const ways = (held[group] ?? [])
				.sort((a, b) => a.place - b.place)
				.map(({ alternative }) => alternative);
			const best = ways.reduce((most, { weight }) => Math.max(most, weight), 0);
			return { word, share, held: Math.min(1, best), ways };
		});
	}
}

/** How a word was widened, as far as it is worth telling. */
export function expansion(group: Group): { word: string; to: string[] } {
	const to = group.alternatives.flatMap(({ shown, weight }) =>
		shown && shown !== group.word && weight >= tuning.tellFrom ? [shown] : [],
	);
	return { word: group.word, to: [...new Set(to)] };
}
