import { type PublishedDate, unknownPublished } from "../../../domain/dates.ts";
import type { ClassifiedPage } from "../classify.ts";
import { isParagraph, type MarkedLine } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";
import { ageOf } from "./age.ts";
import { leadDays, readFrom } from "./lead.ts";
import { dayOfLine } from "./line-day.ts";
import { type DayCandidate, type DayPlace, settleDay } from "./places.ts";

/** Some pages print the date below a summary; further down it may belong to another story. */
const belowLead = 2;
/** Lines at the top that a masthead takes. */
const mastheadLines = 8;
/** A longer line is no outlet's name. */
const longestName = 7;

/** Days that the lead is read for: a page that names more lists other articles. */
const mostNamed = 50;

/** Marks of lines whose date is of a picture, of another article or of the page's owner. */
const notOwn = new Set<MarkedLine["mark"]>([
	"caption",
	"captionLabel",
	"credit",
	"related",
	"more",
	"promo",
	"copyright",
	"repeat",
	"ticker",
]);

/**
 * The day that an article was published, as far as the page prints or states it. Each place that names
 * a day is a witness; what they say is weighed together, because a date above the title may be the day
 * on which the page was saved, and one in the body that of an event. `stated`: the days of the markup.
 */
export function publishedOf(
	page: ClassifiedPage,
	rules: PageRules,
	dayFirst: boolean | null,
	stated: readonly DayCandidate[] = [],
): PublishedDate {
	const printed = printedDays(page, rules, dayFirst);
	const found = [...stated, ...printed, ...ages(page, rules, printed)];
	const lead = leadDays(page.lines, rules);
	found.push(...lead);
	const named = new Set(found.map(({ day }) => day));
	for (const day of [...named].slice(0, mostNamed))
		if (readFrom(page.lines, rules, day)) found.push({ day, place: "agreement" });
	const day = settleDay(found);
	if (day === null) return unknownPublished;
	const places = new Set(found.filter((one) => one.day === day).map(({ place }) => place));
	places.delete("agreement");
	const inferred = [...places].every((place) => place === "today");
	return { value: day, precision: "day", basis: inferred ? "inferred" : "printed" };
}

/** The days that the page's lines print, each with the place where it stands. */
function printedDays(
	page: ClassifiedPage,
	rules: PageRules,
	dayFirst: boolean | null,
): DayCandidate[] {
	const { lines, title } = page;
	const firstBody = lines.findIndex(
		(line) => line.mark === null && isParagraph(line, { longLine: 22 }),
	);
	const top = firstBody < 0 ? lines.length : firstBody;
	const from = title?.index ?? -1;
	const dated = lines.filter((line) => line.date !== null).length;
	return lines.flatMap((line, index) => {
		if (line.mark === null || notOwn.has(line.mark) || isOfPicture(line, rules)) return [];
		const days = daysOfLine(lines, index, rules, dayFirst);
		if (days.length === 0) return [];
		const place = (): DayPlace | null => {
			const role = roleOf(lines, index);
			if (role === "published") return "label";
			if (index < from || (title === null && index < top)) {
				if (isMasthead(lines, index)) return "masthead";
				if (title !== null && dated === 1 && isStamp(page, index)) return "stamp";
				if (title !== null) return dated === 1 && confirmsYear(page, index) ? "masthead" : "bare";
			}
			const beside = index > from && index <= top + belowLead;
			return !beside ? null : role === "updated" ? "updated" : "beside";
		};
		const found = place();
		if (found === null) return [];
		// Two readings of one date are each worth little: something else has to say which is meant.
		return days.map((day) => ({ day, place: days.length > 1 ? "bare" : found }));
	});
}

/**
 * The days that the lines around an article print, beside what its markup states: where that tells a day of change from
 * an earlier one of publication, a page that prints the one of change says nothing new.
 */
export function framedDays(
	frame: ClassifiedPage,
	rules: PageRules,
	dayFirst: boolean | null,
	stated: readonly DayCandidate[],
): DayCandidate[] {
	const changed = new Set(stated.flatMap(({ day, place }) => (place === "changed" ? [day] : [])));
	const first = stated.find(({ place }) => ownPlaces.has(place))?.day ?? "";
	return printedDays(frame, rules, dayFirst).filter(
		({ day }) => first === "" || day <= first || !changed.has(day),
	);
}

