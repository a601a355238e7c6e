import type { FoundDate, Text } from "../language/dates/index.ts";
import { phraseAt } from "../language/dates/index.ts";
import { quotations, type Stretch } from "./clauses.ts";
import { type DatedPassage, wordIndex } from "./dated-passages.ts";
import type { EventWords } from "./event-data.ts";

/** Kinds that still say something when the article's own day is not known: "on Wednesday". */
const worthUndated: ReadonlySet<FoundDate["kind"]> = new Set([
	"weekday",
	"day_word",
	"date",
	"month",
]);
/** Kinds that a yardstick is given in. */
const yardsticks: ReadonlySet<FoundDate["kind"]> = new Set([
	"year",
	"period",
	"ago",
	"month",
	"part",
	"quarter",
]);
/** Kinds that only a story of the article's own day can mean. */
const ofTheDay: ReadonlySet<FoundDate["kind"]> = new Set(["period", "day_word", "weekday"]);

/**
 * The dates of a passage on which something happened. Not: what figures are compared with, the year
 * in a name, "today" for nowadays inside a quotation, how long something has been going on.
 */
export function eventDates(dated: DatedPassage, words: EventWords, stale: boolean): FoundDate[] {
	const quoted = quotations(dated.passage.text);
	return dated.dates.filter((date) => {
		const at = wordIndex(dated.text, date.start);
		// So long has something been going on; nothing happened then.
		if (date.kind === "decade" || (date.kind === "stretch" && !date.future)) return false;
		if (date.value === null && !worthUndated.has(date.kind)) return false;
		if (stale && ofTheDay.has(date.kind) && date.basis !== "printed") return false;
		if (isDateline(dated.passage.text, date) || isNowadays(date, quoted)) return false;
		if (yardsticks.has(date.kind) && isCompared(dated.text, at, words)) return false;
		if (date.kind === "year" && isInName(dated.text, at, words)) return false;
		return !(date.kind === "ago" && isOngoing(dated.text, at, words));
	});
}

/** "CAIRO, 5 March (Agency) -" says where and when a report was written. */
function isDateline(text: string, date: FoundDate): boolean {
	if (date.start > 40 || date.kind !== "date") return false;
	return /^\s*(?:\([^()]{1,40}\)\s*)?[-–—]+\s/u.test(text.slice(date.end, date.end + 60));
}

function isNowadays(date: FoundDate, quoted: readonly Stretch[]): boolean {
	if (date.offset !== 0 || date.basis === "printed" || date.future) return false;
	const around = lastFrom(quoted, date.start);
	return around !== null && date.end <= around.end;
}

/** The last stretch that begins at or before the offset. */
function lastFrom(stretches: readonly Stretch[], offset: number): Stretch | null {
	let low = 0;
	let high = stretches.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return stretches[low - 1] ?? null;
}

function isCompared(text: Text, at: number, words: EventWords): boolean {
	for (let back = 1; back <= words.comparisons.longest; back++) {
		if (phraseAt(text, at - back, words.comparisons)?.end === at) return true;
	}
	return false;
}

function isInName(text: Text, at: number, words: EventWords): boolean {
	const own = text.words[at]?.text ?? "";
	// لعام 2015 may have the name's adjectives before it; otherwise the name stands directly there.
	const reach = own.startsWith("ل") ? 4 : 1;
	for (let back = 1; back <= reach; back++) {
		const before = text.words[at - back];
		if (!before || !(text.words[at - back + 1]?.near ?? false)) return false;
		if (before.readings.some((r) => words.names.has(r.text.replace(/^ال/, "")))) return true;
	}
	return false;
}

function isOngoing(text: Text, at: number, words: EventWords): boolean {
	return [1, 2].some((back) => words.ongoing.has(text.words[at - back]?.text ?? ""));
}
