import { dayRange } from "../../../domain/dates.ts";
import { isoDay } from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { derived, printed, resolveParts } from "../resolve.ts";
import { isWord } from "../words-of-line.ts";
import { ordinalAt } from "./counts.ts";
import { fourDigitsAt, isQuantity } from "./years/years.ts";

/** Both ends have their year. */
const noLean = { to: null, sure: false };

/**
 * Two dates that are the ends of one: من 3 مايو إلى 5 يونيو 2024, between January and March 2023, 3 May – 5 June,
 * from Monday to Friday, between January 2019 and today. The end without a year takes the other's.
 */
export function joinRange(reader: Reader, first: Match, last: Match): Match | null {
	if (!isJoined(reader, first, last)) return null;
	const alike =
		first.parts && last.parts && (first.parts.day === null) === (last.parts.day === null);
	return alike ? joinParts(reader, first, last) : joinValues(reader, first, last);
}

function joinParts(reader: Reader, first: Match, last: Match): Match | null {
	if (!first.parts || !last.parts) return null;
	const order =
		first.parts.month - last.parts.month || (first.parts.day ?? 0) - (last.parts.day ?? 0);
	const isPrinted = last.parts.year !== null || first.parts.year !== null;
	// Without a printed year the end tells which one is meant.
	const year = last.parts.year ?? first.parts.year ?? yearOf(last.value);
	if (year === null) return null;
	const ofFirst = first.parts.year ?? (order > 0 ? year - 1 : year);
	const ofLast = last.parts.year ?? (order > 0 && first.parts.year !== null ? year + 1 : year);
	const from = resolveParts({ ...first.parts, year: ofFirst }, reader.anchor, noLean).value;
	const to = resolveParts({ ...last.parts, year: ofLast }, reader.anchor, noLean).value;
	if (from === null || to === null || from >= to) return null;
	return { ...range(first, last, `${from}/${to}`), basis: isPrinted ? "printed" : last.basis };
}

/** Ends of different kinds, each known by itself. */
function joinValues(reader: Reader, first: Match, last: Match): Match | null {
	if (!first.value || !last.value || !ends.has(first.kind) || !ends.has(last.kind)) return null;
	// "Adjourned yesterday until 7 September" is no stretch from yesterday on.
	const weekdays = first.kind === "weekday" && last.kind === "weekday";
	if (!weekdays && !opened(reader, first, reader.lex.rangeOpeners)) return null;
	const from = dayRange(first.value)?.from;
	let to = dayRange(last.value)?.to;
	if (!from || !to) return null;
	// من الاثنين إلى الجمعة: the Friday behind the Monday.
	if (to < from && last.kind === "weekday" && first.kind === "weekday")
		to = isoDay(Date.parse(to) / 86_400_000 + 7);
	if (from >= to || reader.anchor.year === null) return null;
	return { ...range(first, last, `${from}/${to}`), basis: "derived" };
}

const ends: ReadonlySet<Match["kind"]> = new Set([
	"date",
	"month",
	"year",
	"weekday",
	"day_word",
	"part",
	"quarter",
]);

function range(first: Match, last: Match, value: string): Match {
	const { parts: _, ...rest } = last;
	const joined = { kind: "range" as const, first: first.first, from: first.from };
	return { ...rest, ...printed(value, "interval"), ...joined };
}

/** "Between May 2022 and 2024": the year at the end stands bare. */
export function joinYear(reader: Reader, first: Match): Match | null {
	const { text, lex } = reader;
	if (first.value === null || !ends.has(first.kind) || !opened(reader, first, lex.rangeOpeners))
		return null;
	const join = text.words[first.end];
	const joined = isWord(text, first.end, lex.to) || isWord(text, first.end, lex.and);
	const year = join?.near && joined ? fourDigitsAt(reader, first.end + 1) : null;
	if (!year || isQuantity(reader, year.end) || year.year < 1900) return null;
	const from = dayRange(first.value)?.from;
	if (!from || from >= `${year.year}`) return null;
	const piece = { first: first.first, end: year.end, from: first.from, to: year.to };
	return {
		...piece,
		...printed(`${from}/${year.year}`, "interval"),
		basis: first.basis,
		kind: "range",
	};
}