/** What of the markup means the day of publication. */
const ownPlaces = new Set<DayPlace>(["metadata", "linked", "marked"]);

/** "Archive, 14 March 2011": the day of a picture. */
function isOfPicture({ words }: MarkedLine, { furniture }: PageRules): boolean {
	return words.some((_, at) => {
		for (const _hit of furniture.archive.at(words, at)) return true;
		return false;
	});
}

/** The day of a date line, or both readings of one whose order nothing tells. */
function daysOfLine(
	lines: readonly MarkedLine[],
	index: number,
	rules: PageRules,
	dayFirst: boolean | null,
): string[] {
	const line = lines[index];
	if (!line) return [];
	if (line.date === null) return labelledBefore(lines, index, rules, dayFirst);
	const read = (order: boolean | null) => dayOfLine(line.text, order, rules)?.value ?? [];
	const sure = read(dayFirst);
	return typeof sure === "string" ? [sure] : [read(true), read(false)].flat();
}

function roleOf(lines: readonly MarkedLine[], index: number): "published" | "updated" | null {
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
	dayFirst: boolean | null,
): string[] {
	const line = lines[index];
	const label = lines[index - 1];
	if (!line || line.mark === null || label?.date !== null || label.mark !== "published") return [];
	const found = rules.dates
		.find(line.text.slice(0, 200), { published: unknownPublished, dayFirst })
		.filter((date) => date.basis === "printed" && date.precision === "day");
	return found.length === 1 && found[0]?.value ? [found[0].value] : [];
}

/** "17.01.2023 / 10:31", right above the title. */
function isStamp({ lines, title }: ClassifiedPage, index: number): boolean {
	const line = lines[index];
	return (
		title?.index === index + 1 &&
		line !== undefined &&
		/\p{Nd}{1,2}:\p{Nd}{2}/u.test(line.text) &&
		!/\p{L}{3}/u.test(line.text)
	);
}

/**
 * Whether the body speaks of the year of a bare date right above the title, at the very top, and of no
 * later one.
 */
function confirmsYear({ lines, title, kinds }: ClassifiedPage, index: number): boolean {
	if (index > 1 || title?.index !== index + 1) return false;
	const year = Number(lines[index]?.date?.slice(0, 4));
	const years = new Set<number>();
	for (const [at, kind] of kinds) {
		if (kind === "title") continue;
		for (const word of lines[at]?.words ?? [])
			if (/^(19|20)\d\d$/.test(word.text)) years.add(Number(word.text));
	}
	return years.has(year) && Math.max(...years) <= year;
}

/**
 * Whether a date at the top of the page stands in a masthead: the weekday is printed with it, the
 * outlet's name or the number of the issue stands on its line, or a line that can only be a name is
 * right above it. A bare date under a menu is none: it may be the day that the page was saved.
 */
function isMasthead(lines: readonly MarkedLine[], index: number): boolean {
	const line = lines[index];
	if (!line || index >= mastheadLines) return false;
	// The month is one word of letters, where it is none of the digits; a weekday, a place or a name is another.
	const letters = line.words.filter((word) => /\p{L}{3}/u.test(word.text)).length;
	const inDigits = /\p{Nd}\s?[/.-]\s?\p{Nd}{1,2}\s?[/.-]\s?\p{Nd}/u.test(line.text);
	if (letters >= (inDigits ? 1 : 2)) return true;
	const above = lines[index - 1];
	return (
		index === 1 &&
		above !== undefined &&
		above.mark !== "chrome" &&
		above.words.length <= longestName &&
		above.ending === "open" &&
		!/\p{Nd}/u.test(above.text)
	);
}

/** The masthead's day less the age that a line beside the title gives: «قبل ٣ أيام». */
function ages(
	{ lines, title }: ClassifiedPage,
	rules: PageRules,
	printed: readonly DayCandidate[],
): DayCandidate[] {
	const heads = printed.filter(({ place }) => place === "masthead" || place === "bare");
	const [head, ...others] = new Set(heads.map(({ day }) => day));
	if (head === undefined || others.length > 0) return [];
	const from = title?.index ?? -1;
	for (let index = Math.max(0, from - 1); index < lines.length; index++) {
		const line = lines[index];
		if (!line || (index > from && line.mark === null && isParagraph(line, { longLine: 22 }))) break;
		const day = index === from ? null : ageOf(line, rules, head);
		if (day !== null) return [{ day, place: "age" }];
	}
	return [];
}
