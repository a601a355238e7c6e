import { fold } from "../text/normalise.ts";
import type { DateData, Feast, Period, Season, Unit } from "./date-data.ts";
import { foldedSet, phraseSet, phrases } from "./words-of-line.ts";

export type MonthWord = { month: number; certainty: "sure" | "doubtful" | "short" };
export type PartWord = "early" | "start" | "mid" | "late" | "end";

/** The date data made ready for look-up: folded once, when the finder is created. */
export type Lexicon = ReturnType<typeof compile>;

const compiled = new WeakMap<DateData, Lexicon>();

/** The same data gives the same lexicon: three readers of an article share it. */
export function compileLexicon(data: DateData): Lexicon {
	const known = compiled.get(data);
	if (known) return known;
	const made = compile(data);
	compiled.set(data, made);
	return made;
}

function compile(data: DateData) {
	const { months, weekdays, relative, parts, numbers, tense, feasts } = data;
	return {
		months: phrases(
			months.gregorian.flatMap((m) => [
				...each(m.names, { month: m.month, certainty: "sure" } as MonthWord),
				...each(m.doubtful, { month: m.month, certainty: "doubtful" } as MonthWord),
				...each(m.short, { month: m.month, certainty: "short" } as MonthWord),
			]),
		),
		givenMonths: phraseSet(months.givenNames),
		exactMonths: new Map(months.exact.map((word) => [fold(word), word])),
		hijri: phrases(months.hijri.flatMap((m) => each(m.names, m.month))),
		hijriMarks: foldedSet(months.hijriMarks),
		gregorianMarks: foldedSet(months.gregorianMarks),
		monthWords: phraseSet(months.monthWords),
		monthOpeners: phraseSet(months.openers),
		monthNotBefore: foldedSet(months.notBefore),
		monthNotAfter: foldedSet(months.notAfter),
		weekdays: phrases(weekdays.days.flatMap((d) => each(d.names, d.day))),
		shortWeekdays: phrases(weekdays.days.flatMap((d) => each(d.short, d.day))),
		bareWeekdays: phrases(weekdays.bare.flatMap((d) => each(d.names, d.day))),
		weekdayNotBefore: foldedSet(weekdays.notBefore),
		weekdayNotAfter: foldedSet(weekdays.notAfter),
		dayWords: phraseSet(weekdays.dayWords),
		partsOfDay: phraseSet(weekdays.partsOfDay),
		partsAfter: phraseSet(weekdays.partsAfter),
		corresponding: phraseSet(weekdays.corresponding),
		days: phrases(relative.days.flatMap((d) => d.words.map((w) => [w, d.offset] as const))),
		tanwin: foldedSet(relative.tanwin),
		beforeWeekday: foldedSet(relative.beforeWeekday),
		dayNotBefore: setsBy(relative.dayNotBefore),
		dayNotAfter: setsBy(relative.dayNotAfter),
		singular: phrases(relative.units.flatMap((u) => each<Unit>(u.singular, u.unit))),
		dual: phrases(relative.units.flatMap((u) => each<Unit>(u.dual, u.unit))),
		plural: phrases(relative.units.flatMap((u) => each<Unit>(u.plural, u.unit))),
		periods: phrases(relative.periods.flatMap((p) => each<Period>(p.words, p.unit))),
		stepAfter: phrases(relative.directions.flatMap((d) => each(d.after, d.step))),
		stepBefore: phrases(relative.directions.flatMap((d) => each(d.before, d.step))),
		on: foldedSet(relative.on),
		definite: foldedSet(relative.definite),
		same: foldedSet(relative.same),
		sameBefore: phraseSet(relative.sameBefore),
		generalBefore: foldedSet(relative.generalBefore),
		ago: phraseSet(relative.ago),
		agoAfter: phraseSet(relative.agoAfter),
		earlier: phraseSet(relative.earlier),
		later: phraseSet(relative.later),
		after: phraseSet(relative.after),
		afterEnglish: phraseSet(relative.afterEnglish),
		dayAfter: phraseSet(relative.dayAfter),
		from: phraseSet(relative.from),
		to: phraseSet(relative.to),
		and: phraseSet(relative.and),
		rangeOpeners: phraseSet(relative.rangeOpeners),
		now: foldedSet(relative.now),
		verbsWithFrom: phraseSet(relative.verbsWithFrom),
		notOffset: foldedSet(relative.notOffset),
		coming: phrases<"months" | "days">([
			...each<"months" | "days">(relative.coming.months, "months"),
			...each<"months" | "days">(relative.coming.days, "days"),
		]),
		ahead: phraseSet(relative.ahead),
		approximately: phraseSet(relative.approximately),
		articles: phraseSet(relative.articles),
		adverbs: phraseSet(relative.adverbs),
		of: phraseSet(relative.of),
		yearWords: phraseSet(relative.yearWords),
		yearOpeners: phraseSet(relative.yearOpeners),
		stretchAfter: phrases<"past" | "next">([
			...each<"past" | "next">(relative.stretches.past.after, "past"),
			...each<"past" | "next">(relative.stretches.next.after, "next"),
		]),
		stretchBefore: phrases<"past" | "next">([
			...each<"past" | "next">(relative.stretches.past.before, "past"),
			...each<"past" | "next">(relative.stretches.next.before, "next"),
		]),
		/** First words of a stretch with the article: الأشهر, العامين, الستة. */
		definiteStretches: new Set(
			[
				...relative.units.flatMap((unit) => [...unit.plural, ...unit.dual]),
				...Object.keys(numbers.cardinals),
			].map((word) => `ال${fold(word)}`),
		),
		within: phraseSet(relative.stretches.within),
		few: phraseSet(relative.stretches.few),
		stretchTails: phraseSet(relative.stretches.tails),
		toContext: foldedSet(relative.toContext),
		rest: phraseSet(relative.rest),
		inWords: phraseSet(relative.in),
		bareWeekends: phraseSet(relative.bareWeekends),
		over: foldedSet(relative.over),
		hence: foldedSet(relative.hence),
		lasting: phraseSet(relative.lasting),
		beginning: phraseSet(relative.beginning),
		atHour: phraseSet(relative.atHour),
		namedYears: foldedSet(relative.namedYears),
		numericOpeners: phraseSet(relative.numericOpeners),
		namedThings: phraseSet(relative.namedThings),
		namedPacts: phraseSet(relative.namedPacts),
		numberedPapers: phraseSet(relative.numberedPapers),
		namedDays: relative.namedDays.map((d) => ({ ...d, heads: foldedSet(d.heads) })),
		parts: phrases<PartWord>([
			...each<PartWord>(parts.early, "early"),
			...each<PartWord>(parts.start, "start"),
			...each<PartWord>(parts.mid, "mid"),
			...each<PartWord>(parts.late, "late"),
			...each<PartWord>(parts.end, "end"),
		]),
		notPart: foldedSet(parts.notBefore),
		limits: phraseSet(parts.limits),
		yearEnd: phraseSet(parts.yearEnd),
		bareYear: phraseSet(parts.bareYear),
		bareMonth: phraseSet(parts.bareMonth),
		quarter: phraseSet(parts.quarter),
		quarterShort: foldedSet(parts.quarterShort),
		weeks: phraseSet(parts.week),
		weekNames: phrases(parts.week.map((word) => [word.replace(/^ال/, ""), true] as const)),
		half: phraseSet(parts.half),
		halfShort: foldedSet(parts.halfShort),
		last: phraseSet(parts.last),
		seasons: phrases(parts.seasons.flatMap((s) => each<Season>(s.bare, s.season))),
		definiteSeasons: phrases(parts.seasons.flatMap((s) => each<Season>(s.definite, s.season))),
		decades: phrases(parts.decades.flatMap((d) => each(d.words, d.decade))),
		definiteDecades: phrases(
			parts.decades.flatMap((d) =>
				each(
					d.words.map((w) => (/^[a-z]/.test(w) ? `the ${w}` : `ال${w}`)),
					d.decade,
				),
			),
		),
		decadeSuffix: foldedSet(parts.decadeSuffix),
		centuryTail: phraseSet(parts.centuryTail),
		cardinals: phrases(Object.entries(numbers.cardinals)),
		teenHeads: phrases(Object.entries(numbers.teenHeads)),
		teenTails: phraseSet(numbers.teenTails),
		hundreds: phraseSet(numbers.hundreds),
		counts: phrases(Object.entries(numbers.counts)),
		ordinals: phrases(Object.entries(numbers.ordinals)),
		ordinalSuffixes: foldedSet(numbers.ordinalSuffixes),
		andHalf: phraseSet(numbers.andHalf),
		quantities: phraseSet([
			...numbers.scales.flatMap((scale) => [...scale.words, ...scale.dual]),
			...relative.units.flatMap((u) => [...u.plural]),
			...numbers.notYearBefore,
		]),
		thousands: phrases(Object.entries(numbers.thousands)),
		feasts: phrases(feasts.feasts.flatMap((feast) => each<Feast>(feast.names, feast))),
		feastDay: phraseSet(feasts.day),
		feastOrdinals: phrases(Object.entries(feasts.ordinals)),
		feastDays: phraseSet(feasts.days),
		future: phraseSet(tense.future),
		past: phraseSet(tense.past),
		imperfects: new Set(tense.imperfects.map((verb) => fold(verb).slice(1))),
		objects: tense.objects.map(fold),
		until: phraseSet(tense.until),
		since: phraseSet(tense.since),
		lasted: phraseSet(tense.lasted),
		ends: phraseSet(tense.ends),
		holding: phraseSet(tense.holding),
		terms: phraseSet(tense.terms),
		force: phraseSet(tense.force),
		moves: phraseSet(tense.moves),
		movedTo: phraseSet(tense.movedTo),
		setDown: phraseSet(tense.setDown),
		been: phraseSet(tense.been),
		scheduled: phraseSet(tense.scheduled),
		binding: phraseSet(tense.binding),
		givenNames: phraseSet(tense.givenNames),
		titles: foldedSet(tense.titles),
	};
}

function each<T>(words: readonly string[], meaning: T): (readonly [string, T])[] {
	return words.map((word) => [word, meaning] as const);
}

function setsBy(lists: Record<string, string[]>): ReadonlyMap<string, ReadonlySet<string>> {
	return new Map(Object.entries(lists).map(([key, list]) => [fold(key), foldedSet(list)]));
}
