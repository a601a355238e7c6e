import type {
	Article,
	Claim,
	Contradiction,
	Figure,
	Passage,
	TimelineEvent,
} from "../domain/article.ts";
import { type PassageRef, passageKey, placeOf } from "../domain/passage-search.ts";
import type { Bilingual } from "../domain/sets/languages.ts";
import { atOnce, type Slices } from "../domain/slices.ts";
import type { StopWords } from "../language/words/index-terms.ts";
import { buildTimeline, type TimelineEntry } from "../timeline/entries.ts";
import { ByPlace } from "./by-place.ts";

export type ClaimRef = PassageRef & { claim: Claim };
export type EventRef = PassageRef & { event: TimelineEvent };
/** The other claim of a contradiction. */
export type Rival = ClaimRef & { contradiction: Contradiction };

/** What the articles hold, by the passage and the claim that it belongs to. */
export class Library {
	/** In the order of the articles and their lines. */
	readonly passages: PassageRef[] = [];
	readonly #stopWords: StopWords;
	#all: readonly Article[] = [];
	readonly #articles = new Map<string, Article>();
	readonly #passages = new ByPlace<PassageRef>();
	// By the passage itself: a filter asks for the claims of half a corpus.
	readonly #claims = new Map<Passage, ClaimRef[]>();
	readonly #events = new Map<Passage, EventRef[]>();
	readonly #figures = new Map<Passage, Figure[]>();
	readonly #claim = new Map<string, ClaimRef>();
	readonly #labels = new Map<string, Bilingual>();
	readonly #people = new Set<string>();
	readonly #rivals = new Map<string, Rival[]>();

	/** Made when the first timeline is asked for: it compares every event with its neighbours. */
	#entries: ByPlace<TimelineEntry> | undefined;

	constructor(articles: readonly Article[], stopWords: StopWords = new Set()) {
		this.#stopWords = stopWords;
		atOnce(this.#fill(articles));
	}

	/** The same in steps; `timeline` is of these articles, where it is known already. */
	static *read(
		articles: readonly Article[],
		stopWords: StopWords,
		timeline: readonly TimelineEntry[],
	): Slices<Library> {
		const library = new Library([], stopWords);
		yield* library.#fill(articles);
		library.#entries = yield* byEvent(timeline);
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
		return this.#passages.get(article, passage);
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
	claims({ passage }: PassageRef): readonly ClaimRef[] {
		return this.#claims.get(passage) ?? [];
	}

	/** The claim with this id, where an article makes it. */
	claim(id: string): ClaimRef | undefined {
		return this.#claim.get(id);
	}

	events({ passage }: PassageRef): readonly EventRef[] {
		return this.#events.get(passage) ?? [];
	}

	figures({ passage }: PassageRef): readonly Figure[] {
		return this.#figures.get(passage) ?? [];
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
		this.#entries ??= atOnce(byEvent(buildTimeline(this.articles, this.#stopWords)));
		return this.#entries.get(article.id, event.id);
	}

	#read(article: Article): void {
		this.#articles.set(article.id, article);
		for (const passage of article.passages) {
			const ref = { article, passage };
			this.passages.push(ref);
			this.#passages.set(article.id, passage.id, ref);
		}
		for (const claim of article.claims) {
			const ref = this.passage(article.id, claim.passage);
			if (!ref) continue;
			const own = { ...ref, claim };
			push(this.#claims, ref.passage, own);
			const { name, label, kind } = claim.speaker;
			if (kind === "person") this.#people.add(name);
			if (label) for (const each of [name, label.ar, label.en]) this.#labels.set(each, label);
			this.#claim.set(claim.id, own);
		}
		for (const event of article.events) {
			const ref = this.passage(article.id, event.passage);
			if (ref) push(this.#events, ref.passage, { ...ref, event });
		}
		for (const figure of article.figures) {
			const passage = this.passage(article.id, figure.passage)?.passage;
			if (passage) push(this.#figures, passage, figure);
		}
	}

	#oppose(contradiction: Contradiction): void {
		const [a, b] = contradiction.claims.map((id) => this.#claim.get(id));
		if (!a || !b) return;
		push(this.#rivals, a.claim.id, { ...b, contradiction });
		push(this.#rivals, b.claim.id, { ...a, contradiction });
	}
}

function* byEvent(timeline: readonly TimelineEntry[]): Slices<ByPlace<TimelineEntry>> {
	const out = new ByPlace<TimelineEntry>();
	for (const entry of timeline) {
		for (const { article, event } of entry.events) out.set(article, event.id, entry);
		yield;
	}
	return out;
}

function rank({ contradiction: { strength, kind } }: Rival): number {
	return (strength === "direct" ? 0 : 2) + (kind === "denial" ? 0 : 1);
}

function push<K, T>(map: Map<K, T[]>, at: K, value: T): void {
	const list = map.get(at);
	if (list) list.push(value);
	else map.set(at, [value]);
}
