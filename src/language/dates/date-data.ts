import { z } from "zod";
import { IsnadError } from "../../domain/errors.ts";

const words = z.array(z.string().min(1));
const wordsBy = z.record(z.string().min(1), words);
const numberBy = z.record(z.string().min(1), z.number());
const unit = z.enum(["day", "week", "month", "year", "decade", "century"]);
export type Unit = z.infer<typeof unit>;
const period = z.enum(["week", "month", "year", "quarter", "weekend"]);
export type Period = z.infer<typeof period>;

const Months = z.strictObject({
	gregorian: z
		.array(
			z.strictObject({
				month: z.int().min(1).max(12),
				/** Never anything else. */
				names: words,
				/** Also a verb or a name: a month only where the text around it says so. */
				doubtful: words,
				/** A month only beside a number. */
				short: words,
			}),
		)
		.length(12),
	/** Months that people are called. */
	givenNames: words,
	/** Words that folding makes equal to another: the source must be spelled exactly so. */
	exact: words,
	hijri: z.array(z.strictObject({ month: z.int().min(1).max(12), names: words })).length(12),
	hijriMarks: words,
	gregorianMarks: words,
	monthWords: words,
	/** Words before a doubtful name that make it a month. */
	openers: words,
	notBefore: words,
	notAfter: words,
});

const dayNames = z.strictObject({ day: z.int().min(0).max(6), names: words });
const Weekdays = z.strictObject({
	days: z.array(dayNames.extend({ short: words })).length(7),
	/** Forms that are a weekday only after the word for day. */
	bare: z.array(dayNames),
	notBefore: words,
	notAfter: words,
	dayWords: words,
	partsOfDay: words,
	partsAfter: words,
	corresponding: words,
});

const Relative = z.strictObject({
	days: z.array(z.strictObject({ offset: z.int(), words })),
	/** Only with tanwin, before a weekday or in a sentence about the future. */
	tanwin: words,
	beforeWeekday: words,
	dayNotBefore: wordsBy,
	dayNotAfter: wordsBy,
	units: z.array(z.strictObject({ unit, singular: words, dual: words, plural: words })),
	periods: z.array(z.strictObject({ unit: period, words })),
	directions: z.array(z.strictObject({ step: z.int(), after: words, before: words })),
	/** May stand before a weekday: "early on Saturday". */
	on: words,
	/** May stand before a date that follows its weekday: "Tuesday the 5th". */
	definite: words,
	same: words,
	sameBefore: words,
	generalBefore: words,
	ago: words,
	agoAfter: words,
	earlier: words,
	later: words,
	after: words,
	afterEnglish: words,
	/** "The day after": the event is a day older than what is told. */
	dayAfter: words,
	from: words,
	to: words,
	and: words,
	rangeOpeners: words,
	now: words,
	ahead: words,
	/** Verbs whose object follows "from": after them "three days ago from" is no "before". */
	verbsWithFrom: words,
	notOffset: words,
	/** A stretch ahead of unstated length. */
	coming: z.strictObject({ months: words, days: words }),
	approximately: words,
	articles: words,
	adverbs: words,
	of: words,
	yearWords: words,
	yearOpeners: words,
	/** "The last three months": a number of units up to the article's day, or from it on. */
	stretches: z.strictObject({
		past: z.strictObject({ after: words, before: words }),
		next: z.strictObject({ after: words, before: words }),
		within: words,
		/** In the place of a number: how long the stretch is remains open. */
		few: words,
		tails: words,
	}),
	/** "The following Monday": counted from a day that the text named, not from the article's. */
	toContext: words,
	/** "The rest of the week". */
	rest: words,
	/** Before the year of what follows. */
	in: words,
	/** Weekends without a step: the one near the article's day. */
	bareWeekends: words,
	/** "Over the weekend": it is behind. */
	over: words,
	/** "Two days from tomorrow". */
	hence: words,
	/** Before a span that goes on from a day: for a week from 5 May. */
	lasting: words,
	/** Between a span and the day that it begins on: a week starting tomorrow. */
	beginning: words,
	/** Between a day and its hour: Friday 23 at 4. */
	atHour: words,
	/** Words for a year that its number or name follows: عام الفيل. */
	namedYears: words,
	/** Before two numbers with a slash: في 22/4. */
	numericOpeners: words,
	/** Things called after a day: before it in Arabic, behind it in English. */
	namedThings: words,
	/** The same of agreements, which have a year of their own. */
	namedPacts: words,
	/** Papers that have a number and a year: "Law 5/2019". */
	numberedPapers: words,
	/** Days that are names of events: the year belongs to the name. */
	namedDays: z.array(z.strictObject({ month: z.int(), day: z.int(), year: z.int(), heads: words })),
});

