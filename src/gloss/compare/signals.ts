import { withoutProclitics } from "../../language/words/stem-arabic.ts";
import type { ComparedWords, GlossWords } from "../gloss-data.ts";
import { namesMissing } from "../names/same-names.ts";
import { type QuantityReaders, quantitiesOf } from "../quantities.ts";
import { areSameAmounts } from "../same-amounts.ts";
import { type Aligned, align } from "./align.ts";
import { datesFit } from "./dates-fit.ts";
import type { Kinds } from "./kinds.ts";
import type { BothTexts, NameReaders } from "./name-readers.ts";
import { mostNameWords, runsOf } from "./name-runs.ts";
import { negatedIn } from "./negated.ts";
import { placedNames } from "./placed-names.ts";
import { polarityOf } from "./polarity.ts";
import { swapsIn } from "./roles.ts";
import { soundAlike, soundNearlyAlike } from "./sounds-alike.ts";

/** What tells that two texts say different things, and what it is a difference of. */
export const signalFaults = {
	amounts: "numbers",
	dates: "numbers",
	otherAmounts: "numbers",
	otherTimes: "numbers",
	nameMissing: "names",
	nameNear: "names",
	nameReplaced: "names",
	otherBody: "names",
	otherCountry: "names",
	countryMissing: "names",
	namesSwapped: "names",
	namesReversed: "names",
	otherOffice: "names",
	otherDirection: "names",
	excess: "negation",
	denied: "negation",
	denials: "negation",
	limits: "negation",
	contraries: "negation",
	unlinked: "content",
} as const;
export type Signal = keyof typeof signalFaults;
export type Signals = Record<Signal, number>;

export type SignalReaders = QuantityReaders & NameReaders & { words: ComparedWords; kinds: Kinds };

/** 0 of each where nothing differs. */
export function signalsOf(both: BothTexts, readers: SignalReaders): Signals {
	const aligned = align(both, readers);
	const { words, kinds } = readers;
	const a = quantitiesOf(both.en, readers.amounts.en, readers);
	const b = quantitiesOf(both.ar, readers.amounts.ar, readers);
	const rivals = kinds.rivals(aligned, {
		en: negatedIn(aligned.en, turningIn(words.en), words.en),
		ar: negatedIn(aligned.ar, turningIn(words.ar), words.ar),
	});
	const { excess, denied, denials, limits } = polarityOf(both, aligned, words);
	return {
		amounts: areSameAmounts(a.amounts, b.amounts) ? 0 : 1,
		dates: datesFit(a, b) ? 0 : 1,
		otherAmounts: some(rivals.amounts),
		otherTimes: some(rivals.times),
		...nameSignals(both, aligned, readers),
		otherOffice: some(rivals.offices),
		otherDirection: some(rivals.directions),
		excess: Math.min(2, excess),
		denied: some(denied),
		denials: some(denials),
		limits: some(limits),
		contraries: some(rivals.contraries),
		unlinked: unlinkedOf(aligned),
	};
}

/** What turns a word into its contrary. */
function turningIn({ negations, adjectiveNegations }: GlossWords): readonly string[] {
	return [...negations, ...adjectiveNegations];
}

function some(count: number): number {
	return count > 0 ? 1 : 0;
}

function nameSignals(both: BothTexts, aligned: Aligned, readers: SignalReaders) {
	const { countries } = readers;
	const [here, there] = [countries.inEnglish(both.en), countries.inArabic(both.ar)];
	const runs = runsOf(both.en, readers);
	const missing = namesMissing({ ...both, runs, countries: { here, there } }, readers);
	const bodies = missing.filter((name) => name.includes(" "));
	const perhaps = { here: countries.perhapsIn(both.en), there: countries.perhapsIn(both.ar) };
	const onlyHere = [...here].filter(
		(country) => !there.has(country) && !perhaps.there.has(country),
	).length;
	const onlyThere = [...there].filter(
		(country) => !here.has(country) && !perhaps.here.has(country),
	).length;
	const singles = missing.filter((name) => !name.includes(" ") && countries.of(name) === undefined);
	// Written in a way of its own.
	const near = singles.filter((name) =>
		aligned.ar.some(({ text }) => soundNearlyAlike(name, text)),
	);
	const hasRival = singles.length > 0 && hasNameOfItsOwn(both, aligned, readers);
	const names = placedNames({ en: both.en, runs }, aligned, readers);
	const { votes, isOrderOnly } = swapsIn(names, aligned, readers.words);
	return {
		nameMissing: Math.min(2, singles.length - near.length),
		nameNear: some(near.length),
		nameReplaced: hasRival ? 1 : 0,
		otherBody: some(bodies.length),
		otherCountry: onlyHere > 0 && onlyThere > 0 ? 1 : 0,
		countryMissing: onlyHere > 0 ? 1 : 0,
		namesSwapped: some(votes),
		namesReversed: isOrderOnly ? 1 : 0,
	};
}

/** Whether the Arabic text has a word that is in no list, and sounds like none with a capital there. */
function hasNameOfItsOwn({ en }: BothTexts, aligned: Aligned, readers: NameReaders): boolean {
	const written = aligned.en.map(({ start, end }) => en.slice(start, end));
	const capitals = written
		.filter((word) => /^\p{Lu}/u.test(word))
		.slice(0, mostNameWords)
		.map((word) => word.replace(/['’]s?$/u, ""));
	return aligned.ar.some(
		({ text, isStop, links }) =>
			!isStop &&
			links.length === 0 &&
			/\p{L}{3}/u.test(text) &&
			(readers.names.isUnlisted(text) || readers.names.isListedName(text)) &&
			!capitals.some((name) => soundAlike(name, text) || soundAlike(name, withoutProclitics(text))),
	);
}

/** Of the English words that mean something, the share that no Arabic word stands for, from one half on. */
function unlinkedOf({ en }: Aligned): number {
	const telling = en.filter(({ isStop, text }) => !isStop && /^\p{L}{3,}/u.test(text));
	if (telling.length < 4) return 0;
	const share = telling.filter(({ links }) => links.length === 0).length / telling.length;
	return Math.max(0, share - 0.5);
}
