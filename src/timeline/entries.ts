import type { Article, TimelineEvent } from "../domain/article.ts";
import { type DateMention, type DayRange, dayRange } from "../domain/dates.ts";
import { KnownValues } from "../domain/known-values.ts";
import type { Bilingual } from "../domain/sets/languages.ts";
import { atOnce, type Slices } from "../domain/slices.ts";
import { rememberedWord } from "../language/text/memo.ts";
import { wordsOf } from "../language/text/tokens.ts";
import { isStopWord, type StopWords, termOf } from "../language/words/index-terms.ts";
import { Vocabulary } from "../language/words/vocabulary.ts";
import { GroupFinder } from "./groups.ts";
import type { Group } from "./shelf.ts";
import { type Telling, type ToldEvent, tellingOf } from "./telling.ts";

export type ArticleEvent = { article: string; event: ToldEvent };

/** One happening, however many articles tell it. */
export type TimelineEntry = {
	/** The finest date that any of them gives; of equals, one that is printed. */
	date: DateMention;
	/** First and last day of that date; null where the day is not known. */
	days: DayRange | null;
	/** True while every telling speaks of it as ahead. */
	planned: boolean;
	/** In the order of the articles. The first one with the entry's date stands for all. */
	events: ArticleEvent[];
	/** Index terms of all tellings. */
	terms: ReadonlySet<string>;
};

/** By article and event: the happening that each tells. */
export type EntriesByEvent = ReadonlyMap<string, Pick<ReadonlyMap<string, TimelineEntry>, "get">>;

/** Entries of one article's events: an article has few, and a map of them takes ten times as much. */
class OwnEntries {
	readonly #ids: readonly string[];
	readonly #entries: readonly TimelineEntry[];

	constructor(own: ReadonlyMap<string, EventGroup>, entryOf: (group: EventGroup) => TimelineEntry) {
		this.#ids = [...own.keys()];
		this.#entries = Array.from(own.values(), entryOf);
	}

	get(event: string): TimelineEntry | undefined {
		return this.#entries[this.#ids.indexOf(event)];
	}
}

type EventsOfArticle = Pick<Article, "id" | "events">;

/**
 * One entry for each event of the articles, by day and then by how exactly the day is known; events
 * of no known day come last. Works on paraphrases as well: their words in both languages count.
 */
export function buildTimeline(
	articles: readonly EventsOfArticle[],
	stopWords: StopWords = new Set(),
): TimelineEntry[] {
	return builtOf(articles, stopWords).entries().sort(byDay);
}

/** The same entries, by the events that they tell. */
export function entriesByEvent(
	articles: readonly EventsOfArticle[],
	stopWords: StopWords = new Set(),
): EntriesByEvent {
	return atOnce(builtOf(articles, stopWords).byEvent());
}

function builtOf(articles: readonly EventsOfArticle[], stopWords: StopWords): TimelineBuilder {
	const builder = new TimelineBuilder(stopWords);
	for (const article of articles) atOnce(builder.add(article));
	return builder;
}

/** A timeline that articles are added to and taken from; entries that were given out never change. */
export class TimelineBuilder {
	/** The index term of a folded word; "" for one that tells no events apart. */
	readonly #termOf: (word: string) => string;
	readonly #vocabulary = new Vocabulary();
	readonly #finder = new GroupFinder<TimelineEntry>();
	readonly #groups = new Set<EventGroup>();
	/** By article and event. */
	readonly #byArticle = new Map<string, Map<string, EventGroup>>();
	/** What was given out last, as far as it holds still. */
	readonly #given = new Map<string, OwnEntries>();
	/** Days and ids that come again and again. */
	readonly #values = new KnownValues();
	/** Articles of which it does not. */
	readonly #changed = new Set<string>();

