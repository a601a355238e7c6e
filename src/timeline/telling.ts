import type { TimelineEvent } from "../domain/article.ts";
import { type DayRange, dayRange } from "../domain/dates.ts";

/** One article's telling of one event. */
export type Telling = {
	article: string;
	/** Without its words, which are held where the article is. */
	event: ToldEvent;
	/** First and last day; null where the day is not known. */
	days: DayRange | null;
	/** The same as numbers, 20240406, which are compared faster; nothing is in the range of an unknown day. */
	from: number;
	to: number;
	/** True where the date is given as one day. */
	isDay: boolean;
	/** Index terms, as the vocabulary numbers them; each once. */
	terms: Int32Array;
};

// Two tellings share at least so much of the shorter one's terms. Those of different days within a
// month or a year need more, because a year holds many events with the same names.
const shareOfSameDay = 0.45;
const shareOfOverlap = 0.6;
export const fewestShared = 3;

export type ToldEvent = Pick<TimelineEvent, "id" | "passage" | "date" | "planned">;

export function tellingOf(article: string, event: ToldEvent, terms: Int32Array): Telling {
	const { value } = event.date;
	const days = value === null ? null : dayRange(value);
	const from = days ? numberOf(days.from) : Number.POSITIVE_INFINITY;
	const to = days ? numberOf(days.to) : Number.NEGATIVE_INFINITY;
	const isDay = days !== null && value?.length === 10;
	return { article, event, days, from, to, isDay, terms };
}

export function isOfOneDay(telling: Telling): telling is Telling & { days: DayRange } {
	return telling.from === telling.to;
}

function numberOf(day: string): number {
	return Number(day.replaceAll("-", ""));
}

/** What any telling has to share with this one at least. */
export function leastShare({ isDay }: Telling): number {
	return isDay ? shareOfSameDay : shareOfOverlap;
}

/** How many terms the shorter one of two has, at least 1. */
export function shorterOf(a: Telling, b: Telling): number {
	return Math.max(1, Math.min(a.terms.length, b.terms.length));
}

/** Whether two tellings may be of one event, whatever their words. */
export function mayBeOne(a: Telling, b: Telling): boolean {
	if (a.from > b.to || b.from > a.to) return false;
	// Two dates in one sentence are two events.
	return a.article !== b.article || a.event.passage !== b.event.passage;
}

/** The share of the shorter one's terms that makes two tellings one event. */
export function neededShare(a: Telling, b: Telling): number {
	return a.isDay && b.isDay && a.from === b.from ? shareOfSameDay : shareOfOverlap;
}
