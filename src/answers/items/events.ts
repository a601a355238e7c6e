import type { AnswerItem } from "../../domain/answer.ts";
import { type DayRange, dayRange } from "../../domain/dates.ts";
import { daysOf, inDays } from "../find/filters.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import type { EventRef } from "../library.ts";
import { shareHeld, statedWords } from "../words-of.ts";
import { eventItem } from "./cite.ts";
import { passageItem } from "./passages.ts";

/** Parts of a timeline that stand apart from its days. */
export type TimelinePart = "undated" | "passages";

/** Items and where the parts that stand apart begin among them; a part without items is left out. */
export type TimelineItems = {
	items: (() => AnswerItem)[];
	parts: { part: TimelinePart; at: number }[];
};

/**
 * Dated events on the passages that match well enough, by day; apart from them those of unknown day,
 * and apart from both the passages that match and hold no event. A question that is a date alone lists
 * what happened in that range.
 */
export function timelineItems(findings: Findings): TimelineItems {
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
	const told = oneByOne(
		kept.map(({ ref }) => ref),
		findings,
		asked,
	);
	const others = bare.filter(({ score }) => score >= best * thresholds.bareFloor);
	const days = told.filter(({ ref }) => rangeOf(ref) !== null).length;
	const starts = [
		{ part: "undated" as const, at: days, count: told.length - days },
		{ part: "passages" as const, at: told.length, count: others.length },
	];
	return {
		items: [
			...told.map(
				({ ref, also }) =>
					() =>
						eventItem(ref, reading.language, also),
			),
			...others.map(({ item }) => item),
		],
		parts: starts.filter(({ count }) => count > 0).map(({ part, at }) => ({ part, at })),
	};
}

type Told = { ref: EventRef; also: EventRef[] };

/**
 * By day. One happening that several articles tell is one item with several places, in the words of
 * the telling that knows its day best: a month in one article does not hide the day in another.
 */
function oneByOne(
	refs: readonly EventRef[],
	{ library }: Findings,
	asked: DayRange | null,
): Told[] {
	const out: Told[] = [];
	const byEntry = new Map<object, Told>();
	for (const ref of refs.toSorted((a, b) => length(a) - length(b) || inText(a, b))) {
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
	const coarse = ({ ref }: Told) => Number(asked !== null && holdsMore(ref, asked));
	return out.sort((a, b) => coarse(a) - coarse(b) || byDay(a.ref, b.ref));
}

/**
 * Whether all that is known of the day is a year, or another unit of the calendar, that holds the whole
 * range asked for and more: it says nothing of that range and stands behind what does. A stretch of
 * which both ends are known is no unit.
 */
function holdsMore(ref: EventRef, asked: DayRange): boolean {
	const range = rangeOf(ref);
	if (!range || ref.event.date.precision === "interval") return false;
	return (
		range.from <= asked.from &&
		range.to >= asked.to &&
		(range.from < asked.from || range.to > asked.to)
	);
}

/** A whole month or year stands where it begins, behind what is known to be of its first day. */
function byDay(a: EventRef, b: EventRef): number {
	const [left, right] = [rangeOf(a), rangeOf(b)];
	if (!left || !right) return left ? -1 : right ? 1 : inText(a, b);
	if (left.from !== right.from) return left.from < right.from ? -1 : 1;
	if (left.to !== right.to) return left.to < right.to ? -1 : 1;
	return inText(a, b);
}

function inText(a: EventRef, b: EventRef): number {
	if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
	return a.passage.source.line - b.passage.source.line;
}

function rangeOf({ event }: EventRef): DayRange | null {
	return event.date.value === null ? null : dayRange(event.date.value);
}

/** Milliseconds from the first day to the last; an unknown day is the longest. */
function length(ref: EventRef): number {
	const range = rangeOf(ref);
	return range ? Date.parse(range.to) - Date.parse(range.from) : Number.MAX_SAFE_INTEGER;
}
