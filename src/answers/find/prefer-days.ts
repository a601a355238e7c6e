import type { Article } from "../../domain/article.ts";
import { type DayRange, dayRange } from "../../domain/dates.ts";
import type { PassageRef } from "../../domain/passage-search.ts";

/** A passage that tells of these days; one with a statement of them; one that only appeared in them. */
const happened = 1;
const said = 0.6;
const published = 0.5;

/**
 * Prefers passages by the days of a question: those that date an event or a statement in them, then
 * those of articles that appeared in them. For `PassageQuery.prefer`.
 */
export function preferDays(days: DayRange): (ref: PassageRef) => number {
	/** The share of the value's own days that lie in those of the question: a year tells little of a month. */
	const inside = (value: string | null): number => {
		const range = value === null ? null : dayRange(value);
		if (!range || range.from > days.to || days.from > range.to) return 0;
		// ISO days sort as they follow each other.
		const [, first = range.from, last = range.to] = [
			range.from,
			days.from,
			range.to,
			days.to,
		].sort();
		return countDays(first, last) / countDays(range.from, range.to);
	};
	const byArticle = new WeakMap<Article, Map<string, number>>();
	const passagesOf = (article: Article): Map<string, number> => {
		let known = byArticle.get(article);
		if (!known) {
			known = new Map();
			const keep = (passage: string, worth: number) => {
				if (worth > (known?.get(passage) ?? 0)) known?.set(passage, worth);
			};
			for (const { passage, saidOn } of article.claims) keep(passage, said * inside(saidOn.value));
			for (const { passage, date } of article.events) keep(passage, happened * inside(date.value));
			byArticle.set(article, known);
		}
		return known;
	};
	return ({ article, passage }) => {
		const own = passagesOf(article).get(passage.id) ?? 0;
		return Math.max(own, published * inside(article.published.value));
	};
}

function countDays(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
