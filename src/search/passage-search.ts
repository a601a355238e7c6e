import type { Article } from "../domain/article.ts";
import type { PassageHit, PassageHits, PassageQuery, PassageSearch } from "../domain/ports.ts";
import type { SearchData } from "./data.ts";
import { readGroups } from "./groups.ts";
import { rerank } from "./rerank.ts";
import { scoreGroups } from "./score.ts";
import { PassageStore, type StoredPassage } from "./store.ts";

/** Builds the search over these articles' passages. */
export async function createPassageSearch(
	articles: readonly Article[],
	data: SearchData,
): Promise<PassageSearch> {
	const store = new PassageStore(data);
	for (const article of articles) {
		for (const passage of article.passages) store.add(article, passage);
	}
	return new LocalPassageSearch(store, data);
}

class LocalPassageSearch implements PassageSearch {
	readonly #store: PassageStore;
	readonly #data: SearchData;

	constructor(store: PassageStore, data: SearchData) {
		this.#store = store;
		this.#data = data;
	}

	get size(): number {
		return this.#store.size;
	}

	async search(query: PassageQuery): Promise<PassageHits> {
		const groups = readGroups(query.text, this.#data, this.#store);
		const scores = scoreGroups(groups, this.#store);
		const hits: PassageHit[] = [];
		for (const [number, score] of rerank(query.text, groups, scores, this.#store)) {
			const stored = this.#store.passages[number];
			if (!stored || (query.accept && !query.accept(stored))) continue;
			const { article, passage } = stored;
			const coverage = scores.coverage.get(number) ?? 0;
			hits.push({ article, passage, score, coverage, matched: this.#matched(stored, groups) });
		}
		hits.sort(byScore);
		return {
			hits: hits.slice(0, query.limit),
			unknownWords: scores.found.filter((group) => group.best.size === 0).map((g) => g.word),
			expansions: groups.map((group) => ({
				word: group.word,
				to: group.alternatives.map((alternative) => alternative.shown),
			})),
		};
	}

	#matched(stored: StoredPassage, groups: { alternatives: { terms: string[] }[] }[]): Set<string> {
		void stored;
		void groups;
		return new Set();
	}
}

function byScore(a: PassageHit, b: PassageHit): number {
	if (a.score !== b.score) return b.score - a.score;
	if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
	return a.passage.source.line - b.passage.source.line;
}
