import { z } from "zod";
import { fold } from "../language/text/normalise.ts";

const numbers = z.record(z.string().min(1), z.number().positive());
const words = z.array(z.string().min(1));
const side = z.strictObject({
	/** What may be written at the head of a word: a conjunction, a preposition, the article. */
	heads: words,
	/** What may be written at its end: whose half it is. */
	tails: words,
	/** Cardinal numbers below 1,000 in one word. */
	numbers,
	scales: numbers,
	/** Scales in the plural, which alone are no number. */
	many: words,
	/** Scales behind an amount of money: £4.2m. */
	moneyScales: z.record(z.string(), z.number().positive()),
	/** Written anew before anything is read. */
	rewritten: z.record(z.string(), z.string()),
	ordinals: numbers,
	/** Halves, thirds and their like. */
	shares: numbers,
	/** Stand behind a number that is so many of a hundred. */
	percent: words,
	/** The little words of a number: a third of, three hundred and five, per cent, one in each five. */
	small: z.strictObject({ a: words, of: words, and: words, per: words, outOf: words, each: words }),
	/** Twice as much, half as much. */
	times: numbers,
	/** A measure: what it measures, and how much of it one is. */
	units: z.record(z.string().min(1), z.string().regex(/^[a-z]+ [\d.]+$/)),
	/** A word that holds its number: أسبوعين. */
	whole: z.record(z.string().min(1), z.string().regex(/^\d+( [a-z]+ [\d.]+)?$/)),
	/** Days of the week, from Sunday, 0. */
	days: z.record(z.string().min(1), z.int()),
	/** Yesterday, -1, today and tomorrow. */
	offsets: z.record(z.string().min(1), z.int()),
	/** Of a month or a year: its beginning, 0, and its end. */
	parts: z.record(z.string().min(1), z.int()),
	/** Words that may be a month, and may be something else. */
	perhapsMonths: z.record(z.string().min(1), z.int()),
	/** Tell a month by another one: the month before. */
	monthWords: words,
});

/** `index-data/gloss-amounts.json`. */
export const AmountData = z.strictObject({ en: side, ar: side });
export type AmountData = z.infer<typeof AmountData>;

/** A number, and what it measures where that is told: two weeks are fourteen days. */
export type Amount = {
	value: number;
	measure: { of: string; one: number } | null;
	/** What the same words may say instead: a third of them, or the third one. */
	or?: readonly number[];
};

export type AmountWords = {
	heads: readonly string[];
	tails: readonly string[];
	numbers: ReadonlyMap<string, number>;
	scales: ReadonlyMap<string, number>;
	many: ReadonlySet<string>;
	moneyScales: ReadonlyMap<string, number>;
	rewritten: readonly [RegExp, string][];
	ordinals: ReadonlyMap<string, number>;
	shares: ReadonlyMap<string, number>;
	percent: ReadonlyMap<string, true>;
	small: Record<keyof AmountData["en"]["small"], ReadonlySet<string>>;
	times: ReadonlyMap<string, number>;
	units: ReadonlyMap<string, NonNullable<Amount["measure"]>>;
	whole: ReadonlyMap<string, Amount>;
	days: ReadonlyMap<string, number>;
	offsets: ReadonlyMap<string, number>;
	parts: ReadonlyMap<string, number>;
	perhapsMonths: ReadonlyMap<string, number>;
	monthWords: ReadonlySet<string>;
};

/** Folded, as texts are when they are compared. */
export function amountWords(data: AmountData["en"]): AmountWords {
	const folded = <V, W>(of: Record<string, V>, made: (value: V) => W) =>
		new Map(Object.entries(of).map(([word, value]) => [fold(word), made(value)] as const));
	const same = (value: number) => value;
	const setOf = (all: readonly string[]) => new Set(all.map(fold));
	return {
		numbers: folded(data.numbers, same),
		scales: folded(data.scales, same),
		many: setOf(data.many),
		moneyScales: folded(data.moneyScales, same),
		rewritten: Object.entries(data.rewritten).map(([from, to]) => [
			new RegExp(`(?<!\\p{L})${from}(?![\\p{L}\\p{Nd}])`, "giu"),
			to,
		]),
		ordinals: folded(data.ordinals, same),
		shares: folded(data.shares, same),
		heads: data.heads.map(fold),
		tails: data.tails.map(fold),
		percent: new Map(data.percent.map((word) => [fold(word), true])),
		small: {
			a: setOf(data.small.a),
			of: setOf(data.small.of),
			and: setOf(data.small.and),
			per: setOf(data.small.per),
			outOf: setOf(data.small.outOf),
			each: setOf(data.small.each),
		},
		times: folded(data.times, same),
		days: folded(data.days, same),
		offsets: folded(data.offsets, same),
		parts: folded(data.parts, same),
		perhapsMonths: folded(data.perhapsMonths, same),
		monthWords: setOf(data.monthWords),
		units: folded(data.units, measureOf),
		whole: folded(data.whole, (text) => {
			const [value = "", ...measure] = text.split(" ");
			return {
				value: Number(value),
				measure: measure.length > 0 ? measureOf(measure.join(" ")) : null,
			};
		}),
	};
}

function measureOf(text: string): NonNullable<Amount["measure"]> {
	const [of = "", one = ""] = text.split(" ");
	return { of, one: Number(one) };
}
