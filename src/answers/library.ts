import type { Article, Claim, Contradiction, Figure } from "../domain/article.ts";
import {
	countsOf,
	isShelved,
	type NamedPerson,
	outlineOf,
	ownerOf,
	pairAt,
	pairsIn,
} from "../domain/article-outline.ts";
import { type PassageRef, passageKey, placeOf } from "../domain/passage-search.ts";
import type { Bilingual } from "../domain/sets/languages.ts";
import { atOnce, type Slices } from "../domain/slices.ts";
import type { StopWords } from "../language/words/index-terms.ts";
import { type EntriesByEvent, entriesByEvent, type TimelineEntry } from "../timeline/entries.ts";
import { type ClaimRef, type EventRef, partsOf } from "./article-parts.ts";
import { ToldClaims, toldHere } from "./told-claims.ts";

export type { ClaimRef, EventRef };
/** The other claim of a contradiction. */
export type Rival = ClaimRef & { contradiction: Contradiction };

/** More contradictions than an article can have: the place of one among all is `article * mostPairs + at`. */
const mostPairs = 2 ** 20;

/** What the articles hold, by the passage and the claim that it belongs to. */
export class Library {
	/** Words that carry no topic. */
	readonly stopWords: StopWords;
	#all: readonly Article[] = [];
	readonly #articles = new Map<string, Article>();
	#passages = 0;
	/** Articles by the ids of claims that do not begin with their own. */
	readonly #foreign = new Map<string, Article>();
	readonly #labels = new Map<string, Bilingual>();
	readonly #people = new Map<string, NamedPerson>();
	/** By claim: the places of the contradictions that it is in. */
	readonly #sides = new Map<string, number[]>();
	/** What articles tell themselves and something stands against. */
	readonly #told = new ToldClaims();
	#opposed: ReadonlySet<string> | undefined;

	/** Made when the first timeline is asked for: it compares every event with its neighbours. */
	#entries: EntriesByEvent | undefined;

	constructor(articles: readonly Article[], stopWords: StopWords = new Set()) {
		this.stopWords = stopWords;
		atOnce(this.#fill(articles));
	}

	/** The same in steps; `entries` are of these articles, where they are known already. */
	static *read(
		articles: readonly Article[],
		stopWords: StopWords,
		entries?: EntriesByEvent,
	): Slices<Library> {
		const library = new Library([], stopWords);
		yield* library.#fill(articles);
		library.#entries = entries;
		return library;
	}

	get articles(): readonly Article[] {
		return this.#all;
	}

	/** How many passages they have. */
	get size(): number {
		return this.#passages;
	}

	/** In the order of the articles and their lines. */
	*passages(): Generator<PassageRef> {
		for (const article of this.#all) yield* partsOf(article).passages;
	}

	/** Ids of the articles that make a claim against which another one stands. */
	opposedArticles(): ReadonlySet<string> {
		this.#opposed ??= new Set(
			this.#sides.keys().flatMap((id) => [ownerOf(id), this.#foreign.get(id)?.id ?? ""]),
		);
		return this.#opposed;
	}

	*#fill(articles: readonly Article[]): Slices<void> {
		this.#all = articles;
		for (const [number, article] of articles.entries()) {
			this.#read(article, number * mostPairs);
			yield;
		}
	}

	article(id: string): Article | undefined {
		return this.#articles.get(id);
	}

	passage(article: string, passage: string): PassageRef | undefined {
		const of = this.#articles.get(article);
		return of && partsOf(of).passage.get(passage);
	}

	/** Those of these passages, by `passageKey`, that are here, in the order of the articles and their lines. */
	inOrder(keys: ReadonlySet<string>): PassageRef[] {
		const named = new Set([...keys].map((key) => placeOf(key).article));
		return this.#all
			.filter(({ id }) => named.has(id))
			.flatMap((article) => article.passages.map((passage) => ({ article, passage })))
			.filter((ref) => keys.has(passageKey(ref)));
	}

	/** Of a passage of these very articles, as all of what follows. */
	claims({ article, passage }: PassageRef): readonly ClaimRef[] {
		const ref = { article, passage };
		const own = this.#ownClaims(ref);
		const told = this.#told.aloneIn(ref);
		return told.length > 0 ? [...own, ...told] : own;
	}