	constructor(stopWords: StopWords) {
		this.#termOf = rememberedWord((word) => {
			const term = isStopWord(word, stopWords) ? "" : termOf(word);
			return term.length > 2 && !/^\d/.test(term) ? term : "";
		});
	}

	*add(article: EventsOfArticle): Slices<void> {
		const own = new Map<string, EventGroup>();
		this.#byArticle.set(article.id, own);
		this.#changed.add(article.id);
		for (const event of article.events) {
			const terms = this.#vocabulary.numbersOf(this.#termsIn(event));
			own.set(event.id, this.#place(tellingOf(article.id, this.#told(event), terms)));
			yield;
		}
	}

	remove(article: string): void {
		for (const group of new Set(this.#byArticle.get(article)?.values())) {
			this.#change(group);
			const left = group.tellings.filter((telling) => telling.article !== article);
			this.#finder.keep(group, left);
			if (left.length === 0) this.#groups.delete(group);
		}
		this.#byArticle.delete(article);
	}

	/** In no certain order. */
	entries(): TimelineEntry[] {
		return Array.from(this.#groups, (group) => this.#entryOf(group));
	}

	/** In steps: only articles whose happenings changed cost anything. */
	*byEvent(): Slices<EntriesByEvent> {
		for (const article of this.#changed) {
			const own = this.#byArticle.get(article);
			if (own) this.#given.set(article, new OwnEntries(own, (group) => this.#entryOf(group)));
			else this.#given.delete(article);
			yield;
		}
		this.#changed.clear();
		return new Map(this.#given);
	}

	#entryOf(group: EventGroup): TimelineEntry {
		group.entry ??= entryOf(group.tellings, this.#vocabulary);
		return group.entry;
	}

	#told({ id, passage, date, planned }: TimelineEvent): ToldEvent {
		const told = { id, passage: this.#values.text(passage), date: this.#values.record(date) };
		return planned === undefined ? told : { ...told, planned };
	}

	#change(group: EventGroup): void {
		group.entry = undefined;
		for (const { article } of group.tellings) this.#changed.add(article);
	}

	#termsIn({ quote, paraphrase }: TimelineEvent): string[] {
		const terms: string[] = [];
		for (const text of [quote, ...bothOf(paraphrase)])
			for (const word of wordsOf(text)) {
				const term = this.#termOf(word);
				if (term) terms.push(term);
			}
		return terms;
	}

	#place(telling: Telling): EventGroup {
		const keys = keysOf(telling.event.date);
		const known = this.#finder.find(telling, keys);
		if (known) {
			this.#change(known);
			this.#finder.join(known, telling);
			return known;
		}
		const made = this.#finder.add(telling, keys);
		this.#groups.add(made);
		return made;
	}
}

type EventGroup = Group<TimelineEntry>;

function bothOf(paraphrase: Bilingual | undefined): string[] {
	return paraphrase ? [paraphrase.ar, paraphrase.en] : [];
}

/** Months that the date touches; a span of more than a quarter is looked up by itself alone. */
function keysOf(date: DateMention): string[] {
	const range = date.value === null ? null : dayRange(date.value);
	if (!range) return [];
	const out: string[] = [];
	let month = range.from.slice(0, 7);
	while (month <= range.to.slice(0, 7) && out.length <= 4) {
		out.push(month);
		const [year = 0, number = 1] = month.split("-").map(Number);
		month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
	}
	return out.length > 4 ? [date.value ?? ""] : out;
}

function entryOf(tellings: readonly Telling[], vocabulary: Vocabulary): TimelineEntry {
	let best = tellings[0];
	let least = best && tellings.length > 1 ? exactness(best) : 0;
	for (const telling of tellings.slice(1)) {
		const own = exactness(telling);
		if (own >= least) continue;
		best = telling;
		least = own;
	}
	const date = best?.event.date ?? {
		value: null,
		precision: "unknown",
		basis: "unknown",
		expression: null,
	};
	return new Entry(date, best?.days ?? null, tellings.slice(), vocabulary);
}

/** What most entries are never asked for is made when it is. */
class Entry implements TimelineEntry {
	readonly date: DateMention;
	readonly days: DayRange | null;
	readonly #tellings: readonly Telling[];
	readonly #vocabulary: Vocabulary;

	constructor(
		date: DateMention,
		days: DayRange | null,
		tellings: readonly Telling[],
		vocabulary: Vocabulary,
	) {
		this.date = date;
		this.days = days;
		this.#tellings = tellings;
		this.#vocabulary = vocabulary;
	}

	get planned(): boolean {
		return this.#tellings.every(({ event }) => event.planned === true);
	}

	get events(): ArticleEvent[] {
		return this.#tellings.map(({ article, event }) => ({ article, event }));
	}

	get terms(): ReadonlySet<string> {
		const terms = this.#tellings.flatMap((telling) => [...telling.terms]);
		return new Set(terms.map((term) => this.#vocabulary.term(term)));
	}
}

/** Smaller is better: the days covered, and half a day for a date that is not printed. */
function exactness({ days, event }: Telling): number {
	if (!days) return Number.POSITIVE_INFINITY;
	return daysIn(days) + (event.date.basis === "printed" ? 0 : 0.5);
}

function daysIn({ from, to }: DayRange): number {
	if (from === to) return 1;
	return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function byDay(a: TimelineEntry, b: TimelineEntry): number {
	if (!a.days || !b.days) return a.days ? -1 : b.days ? 1 : 0;
	if (a.days.from !== b.days.from) return a.days.from < b.days.from ? -1 : 1;
	return daysIn(a.days) - daysIn(b.days);
}
