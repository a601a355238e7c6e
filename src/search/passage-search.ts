import type { Article } from "../domain/article.ts";
import type {
	AskedWord,
	PassageHit,
	PassageHits,
	PassageQuery,
	PassageSearch,
} from "../domain/ports.ts";
import { Closeness } from "./closeness.ts";
import type { SearchData } from "./data.ts";
import type { Group } from "./group-builder.ts";
import { GroupReader } from "./groups.ts";
import { LetterScore } from "./letters.ts";
import { type Scores, scoreGroups } from "./score.ts";
import { loadSnapshot, saveSnapshot } from "./snapshot.ts";
import { PassageStore } from "./store.ts";
import { highest } from "./top.ts";
import { tuning } from "./tuning.ts";

/** Characters of text that are indexed before the event loop gets its turn: a few ms. */
const sliceLength = 10_000;

export type SearchOptions = {
	/** Bytes of an earlier `snapshot` of the same corpus: read in a fraction of the time. */
	snapshot?: Uint8Array | undefined;
	/** Hash of the articles; a snapshot with another one is refused. */
	corpusHash?: string | undefined;
};

/**
 * The search over these articles' passages, built in slices that leave the event loop free. Throws
 * `snapshot_stale` or `snapshot_corrupt` for a snapshot that does not fit: call again without it.
 */
export async function createPassageSearch(
	articles: readonly Article[],
	data: SearchData,
	options: SearchOptions = {},
): Promise<LocalPassageSearch> {
	const { snapshot, corpusHash = "" } = options;
	if (snapshot) {
		const store = await loadSnapshot(snapshot, articles, corpusHash, data);
		return new LocalPassageSearch(store, data);
	}
	const search = new LocalPassageSearch(new PassageStore(data), data);
	for (const article of articles) await search.add(article);
	return search;
}

export class LocalPassageSearch implements PassageSearch {
	readonly #store: PassageStore;
	readonly #data: SearchData;
	readonly #reader: GroupReader;
	#sinceBreath = 0;

	constructor(store: PassageStore, data: SearchData) {
		this.#store = store;
		this.#data = data;
		this.#reader = new GroupReader(data, store);
	}

