import { type PublishedDate, unknownPublished } from "../../domain/dates.ts";
import type { ClassifiedPage } from "./classify.ts";
import { isParagraph, type MarkedLine } from "./marks.ts";
import type { PageRules } from "./page-rules.ts";

/** A lead names the day in its first sentences, or not at all. */
const leadParagraphs = 2;
/** "CAIRO, 28 July 2023 (Agency) -": the date stands in the first words of the lead. */
const datelineWidth = 70;

/** Some pages print the date below a summary; further down it may belong to another story. */
const belowLead = 2;

/**
 * The day that an article was published, as far as the page prints it. A wrong day is worse than
 * none: a date above the title may be the day that the page was saved, and a date in the body may
 * be that of an event, so both count only where something else confirms them.
 */
export function publishedOf(page: ClassifiedPage, rules: PageRules): PublishedDate {
	const { lines, title } = page;
	const firstBody = lines.findIndex(
		(line) => line.mark === null && isParagraph(line, { longLine: 22 }),
	);
	const top = firstBody < 0 ? lines.length : firstBody;
	const from = title?.index ?? -1;
	const dated = lines.flatMap((line, index) => {
		const value = line.date ?? labelledBefore(lines, index, rules);
		return value !== null && line.mark !== null
			? [{ index, value, role: roleOf(lines, index) }]
			: [];
	});
	const beside = dated.filter(
		(d) => d.index > from && d.index <= top + belowLead && lines[d.index]?.mark !== "copyright",
	);
	const labelled = dated.find((d) => d.role === "published");
	const chosen =
		labelled ??
		beside.find((d) => d.role === null) ??
		aboveTitle(lines, dated, from, page) ??
		beside.find((d) => d.role === "updated");
	if (chosen) return printed(chosen.value);
	return fromLead(lines, rules);
}

type DatedLine = { index: number; value: string; role: "published" | "updated" | null };

function roleOf(lines: readonly MarkedLine[], index: number): DatedLine["role"] {
	for (const line of [lines[index], lines[index - 1]]) {
		if (line?.mark === "published" || line?.mark === "updated") return line.mark;
		// The label above belongs to the date that stands beside it, where there is one.
		if (lines[index - 1]?.date !== null) return null;
	}
	return null;
}

/** A line with a date right under the label "Published", where the line is no date line by itself. */
function labelledBefore(
	lines: readonly MarkedLine[],
	index: number,
	rules: PageRules,
): string | null {
	const line = lines[index];
	const label = lines[index - 1];
	if (!line || line.mark === null || label?.date !== null || label.mark !== "published")
		return null;
	const found = rules.dates
		.find(line.text.slice(0, 200), { published: unknownPublished })
		.filter((date) => date.basis === "printed" && date.precision === "day");
	return found.length === 1 ? (found[0]?.value ?? null) : null;
}

/**
 * A bare date above the title is the article's own only where it stands directly there, nothing of
 * a page's header (weather, menu) is above it, no other date is on the page, and the body speaks
 * of the same year and of no later day.
 */
function aboveTitle(
	lines: readonly MarkedLine[],
	dated: readonly DatedLine[],
	title: number,
	page: ClassifiedPage,
): DatedLine | undefined {
	const [only, ...others] = dated.filter((d) => d.role === null);
	if (!only || others.length > 0 || title < 0 || only.index !== title - 1 || only.index > 1)
		return undefined;
	const year = only.value.slice(0, 4);
	const years = new Set<string>();
	for (const [index, kind] of page.kinds) {
		if (kind === "title") continue;
		for (const word of lines[index]?.words ?? [])
			if (/^(19|20)\d\d$/.test(word.text)) years.add(word.text);
	}
	return years.has(year) && Math.max(...[...years].map(Number)) <= Number(year) ? only : undefined;
}

/** A dateline with a full date, or a lead that says which day today is. */
function fromLead(lines: readonly MarkedLine[], rules: PageRules): PublishedDate {
	const lead = lines.filter((line) => line.mark === null && isParagraph(line, { longLine: 22 }));
	for (const [i, line] of lead.slice(0, leadParagraphs).entries()) {
		for (const date of rules.dates.find(line.text.slice(0, 1_000), {
			published: unknownPublished,
		})) {
			if (date.basis !== "printed" || date.precision !== "day" || date.value === null) continue;
			if (i === 0 && date.end <= datelineWidth && isDateline(line, date, rules))
				return printed(date.value);
			if (saysToday(line, date, rules))
				return { value: date.value, precision: "day", basis: "inferred" };
		}
	}
	return unknownPublished;
}

/** Only a place before the date, and an agency and a dash, or a dash alone, right after it. */
function isDateline(
	line: MarkedLine,
	date: { start: number; end: number },
	rules: PageRules,
): boolean {
	const before = line.words.filter((word) => word.end <= date.start).length;
	if (before > 5) return false;
	const after = line.text.slice(date.end, date.end + 60);
	if (/^\s*[-–—/]\s*[-–—]?\s*\S/u.test(after) && before > 0) return true;
	const next = line.words.findIndex((word) => word.start >= date.end);
	return (
		/^\s*[(/،,]/u.test(after) &&
		rules.outlets.at(line.words, next).some((hit) => hit.outlet.kind === "agency")
	);
}

function saysToday(
	line: MarkedLine,
	date: { start: number; end: number },
	rules: PageRules,
): boolean {
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

function printed(value: string): PublishedDate {
	return { value, precision: "day", basis: "printed" };
}
