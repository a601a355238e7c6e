import type { Article } from "../domain/article.ts";
import type {
	PassageHit,
	PassageHits,
	PassageIndex,
	PassageJudge,
	PassageQuery,
} from "../domain/passage-search.ts";
import { inSlices } from "../domain/slices.ts";
import { PassageStore } from "./index/passage-index.ts";
import { loadSnapshot, saveSnapshot } from "./index/snapshot.ts";
import { AskedWords, expansion } from "./rank/asked-words.ts";
import { Closeness } from "./rank/closeness.ts";
import { preferredPassages, rankPassages, type Tests } from "./rank/rank-passages.ts";
import { Sheets, scoreGroups } from "./rank/word-score.ts";
import type { SearchData } from "./search-data.ts";
import { breath, longBreath, TurnPace } from "./turns.ts";
import { GroupReader } from "./widen/question-groups.ts";
import type { Group } from "./widen/word-group.ts";

/** Characters of text that are indexed before the event loop gets its turn: a few ms. */
const sliceLength = 10_000;
/** Words of a question that are read before it gets its turn: some ms each where nothing lists them. */
const groupsPerTurn = 3;

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

export class LocalPassageSearch implements PassageIndex {
	readonly #store: PassageStore;
	readonly #data: SearchData;
	readonly #reader: GroupReader;
	readonly #sheets = new Sheets();
	#sinceBreath = 0;
	#version = 0;

	constructor(store: PassageStore, data: SearchData) {
		this.#store = store;
		this.#data = data;
		this.#reader = new GroupReader(data, store);
	}

	/** Adds an article's passages; an article with the same id is replaced. */
	async add(article: Article): Promise<void> {
		this.#version++;
		this.#store.removeArticle(article.id);
		for (const passage of article.passages) {
			this.#store.add(article, passage);
			this.#sinceBreath += passage.text.length;
			if (this.#sinceBreath < sliceLength) continue;
			this.#sinceBreath = 0;
			await longBreath();
		}
	}

	/** Puts an article in the place of the one with its id at once; false where their texts differ. */
	async exchange(article: Article): Promise<boolean> {
		const exchanged = this.#store.exchange(article);
		if (exchanged) this.#version++;
		return exchanged;
	}

	/** Takes an article's passages out; nothing happens where there are none. */
	async remove(articleId: string): Promise<void> {
		this.#version++;
		this.#store.removeArticle(articleId);
	}

	/** Does ahead of time what the first question would have to wait for. */
	async warmUp(): Promise<void> {
		await this.#data.lexicon.prepare(breath);
		await this.#prepare();
		await this.#store.words.prepareSounds(breath);
	}

	async #prepare(): Promise<void> {
		await this.#data.thesaurus.prepare(breath);
		await this.#store.words.prepare(breath);
	}

	/** Nothing runs beside this thread. */
	async close(): Promise<void> {}

	/** The index as bytes for `createPassageSearch`; nothing may be added or removed meanwhile. */
	snapshot(corpusHash: string): Promise<Uint8Array> {
		return saveSnapshot(this.#store, corpusHash, this.#data);
	}

	get version(): number {
		return this.#version;
	}

	get size(): number {
		return this.#store.size;
	}

	async search(query: PassageQuery, judge: PassageJudge = noJudge): Promise<PassageHits> {
		const tests: Tests = {
			accept: query.within && judge.accepts(query.within),
			prefer: query.prefer && judge.prefers(query.prefer),
		};
		const turn = query.unhurried ? longBreath : breath;
		await this.#data.lexicon.prepareFor(query.text, turn);
		await this.#prepare();
		const groups: Group[] = [];
		const pace = new TurnPace(groupsPerTurn, turn);
		for (const group of this.#reader.groups(query.text, query.light)) {
			groups.push(group);
			const pause = pace.spend(1);
			if (pause) await pause;
		}
		const scores = await scoreGroups(groups, this.#store, this.#sheets, turn);
		await turn();
		const { found } = scores;
		const closeness = new Closeness(groups, found, this.#store.words);
		const ranking =
			groups.length === 0
				? preferredPassages(this.#store, tests)
				: rankPassages(query, tests, {
						...{ store: this.#store, stopWords: this.#data.stopWords, scores, closeness },
					});
		const ranked = await inSlices(ranking, turn);
		ranked.length = Math.min(ranked.length, query.limit);
		const asked = new AskedWords(groups, found, this.#store.words);
		const hits = ranked.map(
			([stored, score, number]): PassageHit => ({
				article: stored.article,
				passage: stored.passage,
				score,
				coverage: groups.length === 0 ? 1 : scores.coverage(number),
				matched: closeness.matched(stored.words),
				asked: asked.of(stored.words),
			}),
		);
		scores.release();
		await turn();
		return {
			hits,
			unknownWords: groups.filter((_, g) => !found[g]?.reached).map((group) => group.word),
			expansions: groups.map(expansion).filter(({ to }) => to.length > 0),
		};
	}
}

/** For queries without conditions. */
export const noJudge: PassageJudge = {
	accepts() {
		throw new TypeError("A query with conditions needs a judge of what they mean.");
	},
	prefers() {
		throw new TypeError("A query with preferences needs a judge of what they mean.");
	},
};
