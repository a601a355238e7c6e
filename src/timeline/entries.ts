import type { Article, TimelineEvent } from "../domain/article.ts";
import { type DateMention, type DayRange, dayRange } from "../domain/dates.ts";
import type { Bilingual } from "../domain/sets/languages.ts";
import { atOnce, type Slices } from "../domain/slices.ts";
import { analyse, type StopWords } from "../language/words/index-terms.ts";

export type ArticleEvent = { article: string; event: TimelineEvent };

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

type EventsOfArticle = Pick<Article, "id" | "events">;

// Two tellings share at least so much of the shorter one's terms. Those of different days within a
// month or a year need more, because a year holds many events with the same names.
const shareOfSameDay = 0.45;
const shareOfOverlap = 0.6;
const fewestShared = 3;
/** Tellings that one event is compared with at most, newest first: keeps building near linear. */
const mostCompared = 400;
/** Of one event, the tellings that a new one is compared with. */
const mostTellings = 12;

/**
 * One entry for each event of the articles, by day and then by how exactly the day is known; events
 * of no known day come last. Works on paraphrases as well: their words in both languages count.
 */
export function buildTimeline(
	articles: readonly EventsOfArticle[],
	stopWords: StopWords = new Set(),
): TimelineEntry[] {
	const builder = new TimelineBuilder(stopWords);
	for (const article of articles) atOnce(builder.add(article));
	return atOnce(builder.entries()).sort(byDay);
}

/** A timeline that articles are added to and taken from; entries that were given out never change. */
export class TimelineBuilder {
	readonly #stopWords: StopWords;
	readonly #groups = new Set<Group>();
	readonly #byMonth = new Map<string, Group[]>();
	readonly #byArticle = new Map<string, Group[]>();

	constructor(stopWords: StopWords) {
		this.#stopWords = stopWords;
	}

	*add(article: EventsOfArticle): Slices<void> {
		const own: Group[] = [];
		this.#byArticle.set(article.id, own);
		for (const event of article.events) {
			const { value } = event.date;
			const days = value === null ? null : dayRange(value);
			const terms = termsOf(event, this.#stopWords);
			own.push(this.#place({ article: article.id, event, days, terms }));
			yield;
		}
	}

	remove(article: string): void {
		for (const group of this.#byArticle.get(article) ?? []) {
			group.tellings = group.tellings.filter((telling) => telling.article !== article);
			group.entry = undefined;
			if (group.tellings.length === 0) this.#groups.delete(group);
		}
		this.#byArticle.delete(article);
	}

	/** In no certain order. */
	*entries(): Slices<TimelineEntry[]> {
		const out: TimelineEntry[] = [];
		for (const group of this.#groups) {
			group.entry ??= entryOf(group);
			out.push(group.entry);
			yield;
		}
		return out;
	}

	#place(telling: Telling): Group {
		const keys = keysOf(telling.event.date);
		const known = sameEvent(telling, keys, this.#byMonth);
		if (known) {
			known.tellings.push(telling);
			known.entry = undefined;
			return known;
		}
		const made: Group = { tellings: [telling] };
		this.#groups.add(made);
		for (const key of keys) {
			const list = this.#byMonth.get(key);
			if (list) {
				list.push(made);
				if (list.length > 2 * mostCompared) list.splice(0, list.length - mostCompared);
			} else this.#byMonth.set(key, [made]);
		}
		return made;
	}
}

type Telling = ArticleEvent & { days: DayRange | null; terms: ReadonlySet<string> };
/** `entry`: what the tellings make together, once it was asked for. */
type Group = { tellings: Telling[]; entry?: TimelineEntry | undefined };

function termsOf(event: TimelineEvent, stopWords: StopWords): ReadonlySet<string> {
	const texts = [event.quote, ...bothOf(event.paraphrase)];
	const terms = texts.flatMap((text) => analyse(text, stopWords).map((word) => word.term));
	return new Set(terms.filter((term) => term.length > 2 && !/^\d/.test(term)));
}

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

function sameEvent(
	telling: Telling,
	keys: readonly string[],
	byMonth: ReadonlyMap<string, Group[]>,
): Group | null {
	let best: { group: Group; share: number } | null = null;
	const seen = new Set<Group>();
	for (const key of keys) {
		const groups = byMonth.get(key) ?? [];
		for (let at = Math.max(0, groups.length - mostCompared); at < groups.length; at++) {
			const group = groups[at];
			if (!group || seen.has(group)) continue;
			seen.add(group);
			const count = Math.min(group.tellings.length, mostTellings);
			for (let n = 0; n < count; n++) {
				const other = group.tellings[n];
				const share = other ? likeness(telling, other) : 0;
				if (share > (best?.share ?? 0)) best = { group, share };
			}
		}
	}
	return best?.group ?? null;
}

/** How much two tellings share, or 0 where they are of two events. */
function likeness(a: Telling, b: Telling): number {
	if (!a.days || !b.days || a.days.from > b.days.to || b.days.from > a.days.to) return 0;
	// Two dates in one sentence are two events.
	if (a.article === b.article && a.event.passage === b.event.passage) return 0;
	let shared = 0;
	for (const term of a.terms) if (b.terms.has(term)) shared++;
	const share = shared / Math.max(1, Math.min(a.terms.size, b.terms.size));
	const left = a.event.date.value;
	const isSameDay = left === b.event.date.value && left?.length === 10;
	const needed = isSameDay ? shareOfSameDay : shareOfOverlap;
	return shared >= fewestShared && share >= needed ? share : 0;
}

function entryOf({ tellings }: Group): TimelineEntry {
	let best = tellings[0];
	for (const telling of tellings) if (best && exactness(telling) < exactness(best)) best = telling;
	const date = best?.event.date ?? {
		value: null,
		precision: "unknown",
		basis: "unknown",
		expression: null,
	};
	const terms = new Set<string>();
	for (const telling of tellings) for (const term of telling.terms) terms.add(term);
	return {
		date,
		days: best?.days ?? null,
		planned: tellings.every(({ event }) => event.planned === true),
		events: tellings.map(({ article, event }) => ({ article, event })),
		terms,
	};
}

/** Smaller is better: the days covered, and half a day for a date that is not printed. */
function exactness({ days, event }: Telling): number {
	if (!days) return Number.POSITIVE_INFINITY;
	return daysIn(days) + (event.date.basis === "printed" ? 0 : 0.5);
}

function daysIn({ from, to }: DayRange): number {
	return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function byDay(a: TimelineEntry, b: TimelineEntry): number {
	if (!a.days || !b.days) return a.days ? -1 : b.days ? 1 : 0;
	if (a.days.from !== b.days.from) return a.days.from < b.days.from ? -1 : 1;
	return daysIn(a.days) - daysIn(b.days);
}
