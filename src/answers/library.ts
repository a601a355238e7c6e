import type { Article, Claim, Contradiction, Figure } from "../domain/article.ts";
import { type PassageRef, passageKey, placeOf } from "../domain/passage-search.ts";
import type { Bilingual } from "../domain/sets/languages.ts";
import { atOnce, type Slices } from "../domain/slices.ts";
import type { StopWords } from "../language/words/index-terms.ts";
import { type EntriesByEvent, entriesByEvent, type TimelineEntry } from "../timeline/entries.ts";
import { type ArticleParts, type ClaimRef, type EventRef, partsOf } from "./article-parts.ts";
import { ToldClaims } from "./told-claims.ts";

export type { ClaimRef, EventRef };
/** The other claim of a contradiction. */
export type Rival = ClaimRef & { contradiction: Contradiction };

/** What the articles hold, by the passage and the claim that it belongs to. */
export class Library {
	/** In the order of the articles and their lines. */
	readonly passages: PassageRef[] = [];
	/** Words that carry no topic. */
	readonly stopWords: StopWords;
	#all: readonly Article[] = [];
	readonly #articles = new Map<string, Article>();
	readonly #parts = new Map<Article, ArticleParts>();
	/** Made when a claim is asked for whose id does not begin with its article's. */
	#claims: Map<string, ClaimRef> | undefined;
	readonly #labels = new Map<string, Bilingual>();
	readonly #people = new Set<string>();
	readonly #rivals = new Map<string, Rival[]>();
	/** What articles tell themselves and something stands against, by passage. */
	readonly #told = new ToldClaims();

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

	*#fill(articles: readonly Article[]): Slices<void> {
		this.#all = articles;
		for (const article of articles) {
			this.#read(article);
			yield;
		}
		for (const article of articles) {
			for (const contradiction of article.contradictions) {
				this.#oppose(contradiction);
				yield;
			}
		}
		for (const rivals of this.#rivals.values()) {
			rivals.sort((a, b) => rank(a) - rank(b));
			yield;
		}
	}

	article(id: string): Article | undefined {
		return this.#articles.get(id);
	}

	passage(article: string, passage: string): PassageRef | undefined {
		const of = this.#articles.get(article);
		return of && this.#parts.get(of)?.passage.get(passage);
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
		const own = this.#parts.get(article)?.claims.get(passage) ?? [];
		const told = this.#told.aloneIn(passage);
		return told.length > 0 ? [...own, ...told] : own;
	}

	/** The same with what the article tells itself and a claim stands against. */
	allClaims({ article, passage }: PassageRef): readonly ClaimRef[] {
		const own = this.#parts.get(article)?.claims.get(passage) ?? [];
		return [...own, ...this.#told.in(passage)];
	}

	/** The claim with this id, where an article makes it. */
	claim(id: string): ClaimRef | undefined {
		// As articles are read; those that people wrote may have other ids.
		const article = this.#articles.get(id.slice(0, id.lastIndexOf("-")));
		const own = article && this.#parts.get(article)?.claim.get(id);
		if (own) return own;
		const told = this.#told.withId(id);
		if (told) return told;
		this.#claims ??= new Map([...this.#parts.values()].flatMap(({ claim }) => [...claim]));
		return this.#claims.get(id);
	}

	events({ article, passage }: PassageRef): readonly EventRef[] {
		return this.#parts.get(article)?.events.get(passage) ?? [];
	}

	figures({ article, passage }: PassageRef): readonly Figure[] {
		return this.#parts.get(article)?.figures.get(passage) ?? [];
	}

	/** Claims that cannot be true together with this one, the direct contradictions first. */
	rivals(claim: Claim): readonly Rival[] {
		return this.#rivals.get(claim.id) ?? [];
	}

	/** A speaker's name in both languages, by any of its spellings in the articles. */
	label(name: string): Bilingual | undefined {
		return this.#labels.get(name);
	}

	/** Every speaker's name that is known in both languages, each once. */
	allLabels(): Set<Bilingual> {
		return new Set(this.#labels.values());
	}

	/** Names of people who speak, as the articles print them. */
	peoplesNames(): ReadonlySet<string> {
		return this.#people;
	}

	/** The happening that an event tells, as the timeline of all articles has it. */
	entryOf({ article, event }: EventRef): TimelineEntry | undefined {
		this.#entries ??= entriesByEvent(this.articles, this.stopWords);
		return this.#entries.get(article.id)?.get(event.id);
	}

	#read(article: Article): void {
		const parts = partsOf(article);
		this.#articles.set(article.id, article);
		this.#parts.set(article, parts);
		for (const ref of parts.passages) this.passages.push(ref);
		for (const [name, label] of parts.labels) this.#labels.set(name, label);
		for (const name of parts.people) this.#people.add(name);
	}

	#oppose(contradiction: Contradiction): void {
		const { told = [] } = contradiction;
		for (const { article, claim } of told) {
			const ref = this.passage(article, claim.passage);
			if (ref) this.#told.add({ ...ref, claim }, told.length > 1);
		}
		const [a, b] = contradiction.claims.map((id) => this.claim(id));
		if (!a || !b) return;
		push(this.#rivals, a.claim.id, { ...b, contradiction });
		push(this.#rivals, b.claim.id, { ...a, contradiction });
	}
}

function rank({ contradiction: { strength, kind } }: Rival): number {
	return (strength === "direct" ? 0 : 2) + (kind === "denial" ? 0 : 1);
}

function push<K, T>(map: Map<K, T[]>, at: K, value: T): void {
	const list = map.get(at);
	if (list) list.push(value);
	else map.set(at, [value]);
}
