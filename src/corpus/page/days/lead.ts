import { unknownPublished } from "../../../domain/dates.ts";
import { isParagraph, type MarkedLine } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";
import type { DayCandidate } from "./places.ts";

/** A lead names the day in its first sentences, or not at all. */
const leadParagraphs = 2;
const longestLead = 1_000;
/** "CAIRO, 28 July 2023 (Agency) -": the date stands in the first words of the lead. */
const datelineWidth = 70;
/** Words of a place before a dateline's date. */
const placeWords = 5;
/** The same where no mark parts the date from the agency, as in Arabic: more is a clause. */
const bareWords = 2;

type Stretch = { start: number; end: number };

function leadOf(lines: readonly MarkedLine[]): MarkedLine[] {
	return lines
		.filter((line) => line.mark === null && isParagraph(line, { longLine: 22 }))
		.slice(0, leadParagraphs);
}

/** The day of a dateline with a full date, and one that the lead calls today. */
export function leadDays(lines: readonly MarkedLine[], rules: PageRules): DayCandidate[] {
	const out: DayCandidate[] = [];
	for (const [i, line] of leadOf(lines).entries()) {
		for (const date of rules.dates.find(line.text.slice(0, longestLead), {
			published: unknownPublished,
		})) {
			if (date.basis !== "printed" || date.precision !== "day" || date.value === null) continue;
			if (i === 0 && date.end <= datelineWidth && isDateline(line, date, rules))
				out.push({ day: date.value, place: "dateline" });
			else if (saysToday(line, date, rules)) out.push({ day: date.value, place: "today" });
		}
	}
	return out;
}

/**
 * Whether the lead, read from that day, names it again: a dateline without a year, "today, Tuesday" or
 * "yesterday, Monday" with the right weekdays.
 */
export function readFrom(lines: readonly MarkedLine[], rules: PageRules, day: string): boolean {
	const published = { value: day, precision: "day", basis: "printed" } as const;
	let agrees = false;
	for (const [i, line] of leadOf(lines).entries()) {
		for (const date of rules.dates.find(line.text.slice(0, longestLead), { published })) {
			if (date.value === null || date.precision !== "day" || date.basis === "printed") continue;
			const dateline = i === 0 && date.end <= datelineWidth && isDateline(line, date, rules);
			if (dateline && date.kind === "date") agrees ||= date.value === day;
			if (date.offset === undefined || !hasWeekday(date.expression, rules)) continue;
			if (Date.parse(date.value) - Date.parse(day) !== date.offset * 86_400_000) return false;
			agrees = true;
		}
	}
	return agrees;
}

/** Whether the expression names a weekday: without its day word it is still a date. */
function hasWeekday(expression: string, rules: PageRules): boolean {
	const last = expression.trim().split(/\s+/u).at(-1) ?? "";
	return rules.dates.find(last, { published: unknownPublished })[0]?.kind === "weekday";
}

/** Only a place before the date, and an agency, with or without a mark, or a dash alone, right after it. */
function isDateline(line: MarkedLine, date: Stretch, rules: PageRules): boolean {
	const before = line.words.filter((word) => word.end <= date.start).length;
	if (before > placeWords) return false;
	const after = line.text.slice(date.end, date.end + 60);
	if (/^\s*[-–—/]\s*[-–—]?\s*\S/u.test(after) && before > 0) return true;
	// An agency in brackets and then a dash, whoever it is.
	if (before > 0 && /^\s*\([^()]{2,40}\)\s*[-–—ـ:]/u.test(after)) return true;
	const next = line.words.findIndex((word) => word.start >= date.end);
	return (
		(/^\s*[(/،,]/u.test(after) ||
			(before > 0 && before <= bareWords && /^\s*\p{Script=Arabic}/u.test(after))) &&
		rules.outlets.at(line.words, next).some((hit) => hit.outlet.kind === "agency")
	);
}

function saysToday(line: MarkedLine, date: Stretch, rules: PageRules): boolean {
	const first = line.words.findIndex((word) => word.end > date.start);
	for (let at = Math.max(0, first - 3); at <= first; at++) {
		for (const { end } of rules.furniture.todayWords.at(line.words, at)) {
			const between =
				(line.words[Math.max(first, 0)]?.start ?? 0) - (line.words[end - 1]?.end ?? 0);
			if (between <= 14) return true;
		}
	}
	return false;
}