	/** Adds an article's passages; an article with the same id is replaced. */
	async add(article: Article): Promise<void> {
		this.#store.removeArticle(article.id);
		for (const passage of article.passages) {
			this.#store.add(article, passage);
			this.#sinceBreath += passage.text.length;
			if (this.#sinceBreath < sliceLength) continue;
			this.#sinceBreath = 0;
			await new Promise<void>((resolve) => setImmediate(resolve));
		}
	}

	/** Puts an article in the place of the one with its id at once; false where their texts differ. */
	exchange(article: Article): boolean {
		return this.#store.exchange(article);
	}

	/** Takes an article's passages out; nothing happens where there are none. */
	remove(articleId: string): void {
		this.#store.removeArticle(articleId);
	}

	/** Does ahead of time what the first question would have to wait for. */
	warmUp(): Promise<void> {
		return this.#data.lexicon.prepare(() => new Promise((resolve) => setImmediate(resolve)));
	}

	/** The index as bytes for `createPassageSearch`. */
	snapshot(corpusHash: string): Uint8Array {
		return saveSnapshot(this.#store, corpusHash, this.#data);
	}

	get size(): number {
		return this.#store.size;
	}

	async search(query: PassageQuery): Promise<PassageHits> {
		const groups = this.#reader.read(query.text);
		const scores = scoreGroups(groups, this.#store);
		const closeness = new Closeness(groups, scores.found, this.#store.words);
		const ranked =
			groups.length === 0 ? this.#preferred(query, scores) : this.#rank(query, scores, closeness);
		ranked.length = Math.min(ranked.length, query.limit);
		return {
			hits: ranked.map(([number, score]) => ({
				...this.#hit(number, score, scores, closeness),
				asked: () => this.#asked(number, groups, scores, closeness),
			})),
			unknownWords: groups.filter((_, g) => !scores.found[g]?.reached).map((group) => group.word),
			expansions: groups.map(expansion).filter(({ to }) => to.length > 0),
		};
	}

	/** The best passages, best first, with their scores. */
	#rank(query: PassageQuery, scores: Scores, closeness: Closeness): [number, number][] {
		const store = this.#store;
		const lent = this.#lentByArticle(scores);
		const score = (number: number) =>
			(scores.total[number] ?? 0) + tuning.article * (lent[store.articleOf(number)] ?? 0);
		const { accept, prefer } = query;
		const accepted = !accept
			? scores.passages
			: scores.passages.filter((number) => {
					const stored = store.passages[number];
					return stored !== undefined && accept(stored);
				});
		const letters = new LetterScore(query.text, query.language, store, this.#data.stopWords);
		const close = highest(accepted, Math.max(tuning.depth, query.limit), score);
		const ranked = close.map((number): [number, number] => {
			const stored = store.passages[number];
			if (!stored) return [number, 0];
			const words = score(number) + closeness.bonus(stored);
			const both = words + (letters.of(stored, number) ?? tuning.gramElsewhere * words);
			return [number, prefer ? both * (1 + tuning.prefer * prefer(stored)) : both];
		});
		return ranked.sort((a, b) => b[1] - a[1] || this.#byPlace(a[0], b[0]));
	}

	/** Where the text asks for nothing: the passages that are preferred for other reasons. */
	#preferred({ accept, prefer }: PassageQuery, scores: Scores): [number, number][] {
		const out: [number, number][] = [];
		for (const [number, stored] of this.#store.passages.entries()) {
			if (!stored || (accept && !accept(stored))) continue;
			const score = prefer?.(stored) ?? 0;
			if (score <= 0) continue;
			scores.coverage[number] = 1;
			out.push([number, score]);
		}
		return out.sort((a, b) => b[1] - a[1] || this.#byPlace(a[0], b[0]));
	}

	/** By article: the mean of its best passages. */
	#lentByArticle(scores: Scores): Float64Array {
		const top = tuning.articleTop;
		const best = new Float64Array(this.#store.articleCount * top);
		for (const number of scores.passages) {
			const from = this.#store.articleOf(number) * top;
			let score = scores.total[number] ?? 0;
			for (let at = from; at < from + top; at++) {
				const kept = best[at] ?? 0;
				if (score <= kept) continue;
				best[at] = score;
				score = kept;
			}
		}
		const out = new Float64Array(this.#store.articleCount);
		for (let at = 0; at < best.length; at++) {
			const article = Math.floor(at / top);
			out[article] = (out[article] ?? 0) + (best[at] ?? 0) / top;
		}
		return out;
	}

	#byPlace(a: number, b: number): number {
		const x = this.#store.passages[a];
		const y = this.#store.passages[b];
		if (!x || !y) return a - b;
		if (x.article.id !== y.article.id) return x.article.id < y.article.id ? -1 : 1;
		return x.passage.source.line - y.passage.source.line || a - b;
	}

	#asked(
		number: number,
		groups: readonly Group[],
		scores: Scores,
		closeness: Closeness,
	): AskedWord[] {
		const stored = this.#store.passages[number];
		const held = stored ? closeness.held(stored) : [];
		const whole = scores.found.reduce((sum, { idf }) => sum + idf, 0) || 1;
		return groups.map(({ word }, g) => {
			const ways = held[g] ?? [];
			const best = ways.reduce((most, { weight }) => Math.max(most, weight), 0);
			const share = (scores.found[g]?.idf ?? 0) / whole;
			return { word, share, held: Math.min(1, best), ways };
		});
	}

	#hit(number: number, score: number, scores: Scores, closeness: Closeness): PassageHit {
		const stored = this.#store.passages[number];
		if (!stored) throw new Error(`No passage ${number}.`);
		const matched = new Set<string>();
		for (const id of stored.words) {
			if (closeness.asksFor(id)) matched.add(this.#store.words.word(id));
		}
		const { article, passage } = stored;
		return { article, passage, score, coverage: scores.coverage[number] ?? 0, matched };
	}
}

function expansion(group: Group): { word: string; to: string[] } {
	const to = group.alternatives.flatMap(({ shown, weight }) =>
		shown && shown !== group.word && weight >= tuning.tellFrom ? [shown] : [],
	);
	return { word: group.word, to: [...new Set(to)] };
}