	/** The same with what the article tells itself and a claim stands against. */
	allClaims(ref: PassageRef): readonly ClaimRef[] {
		return [...this.#ownClaims(ref), ...this.#told.in(ref)];
	}

	#ownClaims({ article, passage }: PassageRef): readonly ClaimRef[] {
		return this.#parts(article)?.claims.get(passage) ?? [];
	}

	/** The claim with this id, where an article makes it. */
	claim(id: string): ClaimRef | undefined {
		const article = this.#articles.get(ownerOf(id));
		const own = article && partsOf(article).claim.get(id);
		if (own) return own;
		const told = this.#told.withId(id);
		const ref = told && this.passage(told.article, told.claim.passage);
		if (ref) return toldHere(ref, told.claim);
		const foreign = this.#foreign.get(id);
		return foreign && partsOf(foreign).claim.get(id);
	}

	/** The claim of one of these articles with this id. */
	claimOf(article: Article, id: string): ClaimRef | undefined {
		return this.#parts(article)?.claim.get(id);
	}

	events({ article, passage }: PassageRef): readonly EventRef[] {
		return this.#parts(article)?.events.get(passage) ?? [];
	}

	figures({ article, passage }: PassageRef): readonly Figure[] {
		return this.#parts(article)?.figures.get(passage) ?? [];
	}

	/** Claims that cannot be true together with this one, the direct contradictions first. */
	rivals(claim: Claim): readonly Rival[] {
		const sides = this.#sides.get(claim.id);
		if (!sides || !this.claim(claim.id)) return [];
		const found = sides.map((place) => this.#otherSide(place, claim.id));
		return found
			.sort((a, b) => a.rank - b.rank)
			.flatMap(({ of, at, other }) => {
				const [rival, contradiction] = [this.claim(other), of?.contradictions[at]];
				return rival && contradiction ? [{ ...rival, contradiction }] : [];
			});
	}

	/** A speaker's name in both languages, by any of its spellings in the articles. */
	label(name: string): Bilingual | undefined {
		return this.#labels.get(name);
	}

	/** Every speaker's name that is known in both languages, each once. */
	allLabels(): Set<Bilingual> {
		return new Set(this.#labels.values());
	}

	/** People who speak, as the articles print them, in the order in which they come. */
	people(): Iterable<NamedPerson> {
		return this.#people.values();
	}

	/** The happening that an event tells, as the timeline of all articles has it. */
	entryOf({ article, event }: EventRef): TimelineEntry | undefined {
		this.#entries ??= entriesByEvent(this.articles, this.stopWords);
		return this.#entries.get(article.id)?.get(event.id);
	}

	/** None of an article that is not one of these. */
	#parts(article: Article) {
		return this.#articles.get(article.id) === article ? partsOf(article) : undefined;
	}

	#otherSide(place: number, claim: string) {
		const at = place % mostPairs;
		const of = this.#all[(place - at) / mostPairs];
		const [one, other] = of ? pairAt(of, at) : ["", ""];
		const rank = (of && outlineOf(of).opposed.ranks[at]) ?? 0;
		return { of, at, other: one === claim ? other : one, rank };
	}

	/** `place`: of the first of its contradictions. */
	#read(article: Article, place: number): void {
		const { people, labels, foreignIds } = outlineOf(article);
		// The first questions would have to wait for it.
		if (!isShelved(article)) partsOf(article).prepare();
		this.#articles.set(article.id, article);
		this.#passages += countsOf(article).passages;
		for (const id of foreignIds) this.#foreign.set(id, article);
		for (const [name, label] of labels) this.#labels.set(name, label);
		for (const person of people) {
			const key = JSON.stringify(person);
			if (!this.#people.has(key)) this.#people.set(key, person);
		}
		for (const [at, pair] of pairsIn(article).entries())
			for (const claim of pair) push(this.#sides, claim, place + at);
		for (const side of outlineOf(article).opposed.told) this.#told.add(side);
	}
}

function push<K, T>(map: Map<K, T[]>, at: K, value: T): void {
	const list = map.get(at);
	if (list) list.push(value);
	else map.set(at, [value]);
}
