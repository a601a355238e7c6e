import { z } from "zod";
import type { Language } from "../../domain/sets/languages.ts";

const phrases = z.array(z.string().min(1));

/** `index-data/contradictions/words-*.json`: words by which claims are compared in one language. */
export const ContradictionWords = z.strictObject({
	/** Turn what follows them in their clause into its opposite. */
	negations: phrases,
	/** Those of them that are said of a noun in passing: without weapons. */
	withouts: phrases,
	/** Those behind which a verb tells of what has been, whatever its form: لم يتوقع. */
	pastNegations: phrases,
	/** Phrases that hold such a word and negate nothing: not only, لا يزال. */
	noNegations: phrases,
	/** Behind a negation: but this it is. He came only on Sunday. */
	exceptives: phrases,
	/** A negation reaches no farther: but, except. */
	scopeEnds: phrases,
	/** Before a number: it is more; behind a negation, it is no more. */
	exceeds: phrases,
	nears: phrases,
	falls: phrases,
	reaches: phrases,
	/** What somebody said, without its content: report, allegation. */
	sayings: phrases,
	/** Those of them that only point at it: it, this. */
	pointers: phrases,
	/** What is said of a saying that is not believed: fiction, baseless. */
	rejections: phrases,
	/** They point at what was said: no such rule, nothing of the kind. */
	suches: phrases,
	/** Signs that the text puts one account against another. */
	disputes: phrases,
	causes: phrases,
	/** Before the one who did it and no other: it was she who called. */
	cleftOpens: phrases,
	/** Between that one and what was done. */
	relatives: phrases,
	/** The same in one phrase, without an opening. */
	clefts: phrases,
	/** A number beside these is a difference. */
	changes: phrases,
	/** A number beside these comes on top of another, or is compared with one. */
	extras: phrases,
	/** A number behind these is a part of the one before. */
	inclusions: phrases,
	/** A number beside these counts a part, or is one of many. */
	parts: phrases,
	/** A number beside these is on its way to another. */
	passing: phrases,
	/** Before the day up to which something was counted. */
	untils: phrases,
	/** Before the day from which on it is so. */
	sinces: phrases,
	/** Signs that when it was is what matters: as early as March, only on Sunday. */
	timings: phrases,
	/** Signs that what was promised is due. */
	overdue: phrases,
	future: phrases,
	/** Signs that time has passed since what was told before. */
	later: phrases,
	/** Counted nouns that fit any count of people. */
	persons: phrases,
	/** Words before the name of a place. */
	places: phrases,
	/** Those of them behind which nothing but its name can stand: the province of. */
	placeNouns: phrases,
	/** Sides of a thing that are measured: depth is no distance. The same rows in every language. */
	dimensions: z.array(phrases),
	/** By a key of every language: words for a part of the year. */
	periods: z.record(z.string(), phrases),
	/** Numbers of no plain value: dozen, half. */
	unclear: phrases,
	/** All or none of a kind. */
	whole: phrases,
	/** Signs of what is passed on and nobody answers for. */
	rumours: phrases,
	/** Before what is said: that. */
	introducers: phrases,
	/** Nothing is said, neither yes nor no. */
	silences: phrases,
	/** All of a thing, or nothing of it: whoever denies like this answers somebody. */
	emphatics: phrases,
	/** The least of a thing, which stands for all of it behind a negation: not a cent, not a step. */
	minimals: phrases,
	/** It is so only where something else is. */
	conditions: phrases,
	/** Somebody holds it to be unlikely, and denies nothing. */
	doubts: phrases,
	/** A figure beside these replaces one of the same source. */
	corrections: phrases,
	/** Who began, or where or how it began. */
	firsts: phrases,
	/** Before the day up to which it was not so. */
	befores: phrases,
	/** Behind a measure, before what it is so much of: of, من. */
	stuffs: phrases,
	/** A count beside these has grown, and grows on. */
	growing: phrases,
	/** Units of time, length, weight: they count no people. */
	measures: phrases,
	/** Parts of a whole in words, in percent: two thirds of. */
	shares: z.record(z.string(), z.number()),
	/** Two of a thing in one word: ميلين. */
	duals: phrases,
	/** They open an aside on what was just said: which, a charge. */
	asides: phrases,
	/** Behind these in the aside: it is denied. */
	asideDenials: phrases,
	/** So far nothing shows it. */
	noSigns: phrases,
	/** Words before a claim that tells a thing otherwise than it was told before: a different picture, in return. */
	counters: phrases,
	/** What cannot both be so of one thing: open and closed, of his own will and forced. The same rows in every language. */
	states: z.array(z.tuple([phrases, phrases])),
});
export type ContradictionWords = z.infer<typeof ContradictionWords>;
export type WordsByLanguage = Record<Language, ContradictionWords>;
