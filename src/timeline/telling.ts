import type { TimelineEvent } from "../domain/article.ts";
import { type DayRange, dayRange } from "../domain/dates.ts";

/** One article's telling of one event. */
export type Telling = {
	article: string;
	event: TimelineEvent;
	/** First and last day; null where the day is not known. */
	days: DayRange | null;
	/** The same as numbers, 20240406, which are compared faster; nothing is in the range of an unknown day. */
	from: number;
	to: number;
	/** Index terms, as the vocabulary numbers them; each once. */
	terms: Int32Array;
};

// Two tellings share at least so much of the shorter one's terms. Those of different days within a
// month or a year need more, because a year holds many events with the same names.
const shareOfSameDay = 0.45;
const shareOfOverlap = 0.6;
export const fewestShared = 3;

export function tellingOf(article: string, event: TimelineEvent, terms: Int32Array): Telling {
	const { value } = event.date;
	const days = value === null ? null : dayRange(value);
	const from = days ? numberOf(days.from) : Number.POSITIVE_INFINITY;
	const to = days ? numberOf(days.to) : Number.NEGATIVE_INFINITY;
	return { article, event, days, from, to, terms };
}

export function isOfOneDay(telling: Telling): telling is Telling & { days: DayRange } {
	return telling.from === telling.to;
}

function numberOf(day: string): number {
	return Number(day.replaceAll("-", ""));
}

/** What any telling has to share with this one at least. */
export function leastShare({ event }: Telling): number {
	return event.date.value?.length === 10 ? shareOfSameDay : shareOfOverlap;
}

/** How many terms the shorter one of two has, at least 1. */
export function shorterOf(a: Telling, b: Telling): number {
	return Math.max(1, Math.min(a.terms.length, b.terms.length));
}

/**
 * How much two tellings share, or 0 where they are of two events. `isShared`: whether the first one
 * has the term of that number.
 */
export function likeness(a: Telling, b: Telling, isShared: (term: number) => boolean): number {
	if (a.from > b.to || b.from > a.to) return 0;
	// Two dates in one sentence are two events.
	if (a.article === b.article && a.event.passage === b.event.passage) return 0;
	let shared = 0;
	const { terms } = b;
	for (let n = 0; n < terms.length; n++) if (isShared(terms[n] ?? 0)) shared++;
	const share = shared / shorterOf(a, b);
	const left = a.event.date.value;
	const isSameDay = left === b.event.date.value && left?.length === 10;
	const needed = isSameDay ? shareOfSameDay : shareOfOverlap;
	return shared >= fewestShared && share >= needed ? share : 0;
}
