import type { Article } from "../domain/article.ts";
import type {
	AskedWord,
	PassageHit,
	PassageHits,
	PassageIndex,
	PassageJudge,
	PassageQuery,
	PassageRef,
} from "../domain/passage-search.ts";
import { PassageStore, type StoredPassage } from "./index/passage-index.ts";
import { loadSnapshot, saveSnapshot } from "./index/snapshot.ts";
import { Closeness } from "./rank/closeness.ts";
import { highest } from "./rank/highest.ts";
import { LetterScore } from "./rank/letter-score.ts";
import { type Found, type Scores, Sheets, scoreGroups } from "./rank/word-score.ts";
import type { SearchData } from "./search-data.ts";
import { tuning } from "./tuning.ts";
import { breath, Pace } from "./turns.ts";
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
			await breath();
		}
	}

	/** Puts an article in the place of the one with its id at once; false where their texts differ. */
	exchange(article: Article): boolean {
		const exchanged = this.#store.exchange(article);
		if (exchanged) this.#version++;
		return exchanged;
	}

	/** Takes an article's passages out; nothing happens where there are none. */
	remove(articleId: string): void {
		this.#version++;
		this.#store.removeArticle(articleId);
	}

	/** Does ahead of time what the first question would have to wait for. */
	async warmUp(): Promise<void> {
		await this.#data.lexicon.prepare(breath);
		await this.#prepare();
	}

	async #prepare(): Promise<void> {
		await this.#data.thesaurus.prepare(breath);
		await this.#store.words.prepare(breath);
	}

	/** The index as bytes for `createPassageSearch`. */
	snapshot(corpusHash: string): Uint8Array {
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
		await this.#data.lexicon.prepareFor(query.text, breath);
		await this.#prepare();
		const groups: Group[] = [];
		const pace = new Pace(groupsPerTurn);
		for (const group of this.#reader.groups(query.text)) {
			groups.push(group);
			const turn = pace.spend(1);
			if (turn) await turn;
		}
		const scores = await scoreGroups(groups, this.#store, this.#sheets);
		await breath();
		const { found } = scores;
		const closeness = new Closeness(groups, found, this.#store.words);
		const ranked =
			groups.length === 0 ? this.#preferred(tests) : this.#rank(query, tests, scores, closeness);
		ranked.length = Math.min(ranked.length, query.limit);
		const hits = ranked.map(([stored, score, number]): PassageHit => {
			let asked: AskedWord[] | undefined;
			return {
				article: stored.article,
				passage: stored.passage,
				score,
				coverage: groups.length === 0 ? 1 : scores.coverage(number),
				matched: this.#matched(stored, closeness),
				asked: () => {
					asked ??= askedOf(stored, groups, found, closeness);
					return asked;
				},
			};
		});
		scores.release();
		return {
			hits,
			unknownWords: groups.filter((_, g) => !found[g]?.reached).map((group) => group.word),
			expansions: groups.map(expansion).filter(({ to }) => to.length > 0),
		};
	}

	/** The best passages, best first, with their scores. */
	#rank(
		query: PassageQuery,
		{ accept, prefer }: Tests,
		scores: Scores,
		closeness: Closeness,
	): Ranked[] {
		const store = this.#store;
		const lent = this.#lentByArticle(scores);
		const score = (number: number) =>
			scores.total(number) + tuning.article * (lent[store.articleOf(number)] ?? 0);
		const isWanted = (number: number) => {
			// It may have been removed since the search began.
			const stored = store.passages[number];
			return stored !== undefined && (!accept || accept(stored));
		};
		const letters = new LetterScore(query.text, query.language, store, this.#data.stopWords);
		const close = highest(scores.passages, Math.max(tuning.depth, query.limit), score, isWanted);
		const ranked: Ranked[] = [];
		for (const number of close) {
			const stored = store.passages[number];
			if (!stored) continue;
			const words = score(number) + closeness.bonus(stored);
			const both = words + (letters.of(stored, number) ?? tuning.gramElsewhere * words);
			ranked.push([stored, prefer ? both * (1 + tuning.prefer * prefer(stored)) : both, number]);
		}
		return ranked.sort(byScore);
	}

	/** Where the text asks for nothing: the passages that are preferred for other reasons. */
	#preferred({ accept, prefer }: Tests): Ranked[] {
		const out: Ranked[] = [];
		for (const [number, stored] of this.#store.passages.entries()) {
			if (!stored || (accept && !accept(stored))) continue;
			const score = prefer?.(stored) ?? 0;
			if (score > 0) out.push([stored, score, number]);
		}
		return out.sort(byScore);
	}

	/** By article: the mean of its best passages. */
	#lentByArticle(scores: Scores): Float64Array {
		const top = tuning.articleTop;
		const best = new Float64Array(this.#store.articleCount * top);
		for (const number of scores.passages) {
			const from = this.#store.articleOf(number) * top;
			let score = scores.total(number);
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

	#matched(stored: StoredPassage, closeness: Closeness): Set<string> {
		const matched = new Set<string>();
		for (const id of stored.words) {
			if (closeness.asksFor(id)) matched.add(this.#store.words.word(id));
		}
		return matched;
	}
}

type Tests = {
	accept: ((ref: PassageRef) => boolean) | undefined;
	prefer: ((ref: PassageRef) => number) | undefined;
};

/** For queries without conditions. */
const noJudge: PassageJudge = {
	accepts() {
		throw new TypeError("A query with conditions needs a judge of what they mean.");
	},
	prefers() {
		throw new TypeError("A query with preferences needs a judge of what they mean.");
	},
};

/** A passage, its score, and its number. */
type Ranked = [stored: StoredPassage, score: number, number: number];

/** Best first; equal ones by article and place, so that the order is the same every time. */
function byScore([a, scoreA, numberA]: Ranked, [b, scoreB, numberB]: Ranked): number {
	if (scoreA !== scoreB) return scoreB - scoreA;
	if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
	return a.passage.source.line - b.passage.source.line || numberA - numberB;
}

function askedOf(
	stored: StoredPassage,
	groups: readonly Group[],
	found: readonly Found[],
	closeness: Closeness,
): AskedWord[] {
	const held = closeness.held(stored);
	const whole = found.reduce((sum, { idf }) => sum + idf, 0) || 1;
	return groups.map(({ word }, g) => {
		const ways = held[g] ?? [];
		const best = ways.reduce((most, { weight }) => Math.max(most, weight), 0);
		return { word, share: (found[g]?.idf ?? 0) / whole, held: Math.min(1, best), ways };
	});
}

function expansion(group: Group): { word: string; to: string[] } {
	const to = group.alternatives.flatMap(({ shown, weight }) =>
		shown && shown !== group.word && weight >= tuning.tellFrom ? [shown] : [],
	);
	return { word: group.word, to: [...new Set(to)] };
}