const season = z.enum(["spring", "summer", "autumn", "winter"]);
export type Season = z.infer<typeof season>;
const Parts = z.strictObject({
	early: words,
	start: words,
	mid: words,
	late: words,
	end: words,
	/** Words that after a part make it "from … on". */
	notBefore: words,
	/** Words before the end of a period that make it a limit. */
	limits: words,
	yearEnd: words,
	bareYear: words,
	bareMonth: words,
	quarter: words,
	quarterShort: words,
	week: words,
	half: words,
	halfShort: words,
	last: words,
	seasons: z.array(z.strictObject({ season, bare: words, definite: words })),
	decades: z.array(z.strictObject({ decade: z.int(), words })),
	decadeSuffix: words,
	centuryTail: words,
});

const NumberData = z.strictObject({
	cardinals: numberBy,
	/** First words of years: ألف, ألفين. */
	thousands: numberBy,
	teenTails: words,
	teenHeads: numberBy,
	hundreds: words,
	scales: z.array(z.strictObject({ factor: z.number().positive(), words, dual: words })),
	fractions: numberBy,
	andHalf: words,
	ordinals: numberBy,
	ordinalSuffixes: words,
	counts: numberBy,
	/** Words after a number that make it a quantity and no year. */
	notYearBefore: words,
});

const Tense = z.strictObject({
	future: words,
	past: words,
	/** Verbs as a dictionary has them in the imperfect: يلتقي. */
	imperfects: words,
	/** Endings of persons and objects that an imperfect may have. */
	objects: words,
	/** Limits and starts: what stands right behind looks ahead. */
	until: words,
	/** What stands right behind lies back. */
	since: words,
	/** Verbs of duration: a limit that they reached is behind. */
	lasted: words,
	/** Of those limits the ones that something goes on to. */
	ends: words,
	/** What says that something holds now: a limit behind it lies ahead. */
	holding: words,
	/** Verbs of an end or a start in the present: the day that follows lies ahead. */
	terms: words,
	/** What makes a term of a present verb before it: يدخل القرار حيز التنفيذ. */
	force: words,
	/** Verbs that put something off or lengthen it, and what then leads to the new day. */
	moves: words,
	movedTo: words,
	/** What behind a day says that it was set down for something. */
	setDown: words,
	/** What before one of these puts it into the past. */
	been: words,
	/** Things that are fixed for a day to come. */
	scheduled: words,
	/** Orders, promises and limits: what is to be done "within two weeks" lies ahead. */
	binding: words,
	/** Of the words above those that are given names too. */
	givenNames: words,
	/** Behind one a word is a name. */
	titles: words,
});

const DateLineWords = z.strictObject({
	published: words,
	updated: words,
	noise: words,
	maxOtherWords: z.int(),
	copyright: words,
});

const Feast = z.strictObject({
	calendar: z.enum(["gregorian", "hijri"]),
	month: z.int().min(1).max(12).optional(),
	day: z.int().min(1).max(31).optional(),
	/** The nth such weekday of the month, in the place of the day (-1: the last), and days from there on. */
	nth: z.int().min(-1).max(5).optional(),
	weekday: z.int().min(0).max(6).optional(),
	plus: z.int().optional(),
	/** Days from Easter Sunday, in the place of month and day. */
	easter: z.int().optional(),
	names: words,
});
export type Feast = z.infer<typeof Feast>;
const Feasts = z.strictObject({
	/** "The first day of": which day of a feast is meant. */
	days: words,
	/** The same with the day before its number: اليوم الثاني من. */
	day: words,
	/** Numbers that are read so before these days only: ثاني أيام. */
	ordinals: numberBy,
	feasts: z.array(Feast),
});

/** What the files of `index-data/dates` hold, keyed by file name without the ending. */
export const DateData = z.object({
	months: Months,
	weekdays: Weekdays,
	relative: Relative,
	parts: Parts,
	numbers: NumberData,
	tense: Tense,
	feasts: Feasts,
	line: DateLineWords,
});
export type DateData = z.infer<typeof DateData>;

/** Checks the files of the folder, keyed by base name. Throws `data_invalid` naming the first fault. */
export function parseDateData(files: Readonly<Record<string, unknown>>): DateData {
	const result = DateData.safeParse(files);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	const where = issue?.path.map(String).join(".") ?? "";
	throw new IsnadError(
		"data_invalid",
		`The date words in index-data/dates are damaged at "${where}": ${issue?.message ?? "unreadable"}. Restore that file.`,
	);
}
