import { rememberedWord } from "../text/memo.ts";
import type { PhraseTable } from "../text/phrase-table.ts";
import { readingsOf } from "../words/arabic-clitics.ts";
import { isoMonth } from "./calendar.ts";
import type { Lexicon, MonthWord } from "./date-words.ts";
import type { Match, Recogniser } from "./match.ts";
import { partAt } from "./recognise/boundaries.ts";
import { calendarDateAt } from "./recognise/calendar-dates.ts";
import { dayAt } from "./recognise/days.ts";
import { feastAt } from "./recognise/feasts.ts";
import { halfAt, quarterAt, weekOfMonthAt } from "./recognise/fractions.ts";
import { nthWeekdayAt } from "./recognise/nth-weekdays.ts";
import { decadeAt, periodAt, restAt, weekOfDayAt } from "./recognise/periods.ts";
import { seasonAt } from "./recognise/seasons.ts";
import { spanDateAt } from "./recognise/spans.ts";
import { stretchAt } from "./recognise/stretches.ts";
import { yearAt } from "./recognise/years/bare-years.ts";
import { fourDigitsAt } from "./recognise/years/years.ts";
import { printed } from "./resolve.ts";
import { begins, type Found, firstWords, phraseAt, startsWithDigit } from "./words-of-line.ts";

type Kind = {
	recognise: Recogniser;
	/** First words, proclitics aside, of what it recognises. */
	firsts: ReadonlySet<string>;
	/** What it recognises may begin with a number. */
	digits: boolean;
};

const months: Recogniser = (reader, at) => {
	const match = calendarDateAt(reader, at);
	return match?.kind === "month" && match.calendar === "gregorian" ? match : null;
};

/** 2016 Q3, 2015 June, 2016 the third quarter: the year stands first. */
const yearThenPart: Recogniser = (reader, at) => {
	const year = fourDigitsAt(reader, at);
	const { text, lex } = reader;
	if (!year) return null;
	const gap = text.words[year.end]?.gap;
	if (gap !== "" && gap !== "-") return null;
	const skip = lex.definite.has(text.words[year.end]?.text ?? "") ? 1 : 0;
	const anchor = { day: null, month: 1, year: year.year };
	const start = year.end + skip;
	const name = phraseAt(text, start, lex.months);
	const part =
		name && name.value.certainty !== "doubtful"
			? monthNamed(name, year.year)
			: quarterAt({ ...reader, anchor }, start);
	if (!part?.value?.startsWith(String(year.year))) return null;
	return { ...part, basis: "printed", first: at, from: year.from };
};

function monthNamed({ value, end, to, from, first }: Found<MonthWord>, year: number): Match {
	return { ...printed(isoMonth(year, value.month), "month"), kind: "month", first, end, from, to };
}

/**
 * The recognisers that something beginning with the word can satisfy, in their order: most words
 * begin no date. A recogniser's tables here are those that it looks its first word up in.
 */
export function recognisersByWord(lex: Lexicon): (word: string) => readonly Recogniser[] {
	const kinds = kindsOf(lex);
	const none: readonly Recogniser[] = [];
	return rememberedWord((word) => {
		const read = { readings: readingsOf(word) };
		const digit = startsWithDigit(word);
		const fit = kinds.filter((kind) => (digit && kind.digits) || begins(read, kind.firsts));
		return fit.length === 0 ? none : fit.map((kind) => kind.recognise);
	});
}

function kindsOf(lex: Lexicon): Kind[] {
	const kind = (
		recognise: Recogniser,
		digits: boolean,
		tables: readonly PhraseTable<unknown>[],
		shorts: Iterable<string> = [],
	): Kind => ({ recognise, digits, firsts: new Set([...firstWords(...tables), ...shorts]) });
	const { stepBefore, yearWords, ordinals, last } = lex;
	return [
		kind(dayAt, false, [
			lex.days,
			stepBefore,
			lex.shortWeekdays,
			lex.dayWords,
			lex.weekdays,
			lex.partsOfDay,
		]),
		kind(calendarDateAt, true, [
			ordinals,
			lex.feastDay,
			lex.feastOrdinals,
			lex.cardinals,
			lex.hijri,
			yearWords,
			lex.monthWords,
			lex.months,
			stepBefore,
		]),
		kind((reader, at) => partAt(reader, at, months), false, [lex.yearEnd, lex.parts]),
		kind(quarterAt, true, [lex.quarter, ordinals, last], lex.quarterShort),
		kind(
			(reader, at) => halfAt(reader, at, months),
			true,
			[lex.half, ordinals, last],
			lex.halfShort,
		),
		kind((reader, at) => weekOfMonthAt(reader, at, months), true, [lex.weeks, ordinals, last]),
		kind(seasonAt, false, [stepBefore, lex.definiteSeasons, lex.seasons]),
		kind(periodAt, false, [stepBefore, lex.sameBefore, lex.periods]),
		kind(spanDateAt, true, [
			lex.coming,
			lex.ago,
			lex.after,
			lex.ahead,
			lex.approximately,
			lex.dual,
			lex.articles,
			lex.counts,
			lex.teenHeads,
			lex.cardinals,
			lex.singular,
			lex.dayAfter,
		]),
		kind(
			stretchAt,
			true,
			[lex.within, lex.stretchBefore, lex.few, lex.cardinals, lex.teenHeads, lex.counts],
			lex.definiteStretches,
		),
		kind((reader, at) => nthWeekdayAt(reader, at, months), true, [
			ordinals,
			last,
			lex.dayWords,
			lex.weekdays,
		]),
		kind(restAt, false, [lex.rest]),
		kind((reader, at) => weekOfDayAt(reader, at, calendarDateAt), false, [lex.weekNames]),
		kind(yearThenPart, true, []),
		kind(feastAt, true, [lex.feasts, ordinals, stepBefore, lex.feastDay, lex.feastOrdinals]),
		kind(yearAt, true, [yearWords]),
		kind(decadeAt, true, [lex.decades, lex.definiteDecades]),
	];
}
