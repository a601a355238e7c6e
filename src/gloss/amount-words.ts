import { z } from "zod";
import { fold } from "../language/text/normalise.ts";

/** A number, and what it measures where that is told: two weeks are fourteen days. */
export type Amount = {
	value: number;
	measure: { of: string; one: number } | null;
	/** What the same words may say instead: a third of them, or the third one. */
	or?: readonly number[];
};

/** Folded, as texts are when they are compared. */
const words = z.array(z.string().min(1)).transform((all) => all.map(fold));
const wordSet = words.transform((all): ReadonlySet<string> => new Set(all));
const numbers = z.record(z.string().min(1), z.number().positive()).transform(byWord);
const places = z.record(z.string().min(1), z.int()).transform(byWord);
const side = z.strictObject({
	/** What may be written at the head of a word: a conjunction, a preposition, the article. */
	heads: words,
	/** What may be written at its end: whose half it is. */
	tails: words,
	/** Cardinal numbers below 1,000 in one word. */
	numbers,
	scales: numbers,
	/** Scales in the plural, which alone are no number. */
	many: wordSet,
	/** Scales behind an amount of money: £4.2m. */
	moneyScales: numbers,
	/** Written anew before anything is read. */
	rewritten: z
		.record(z.string(), z.string())
		.transform((all) => Object.entries(all).map(rewriting)),
	ordinals: numbers,
	/** Halves, thirds and their like. */
	shares: numbers,
	/** Stand behind a number that is so many of a hundred. */
	percent: words.transform((all) => new Map(all.map((word) => [word, true]))),
	/** The little words of a number: a third of, three hundred and five, per cent, one in each five. */
	small: z.strictObject({
		a: wordSet,
		of: wordSet,
		and: wordSet,
		per: wordSet,
		outOf: wordSet,
		each: wordSet,
	}),
	/** Twice as much, half as much. */
	times: numbers,
	/** A measure: what it measures, and how much of it one is. */
	units: z
		.record(
			z.string().min(1),
			z
				.string()
				.regex(/^[a-z]+ [\d.]+$/)
				.transform(measureOf),
		)
		.transform(byWord),
	/** A word that holds its number: أسبوعين. */
	whole: z
		.record(
			z.string().min(1),
			z
				.string()
				.regex(/^\d+( [a-z]+ [\d.]+)?$/)
				.transform(amountOf),
		)
		.transform(byWord),
	/** Days of the week, from Sunday, 0. */
	days: places,
	/** Yesterday, -1, today and tomorrow. */
	offsets: places,
	/** Of a month or a year: its beginning, 0, and its end. */
	parts: places,
	/** Words that may be a month, and may be something else. */
	perhapsMonths: places,
	/** Tell a month by another one: the month before. */
	monthWords: wordSet,
});

/** `index-data/gloss-amounts.json`. */
export const AmountData = z.strictObject({ en: side, ar: side });
export type AmountWords = z.infer<typeof side>;

function byWord<V>(of: Record<string, V>): ReadonlyMap<string, V> {
	return new Map(Object.entries(of).map(([word, value]) => [fold(word), value]));
}

function rewriting([from, to]: [string, string]): [RegExp, string] {
	return [new RegExp(`(?<!\\p{L})${from}(?![\\p{L}\\p{Nd}])`, "giu"), to];
}

function amountOf(text: string): Amount {
	const [value = "", ...measure] = text.split(" ");
	return {
		value: Number(value),
		measure: measure.length > 0 ? measureOf(measure.join(" ")) : null,
	};
}

function measureOf(text: string): NonNullable<Amount["measure"]> {
	const [of = "", one = ""] = text.split(" ");
	return { of, one: Number(one) };
}
