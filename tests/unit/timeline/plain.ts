import type { TimelineEvent } from "../../../src/domain/article.ts";
import { dayRange } from "../../../src/domain/dates.ts";
import { analyse } from "../../../src/language/words/index-terms.ts";

type Told = { article: string; event: TimelineEvent };

/**
 * What belongs together by the rule alone, each telling compared with the first twelve of each of the
 * newest 400 happenings of its months: slow, and with nothing left out.
 */
export function plainGroups(articles: readonly { id: string; events: TimelineEvent[] }[]) {
	const groups: Told[][] = [];
	const shelves = new Map<string, Told[][]>();
	for (const { id, events } of articles) {
		for (const event of events) {
			const told = { article: id, event };
			const keys = monthsOf(event.date.value);
			const near = new Set(keys.flatMap((key) => (shelves.get(key) ?? []).slice(-400)));
			let best: Told[] | undefined;
			let bestShare = 0;
			for (const group of near) {
				for (const other of group.slice(0, 12)) {
					const share = shareOf(told, other);
					if (share > bestShare) [best, bestShare] = [group, share];
				}
			}
			if (best) best.push(told);
			else {
				const made = [told];
				groups.push(made);
				for (const key of keys) shelves.set(key, [...(shelves.get(key) ?? []), made]);
			}
		}
	}
	return groups.map((group) => group.map(({ article, event }) => `${article} ${event.id}`));
}

function monthsOf(value: string | null): string[] {
	const days = value === null ? null : dayRange(value);
	if (!days || value === null) return [];
	const at = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
	const [from, to] = [at(days.from), at(days.to)];
	if (to - from > 3) return [value];
	return Array.from({ length: to - from + 1 }, (_, n) => String(from + n));
}

function shareOf(a: Told, b: Told): number {
	const [left, right] = [a.event.date.value, b.event.date.value];
	const [days, others] = [left && dayRange(left), right && dayRange(right)];
	if (!days || !others || days.from > others.to || others.from > days.to) return 0;
	if (a.article === b.article && a.event.passage === b.event.passage) return 0;
	const [words, held] = [termsOf(a.event.quote), termsOf(b.event.quote)];
	const shared = [...words].filter((term) => held.has(term)).length;
	const share = shared / Math.max(1, Math.min(words.size, held.size));
	const needed = left === right && left?.length === 10 ? 0.45 : 0.6;
	return shared >= 3 && share >= needed ? share : 0;
}

const known = new Map<string, ReadonlySet<string>>();

function termsOf(quote: string): ReadonlySet<string> {
	let terms = known.get(quote);
	if (!terms) {
		const all = analyse(quote, new Set()).map(({ term }) => term);
		terms = new Set(all.filter((term) => term.length > 2 && !/^\d/.test(term)));
		known.set(quote, terms);
	}
	return terms;
}
