import type { MentionBasis, Precision, PublishedDate } from "../../domain/dates.ts";
import { unknownPublished } from "../../domain/dates.ts";
import { remembered } from "../text/memo.ts";
import { type Anchor, anchorOf } from "./anchor.ts";
import type { DateData } from "./date-data.ts";
import { createDateLineParser, type DateLine } from "./date-line.ts";
import { compileLexicon, type Lexicon } from "./date-words.ts";
import { dayFirstIn } from "./day-first.ts";
import { furthest, type Match, type MatchKind, type Reader, type Recogniser } from "./match.ts";
import { isNameOfThing } from "./recognise/names/things.ts";
import {
	isHalfOfRange,
	joinFromNow,
	joinFromYear,
	joinNow,
	joinRange,
	joinYear,
} from "./recognise/ranges.ts";
import { speaksOfFuture } from "./recognise/tense.ts";
import { recognisersByWord } from "./recognisers.ts";
import { derived } from "./resolve.ts";
import { spanOf, type Text, textOf } from "./words-of-line.ts";

export type DateContext = {
	/** The day that relative expressions count from. */
	published: PublishedDate;
	/** 0 is Sunday … 6 Saturday; absent: Saturday in a line with Arabic letters, Monday in another. */
	weekStart?: number;
	/**
	 * Whether 4/5/2024 is the fourth of May, where something outside the line says so: the outlet, other
	 * dates of the page. Null or absent: a line with an Arabic letter or digit has the day first, and
	 * any other leaves such a date unknown.
	 */
	dayFirst?: boolean | null;
};

/** A date expression: `line.slice(start, end) === expression`, offsets in UTF-16 units. */
export type FoundDate = {
	start: number;
	end: number;
	expression: string;
	/** ISO, whole, partial or an interval; null where the article's own date would be needed. */
	value: string | null;
	precision: Precision;
	basis: MentionBasis;
	kind: MatchKind;
	/** Of today, yesterday and their like: days from the article's own. */
	offset?: number;
	/** The text speaks of the date as ahead, or it lies after the article's day. */
	future?: boolean;
};

export type DateFinder = {
	/** Every date expression of a line, in order, none inside another. */
	find(line: string, context: DateContext): FoundDate[];
	/** The date of a line that is nothing but a date line, or null. See `date-line.ts`. */
	parseDateLine(text: string, dayFirst?: boolean | null): DateLine | null;
};

/** Saturday, as CLDR has it for most Arab countries; Monday in English, as ISO 8601 counts. */
const weekStarts = { ar: 6, en: 1 };

/** Lines longer than this are read to here: no article has one, and a hostile one may not cost more. */
const longestLine = 200_000;

const finders = new WeakMap<DateData, DateFinder>();

/**
 * Finds the dates of Arabic and English news. Works in time linear in the line. The same data gives
 * the same finder, which remembers what it found in the last lines.
 */
export function createDateFinder(data: DateData): DateFinder {
	const known = finders.get(data);
	if (known) return known;
	const made = makeFinder(data);
	finders.set(data, made);
	return made;
}

function makeFinder(data: DateData): DateFinder {
	const lex = compileLexicon(data);
	const recognisersFor = recognisersByWord(lex);
	const read = (line: string, context: DateContext): FoundDate[] => {
		const anchor = anchorOf(context.published);
		const text = textOf(line.length > longestLine ? line.slice(0, longestLine) : line);
		const arabic = isArabicLine(text.line);
		const weekStart = context.weekStart ?? (arabic ? weekStarts.ar : weekStarts.en);
		const dayFirst = context.dayFirst ?? (arabic ? true : dayFirstIn([text.line]));
		const reader: Reader = { text, lex, anchor, weekStart, dayFirst, last: null };
		return findMatches(reader, recognisersFor).map((match) => foundDate(text, match, lex, anchor));
	};
	const undated = remembered((line) => read(line, { published: unknownPublished }));
	let last = "";
	let known: (line: string) => FoundDate[] = () => [];
	const find = (line: string, context: DateContext): FoundDate[] => {
		const { published, weekStart, dayFirst } = context;
		if (published.value === null) {
			const isPlain = weekStart === undefined && dayFirst === undefined;
			return isPlain ? [...undated(line)] : read(line, context);
		}
		// Claims and events ask for the same lines on the same day.
		const key = `${published.value} ${weekStart} ${dayFirst}`;
		if (last !== key) {
			last = key;
			known = remembered((line) => read(line, context));
		}
		return [...known(line)];
	};
	return {
		find,
		parseDateLine: createDateLineParser(data.line, lex, (line, dayFirst) =>
			find(line, { published: unknownPublished, dayFirst }),
		),
	};
}

function isArabicLine(line: string): boolean {
	return /[\u0620-\u064a\u0660-\u0669]/.test(line);
}

function findMatches(
	reader: Reader,
	recognisersFor: (word: string) => readonly Recogniser[],
): Match[] {
	const { text } = reader;
	const out: Match[] = [];
	for (let at = 0; at < text.words.length; ) {
		let match: Match | null = null;
		for (const recognise of recognisersFor(text.words[at]?.text ?? "")) {
			match = furthest(match, recognise(reader, at));
		}
		if (!match) {
			at++;
			continue;
		}
		if (isNameOfThing(reader, match)) {
			at = match.end;
			continue;
		}
		const previous = out[out.length - 1];
		match = joinNow(reader, match) ?? joinYear(reader, match) ?? match;
		const fromNow = joinFromNow(reader, match) ?? joinFromYear(reader, match);
		// "Today" may have been read as a date of its own.
		if (fromNow && previous && previous.end > fromNow.first) out.pop();
		match = fromNow ?? match;
		const joined = previous && !fromNow ? joinRange(reader, previous, match) : null;
		if (!joined && !fromNow && match.value !== null && isHalfOfRange(reader, match))
			match = { ...match, ...derived(null, "interval") };
		if (joined) out[out.length - 1] = joined;
		else out.push(match);
		if (match.value !== null) reader.last = joined ?? match;
		at = Math.max(match.end, at + 1);
	}
	return out;
}

function foundDate(text: Text, match: Match, lex: Lexicon, anchor: Anchor): FoundDate {
	const [start, end] = spanOf(text, match);
	const found: FoundDate = {
		start,
		end,
		expression: text.line.slice(start, end),
		value: match.value,
		precision: match.precision,
		basis: match.basis,
		kind: match.kind,
	};
	const ahead =
		match.future ??
		(liesAhead(match.value, anchor) ||
			(!liesBehind(match.value, anchor) && speaksOfFuture(text, match.first, match.end, lex)));
	if (ahead) found.future = true;
	if (match.offset !== undefined) found.offset = match.offset;
	return found;
}

function liesAhead(value: string | null, anchor: Anchor): boolean {
	const now = nowOf(anchor);
	return (
		value !== null &&
		now !== null &&
		value.slice(0, now.length) > now.slice(0, value.split("/")[0]?.length)
	);
}

function liesBehind(value: string | null, anchor: Anchor): boolean {
	const now = nowOf(anchor);
	const last = value?.split("/").at(-1);
	return last !== undefined && now !== null && last < now.slice(0, last.length);
}

function nowOf(anchor: Anchor): string | null {
	if (anchor.day !== null) return new Date(anchor.day * 86_400_000).toISOString().slice(0, 10);
	if (anchor.year === null) return null;
	return anchor.month === null
		? String(anchor.year)
		: `${anchor.year}-${String(anchor.month).padStart(2, "0")}`;
}
