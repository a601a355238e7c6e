import type { Article } from "../../domain/article.ts";
import { isShelved } from "../../domain/article-outline.ts";
import type {
	PassageHit,
	PassageHits,
	PassageIndex,
	PassageJudge,
	PassageQuery,
	PassageRef,
} from "../../domain/passage-search.ts";
import { placeOf } from "../../domain/passage-search.ts";
import { noJudge } from "../passage-search.ts";
import { breath, longBreath, TurnPace } from "../turns.ts";
import { type ArticleShelf, HeldArticles, NumberedArticles } from "./article-shelf.ts";
import { fingerprintOf, haveSameTexts, indexArticle } from "./fingerprint.ts";
import { LastingEngine, type LastingParts } from "./lasting-engine.ts";
import { Narrowing } from "./narrowing.ts";
import type { EngineHit, EngineJudge, PassageNumbers, SegmentEngine } from "./segment-engine.ts";
import { RememberedVerdicts } from "./verdicts.ts";

/** Passages that are judged before the event loop gets its turn: a microsecond each, some more. */
const judgedPerTurn = 1_000;
/** One counts for so many where its text may have to be read. */
const costOfReading = 20;
/** Articles that are compared with what is kept before it gets its turn. */
const comparedPerTurn = 100;

/** What an index is to hold, and the hash of that corpus; null where it has changed since. */
type Held = { ids: readonly string[]; hash: string | null };

/** Segments behind the port: finds numbers of passages, often in another thread, and judges here. */
export class SegmentedIndex implements PassageIndex {
	readonly #engine: LastingEngine;
	readonly #shelf: ArticleShelf;
	readonly #verdicts = new RememberedVerdicts();
	/** As the engine that is asked now numbers them. */
	#articles: NumberedArticles;
	#hash: string | null = null;
	readonly #narrowing = new Narrowing();
	/** What it is being brought to. */
	#fitting: Held | undefined;
	#version = 0;