/** "Between 2015 and 5 January 2018", "in 2014 through 2 May 2018": the year at the beginning stands bare. */
export function joinFromYear(reader: Reader, last: Match): Match | null {
	const { text, lex } = reader;
	const to = last.value === null || !ends.has(last.kind) ? undefined : dayRange(last.value)?.to;
	const definite = lex.definite.has(text.words[last.first - 1]?.text ?? "") ? 1 : 0;
	const at = last.first - 1 - definite;
	if (!to || !text.words[last.first]?.near || !text.words[at]?.near) return null;
	const opened = isWord(text, at - 2, lex.rangeOpeners);
	const joined = isWord(text, at, lex.to) || (opened && isWord(text, at, lex.and));
	// "In 2014 through …" only to a date that is printed.
	const led = opened || (last.basis === "printed" && isWord(text, at - 2, lex.yearOpeners));
	if (!joined || !led) return null;
	const year = fourDigitsAt(reader, at - 1);
	if (!year || year.end !== at || year.year < 1900 || `${year.year}-01-01` >= to) return null;
	const piece = { first: at - 1, end: last.end, from: year.from, to: last.to };
	return {
		...piece,
		...printed(`${year.year}-01-01/${to}`, "interval"),
		basis: last.basis,
		kind: "range",
	};
}

/**
 * "From the 27th to 3 April", "from last Monday to April": an end whose beginning was not read. It is no
 * day of its own, and the stretch is not known.
 */
export function isHalfOfRange({ text, lex }: Reader, last: Match): boolean {
	const definite = lex.definite.has(text.words[last.first - 1]?.text ?? "") ? 1 : 0;
	const at = last.first - 1 - definite;
	if (!text.words[last.first]?.near || !isWord(text, at, lex.to)) return false;
	for (let back = at - 1; back >= at - farthestOpener && isNext(text, back + 1); back--) {
		if (!isWord(text, back, lex.rangeOpeners)) continue;
		// Only what looks like a day: "from Cairo to …" opens no stretch of time.
		const day = back + 1 + (lex.definite.has(text.words[back + 1]?.text ?? "") ? 1 : 0);
		return ordinalAt(text, day, lex) !== null || /^\d\d?$/.test(text.words[day]?.text ?? "");
	}
	return false;
}

function isNext({ words }: Reader["text"], at: number): boolean {
	return words[at]?.near === true || words[at]?.gap === "-";
}

/** Words between "from" and "to" where a day of the month stands there. */
const farthestOpener = 5;

/** "Between January 2019 and now": a date and the article's own day. */
export function joinNow(reader: Reader, first: Match): Match | null {
	const { text, lex, anchor } = reader;
	const join = text.words[first.end];
	const now = text.words[first.end + 1];
	if (!join?.near || !now?.near || anchor.day === null || first.value === null) return null;
	const isEnd = isWord(text, first.end, lex.to) || isOpened(reader, first, first.end);
	if (!isEnd || !lex.now.has(now.text) || !ends.has(first.kind)) return null;
	const from = dayRange(first.value)?.from;
	const to = isoDay(anchor.day);
	if (!from || from >= to) return null;
	const piece = { first: first.first, end: first.end + 2, from: first.from, to: now.to };
	return { ...piece, ...derived(`${from}/${to}`, "interval"), kind: "range" };
}

/** "Between now and November 15": from the article's own day. */
export function joinFromNow(reader: Reader, last: Match): Match | null {
	const { text, lex, anchor } = reader;
	const [now, join] = [text.words[last.first - 2], text.words[last.first - 1]];
	if (!now || !join?.near || !text.words[last.first]?.near || anchor.day === null) return null;
	if (!lex.now.has(now.text) || !isWord(text, last.first - 3, lex.rangeOpeners)) return null;
	if (!isWord(text, last.first - 1, lex.and) && !isWord(text, last.first - 1, lex.to)) return null;
	const to = last.value === null || !ends.has(last.kind) ? undefined : dayRange(last.value)?.to;
	const from = isoDay(anchor.day);
	if (!to || from >= to) return null;
	const piece = { first: last.first - 2, end: last.end, from: now.from, to: last.to };
	return { ...piece, ...derived(`${from}/${to}`, "interval"), kind: "range", future: true };
}

function yearOf(value: string | null): number | null {
	return value === null ? null : Number(value.slice(0, 4));
}

function isJoined(reader: Reader, first: Match, last: Match): boolean {
	const { text, lex } = reader;
	const join = text.words[first.end];
	if (!join) return false;
	if (first.end === last.first) {
		const between = text.n.text.slice(first.to, last.from).trim();
		if (between === "-" || between === "–" || between === "—")
			return first.kind !== "year" && first.kind !== "weekday";
		// بين يناير ومارس: the "and" is part of the second word.
		return between === "و" && opened(reader, first, lex.rangeOpeners);
	}
	if (first.end + 1 !== last.first || !join.near) return false;
	if (isWord(text, first.end, lex.to)) return true;
	return isOpened(reader, first, first.end);
}

/** "And" joins two ends only where "between" or "from" stands before the first. */
function isOpened(reader: Reader, first: Match, at: number): boolean {
	const { text, lex } = reader;
	return isWord(text, at, lex.and) && opened(reader, first, lex.rangeOpeners);
}

function opened(reader: Reader, first: Match, openers: Parameters<typeof isWord>[2]): boolean {
	return isWord(reader.text, first.first - 1, openers);
}
