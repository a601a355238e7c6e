import type { Article } from "../domain/article.ts";
import type { PassageHit, PassageHits, PassageQuery, PassageSearch } from "../domain/ports.ts";
import { Closeness } from "./closeness.ts";
import type { SearchData } from "./data.ts";
import type { Group } from "./group-builder.ts";
import { GroupReader } from "./groups.ts";
import { LetterScore } from "./letters.ts";
import { type Scores, scoreGroups } from "./score.ts";
import { PassageStore } from "./store.ts";
import { tuning } from "./tuning.ts";

/** Builds the search over these articles' passages. */
export async function createPassageSearch(
	articles: readonly Article[],
	data: SearchData,
): Promise<LocalPassageSearch> {
	const store = new PassageStore(data);
	for (const article of articles) {
		for (const passage of article.passages) store.add(article, passage);
	}
	return new LocalPassageSearch(store, data);
}

export class LocalPassageSearch implements PassageSearch {
	readonly #store: PassageStore;
	readonly #data: SearchData;
	readonly #reader: GroupReader;

	constructor(store: PassageStore, data: SearchData) {
		this.#store = store;
		this.#data = data;
		this.#reader = new GroupReader(data, store);
	}

	get size(): number {
		return this.#store.size;
	}

	async search(query: PassageQuery): Promise<PassageHits> {
		const groups = this.#reader.read(query.text);
		const scores = scoreGroups(groups, this.#store);
		const closeness = new Closeness(groups, scores.found, this.#store.words);
		const ranked = this.#rank(query, scores, closeness).slice(0, query.limit);
		return {
			hits: ranked.map(([number, score]) => this.#hit(number, score, scores, closeness)),
			unknownWords: groups.filter((_, g) => scores.found[g]?.passages === 0).map((g) => g.word),
			expansions: groups.map(expansion).filter(({ to }) => to.length > 0),
		};
	}

	#rank(query: PassageQuery, scores: Scores, closeness: Closeness): [number, number][] {
		const store = this.#store;
		const accepted: [number, number][] = [];
		const articles = new Map<string, number[]>();
		for (const number of scores.passages) {
			const stored = store.passages[number];
			if (!stored) continue;
			const score = scores.total[number] ?? 0;
			const best = articles.get(stored.article.id);
			if (best) keepTop(best, score);
			else articles.set(stored.article.id, [score]);
			if (!query.accept || query.accept(stored)) accepted.push([number, score]);
		}
		const lent = (id: string) =>
			(articles.get(id) ?? []).reduce((sum, score) => sum + score, 0) / tuning.articleTop;
		for (const entry of accepted) {
			entry[1] += tuning.article * lent(store.passages[entry[0]]?.article.id ?? "");
		}
		accepted.sort((a, b) => b[1] - a[1]);
		const letters = new LetterScore(query.text, query.language, store, this.#data.stopWords);
		const close = accepted.slice(0, Math.max(tuning.depth, query.limit));
		for (const entry of close) {
			const stored = store.passages[entry[0]];
			if (stored) entry[1] += closeness.bonus(stored) + letters.of(stored, entry[0]);
		}
		return close.sort((a, b) => b[1] - a[1] || this.#byPlace(a[0], b[0]));
	}

	#byPlace(a: number, b: number): number {
		const x = this.#store.passages[a];
		const y = this.#store.passages[b];
		if (!x || !y) return a - b;
		if (x.article.id !== y.article.id) return x.article.id < y.article.id ? -1 : 1;
		return x.passage.source.line - y.passage.source.line || a - b;
	}

	#hit(number: number, score: number, scores: Scores, closeness: Closeness): PassageHit {
		const stored = this.#store.passages[number];
		if (!stored) throw new Error(`No passage ${number}.`);
		const matched = new Set<string>();
		for (const id of stored.words) {
			if (closeness.asksFor(this.#store.words.term(id))) matched.add(this.#store.words.word(id));
		}
		const { article, passage } = stored;
		return { article, passage, score, coverage: scores.coverage[number] ?? 0, matched };
	}
}

/** Keeps the few best, in no order. */
function keepTop(best: number[], score: number): void {
	if (best.length < tuning.articleTop) {
		best.push(score);
		return;
	}
	const least = Math.min(...best);
	if (score > least) best[best.indexOf(least)] = score;
}

function expansion(group: Group): { word: string; to: string[] } {
	const to = group.alternatives.flatMap(({ shown }) => (shown && shown !== group.word ? [shown] : []));
	return { word: group.word, to: [...new Set(to)] };
}