	constructor(engine: LastingParts, shelf: ArticleShelf = new HeldArticles()) {
		this.#shelf = shelf;
		this.#articles = new NumberedArticles(shelf);
		this.#engine = new LastingEngine(engine, (opened) => {
			const held = { ids: this.#articles.ids, hash: this.#hash };
			return this.#fit(opened, this.#fitting ?? held);
		});
	}

	/**
	 * Makes the index one of exactly these articles: what its files hold already stays as it is. With
	 * the hash that it was kept with nothing is compared. `ids`: of the articles on the shelf.
	 */
	async fit(ids: readonly string[], hash: string): Promise<void> {
		const held = { ids, hash };
		this.#fitting = held;
		await this.#engine.use((engine) => this.#fit(engine, held));
		this.#fitting = undefined;
		this.#hash = hash;
	}

	async #fit(engine: SegmentEngine, { ids, hash }: Held): Promise<void> {
		const { articles, corpus } = await engine.known();
		const numbered = new NumberedArticles(this.#shelf);
		const known = new Map(articles.map((article) => [article.id, article]));
		for (const article of articles) numbered.give(article);
		const isSame = hash !== null && corpus === hash;
		if (!isSame || known.size !== ids.length || !ids.every((id) => known.has(id))) {
			const wanted = new Set(ids);
			for (const { id } of articles) {
				if (wanted.has(id)) continue;
				await engine.remove(id);
				numbered.delete(id);
			}
			const pace = new TurnPace(comparedPerTurn, longBreath);
			for (const id of ids) {
				const article = this.#shelf.get(id);
				if (!article) continue;
				await pace.spend(1);
				const kept = known.get(id);
				if (kept?.fingerprint !== undefined && kept.fingerprint === fingerprintOf(article))
					continue;
				const number = await engine.add(indexArticle(article), true);
				numbered.give({ id, number, passages: article.passages.length });
			}
			await engine.keep(hash);
		}
		this.#articles = numbered;
		this.#narrowing.forget();
		// Like columns they go by number, and another engine may give an article another one.
		this.#verdicts.forget();
	}

	/** Whether it can be asked: where what searches has ended, it is started again. */
	get isReady(): boolean {
		return this.#engine.isReady;
	}

	get size(): number {
		return this.#articles.size;
	}

	get version(): number {
		return this.#version;
	}

	async add(article: Article): Promise<void> {
		this.#version++;
		await this.#put(article);
	}

	async #put(article: Article): Promise<void> {
		this.#hash = null;
		const indexed = indexArticle(article);
		const number = await this.#engine.use((engine) => engine.add(indexed));
		this.#articles.give({ id: article.id, number, passages: article.passages.length });
		this.#shelf.put(article);
		await this.#narrowing.add(number, article);
	}

	async exchange(article: Article): Promise<boolean> {
		const number = this.#articles.numberOf(article.id);
		if (number === undefined) return false;
		const known = this.#articles.get(number);
		if (!known || !haveSameTexts(known.passages, article.passages)) return false;
		this.#version++;
		// The language or a line is another one: the same texts, but not the same index.
		if (fingerprintOf(known) !== fingerprintOf(article)) await this.#put(article);
		else {
			this.#shelf.put(article);
			await this.#narrowing.add(number, article);
		}
		this.#verdicts.forget();
		return true;
	}

	async remove(articleId: string): Promise<void> {
		this.#version++;
		this.#hash = null;
		await this.#engine.use((engine) => engine.remove(articleId));
		this.#articles.delete(articleId);
	}

	async search(query: PassageQuery, judge: PassageJudge = noJudge): Promise<PassageHits> {
		const { text, light, language, limit, unhurried, within } = query;
		const found = await this.#engine.use(async (engine) => {
			// Numbers are those of the engine that is asked.
			const among = await this.#narrowing.among(this.#articles, query, judge);
			const only = within?.passages && this.#numbersOf(within.passages);
			const asked = { text, light, language, limit, unhurried, only, among };
			return engine.search(asked, this.#judge(query, judge));
		});
		const { unknownWords, expansions } = found;
		const hits = found.asksNothing
			? await this.#preferred(query, judge)
			: found.hits.flatMap((hit) => this.#hit(hit));
		return { hits, unknownWords, expansions };
	}

	/** Does ahead of time what the first question would have to wait for. */
	async warmUp(): Promise<void> {
		const query = { text: "a", light: [], language: "en", limit: 1, unhurried: true } as const;
		await this.#narrowing.columnsOf(this.#articles, longBreath);
		const nobody = { accepts: undefined, prefers: undefined };
		await this.#engine.use((engine) => engine.search({ ...query, only: undefined }, nobody));
	}

	close(): Promise<void> {
		return this.#engine.close();
	}

	#ref(number: number, place: number): PassageRef | undefined {
		const article = this.#articles.get(number);
		const passage = article?.passages[place];
		return article && passage && { article, passage };
	}

	#hit({ article, place, ...found }: EngineHit): PassageHit[] {
		const ref = this.#ref(article, place);
		return ref ? [{ ...ref, ...found }] : [];
	}

	#numbersOf(keys: ReadonlySet<string>): PassageNumbers {
		const [articles, places]: [number[], number[]] = [[], []];
		for (const key of keys) {
			const { article: id, passage } = placeOf(key);
			const number = this.#articles.numberOf(id);
			if (number === undefined) continue;
			const own = this.#articles.get(number)?.passages ?? [];
			for (const [place, { id: known }] of own.entries())
				if (known === passage) {
					articles.push(number);
					places.push(place);
				}
		}
		return { articles: Int32Array.from(articles), places: Int32Array.from(places) };
	}

	#judge({ within, prefer, unhurried }: PassageQuery, judge: PassageJudge): EngineJudge {
		const each = (value: (ref: PassageRef, number: number, place: number) => number) => {
			return async ({ articles, places }: PassageNumbers) => {
				const pace = new TurnPace(judgedPerTurn, unhurried ? longBreath : breath);
				const out = new Float64Array(articles.length);
				for (const [n, number] of articles.entries()) {
					const place = places[n] ?? 0;
					const ref = this.#ref(number, place);
					if (ref) out[n] = value(ref, number, place);
					const pause = pace.spend(ref && isShelved(ref.article) ? costOfReading : 1);
					if (pause) await pause;
				}
				return out;
			};
		};
		const accept = within && judge.accepts(within);
		const isSlow = within?.filters && Object.keys(within.filters).length > 0;
		// What depends on named passages is asked once; and to ask an open filter costs less than to remember.
		const remembered =
			within && isSlow && !within.passages ? this.#verdicts.for(judge, within) : undefined;
		const prefers = prefer && judge.prefers(prefer);
		return {
			accepts:
				accept &&
				each((ref, number, place) => {
					const { length } = ref.article.passages;
					const test = () => accept(ref);
					return Number(remembered ? remembered.of(number, place, length, test) : test());
				}),
			prefers: prefers && each(prefers),
		};
	}

	/** Where the text asks for nothing: the passages that are preferred for other reasons. */
	async #preferred(query: PassageQuery, judge: PassageJudge): Promise<PassageHit[]> {
		const { within, prefer, limit, unhurried } = query;
		if (!prefer) return [];
		const accept = within && judge.accepts(within);
		const prefers = judge.prefers(prefer);
		const pace = new TurnPace(judgedPerTurn, unhurried ? longBreath : breath);
		const found: PassageHit[] = [];
		const among = await this.#narrowing.among(this.#articles, query, judge);
		const agreeing = await this.#narrowing.agreeing(this.#articles, query, judge);
		for (const number of [...this.#articles.numbers]) {
			if (among?.[number] === 0 || agreeing?.[number] === 0) continue;
			const article = this.#articles.get(number);
			for (const passage of article?.passages ?? []) {
				const pause = pace.spend(article && isShelved(article) ? costOfReading : 1);
				if (pause) await pause;
				if (!article || (accept && !accept({ article, passage }))) continue;
				const score = prefers({ article, passage });
				const rest = { coverage: 1, matched: new Set<string>(), asked: [] };
				if (score > 0) found.push({ article, passage, score, ...rest });
			}
		}
		return found.sort(byScore).slice(0, limit);
	}
}

function byScore(a: PassageHit, b: PassageHit): number {
	if (a.score !== b.score) return b.score - a.score;
	if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
	return a.passage.source.line - b.passage.source.line;
}
