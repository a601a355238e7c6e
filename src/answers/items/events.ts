import type { AnswerItem } from "../../domain/answer.ts";
import { type DayRange, dayRange } from "../../domain/dates.ts";
import { daysOf, inDays } from "../find/filters.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import type { EventRef } from "../library.ts";
import { shareHeld, statedWords } from "../words-of.ts";
import { eventItem } from "./cite.ts";
import { passageItem } from "./passages.ts";

/**
 * Dated events on the passages that match well enough, by day; those of unknown day come last, and
 * after them the passages that match and hold no event. A question that is a date alone lists what
 * happened in that range.
 */
export function timelineItems(findings: Findings): (() => AnswerItem)[] {
	const { library, tests, reading } = findings;
	const asked = daysOf(reading.filters);
	const chosen: { ref: EventRef; score: number; dated: boolean }[] = [];
	const bare: { score: number; item: () => AnswerItem }[] = [];
	for (const hit of findings.hits) {
		const events = library.events(hit).filter(tests.event);
		for (const ref of events) {
			const dated = asked !== null && inDays(ref.event.date.value, asked);
			if (!findings.searched && asked && !dated) continue;
			const held = shareHeld(hit.matched, () => statedWords(ref.event));
			const words = 1 - thresholds.eventWords + thresholds.eventWords * held;
			const preferred = dated ? thresholds.preferred : 1;
			chosen.push({ ref, score: hit.score * words * preferred, dated });
		}
		// What happened on other days than those asked for is no passage without a day.
		const elsewhere = tests.days !== null && library.events(hit).length > 0;
		if (events.length === 0 && findings.searched && !elsewhere)
			bare.push({ score: hit.score, item: () => passageItem(hit, findings) });
	}
	const best = Math.max(0, ...chosen.map(({ score }) => score));
	const floor = best * (findings.searched ? thresholds.timelineFloor : 0);
	const kept = chosen.filter(
		({ score, dated }) => score >= floor * (dated ? thresholds.datedFloor : 1),
	);
	kept.sort((a, b) => spill(a.ref, asked) - spill(b.ref, asked) || byDay(a.ref, b.ref));
	const others = bare.filter(({ score }) => score >= best * thresholds.bareFloor);
	return [
		...merged(
			kept.map(({ ref }) => ref),
			findings,
		).map(
			({ ref, also }) =>
				() =>
					eventItem(ref, reading.language, also),
		),
		...others.map(({ item }) => item),
	];
}

/** One happening that several articles tell is one item, at its first telling, with several places. */
function merged(
	refs: readonly EventRef[],
	{ library }: Findings,
): { ref: EventRef; also: EventRef[] }[] {
	const out: { ref: EventRef; also: EventRef[] }[] = [];
	const byEntry = new Map<object, { ref: EventRef; also: EventRef[] }>();
	for (const ref of refs) {
		const entry = library.entryOf(ref);
		const known = entry && byEntry.get(entry);
		if (known && known.ref.article.id !== ref.article.id) {
			known.also.push(ref);
			continue;
		}
		const item = { ref, also: [] };
		out.push(item);
		if (entry && !known) byEntry.set(entry, item);
	}
	return out;
}

/** 0 for what lies in the days that were asked for, 1 for what only reaches into them, as a whole year does. */
function spill({ event }: EventRef, asked: DayRange | null): number {
	const range = event.date.value === null ? null : dayRange(event.date.value);
	return asked && range && (range.from < asked.from || range.to > asked.to) ? 1 : 0;
}

function byDay(a: EventRef, b: EventRef): number {
	const [left, right] = [dayOf(a), dayOf(b)];
	if (left !== right) return left < right ? -1 : 1;
	if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
	return a.passage.source.line - b.passage.source.line;
}

/** First day, then the last, so that a month comes after the first day that is known in it. */
function dayOf({ event }: EventRef): string {
	const range = event.date.value === null ? null : dayRange(event.date.value);
	return range ? `${range.from} ${range.to}` : "unknown";
}
