import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { isArabic, type Token, tokens } from "../../language/text/tokens.ts";
import { hasConjunction } from "../../language/words/arabic-clitics.ts";
import { termOf } from "../../language/words/index-terms.ts";
import { isYear } from "../../question/bare-years.ts";
import { noMarks } from "../../question/sentence-marks.ts";
import { heldAmong } from "../evidence/term-words.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { isOfTime, isPercent, isSpeltCount, type QuotedWords } from "./number-kinds.ts";

/** A number of quoted words, and the words `[from, to)` that tell what it counts. */
export type CountedNumber = { words: readonly Token[]; at: number; from: number; to: number };

/** What a share loses where an amount is asked for, and a number in words beside one in digits, of the question's 1. */
const otherKind = 1.5;
const spelt = 0.05;
/** Letters: a shorter word that begins as a conjunction does is one word. */
const shortest = 3;

/**
 * The number that counts what was asked: of several, the one in whose part of the sentence most of the
 * question stands, and the year that it names. Null where the words give none that the question does not.
 */
export function countedNumber(
	quote: string,
	hit: PassageHit,
	findings: Findings,
): CountedNumber | null {
	const { names, request, reading, marks = noMarks } = findings;
	const words = tokens(quote);
	const sentence = { words, quote, marks };
	const asked = new Set(tokens(request.text).map(({ text }) => text));
	const { thing: counted } = reading;
	const thing =
		counted === undefined || marks.persons.at([counted], 0)
			? undefined
			: hit.asked.find(({ word }) => word.split(" ").includes(counted));
	const isNumber = (at: number) => {
		const { text = "" } = words[at] ?? {};
		if (!names.isCount(text) || asked.has(text) || isOfTime(at, sentence)) return false;
		return (
			/\p{Nd}/u.test(text) || isLed(at, words, thing) || isSpeltCount(at, sentence, hit, findings)
		);
	};
	const numbers = words.flatMap((_, at) => (isNumber(at) ? [at] : []));
	const mayBeShare = marks.shares.find([...asked]).length > 0;
	const years = new Set([reading.filters.from?.slice(0, 4), reading.filters.to?.slice(0, 4)]);
	const printed = new Set(words.flatMap(({ text }) => (isYear(text) ? [text] : [])));
	let best: { worth: number; near: number; counted: CountedNumber } | undefined;
	for (const [n, at] of numbers.entries()) {
		const from = boundary(sentence, numbers[n - 1], at);
		const next = numbers[n + 1];
		const to = next === undefined ? words.length : boundary(sentence, at, next);
		const own = words.slice(from, to);
		const isThing =
			isLed(at, words, thing) ||
			(thing?.ways && heldAmong(beside(at, words), thing) >= thresholds.sure);
		// A sentence of one year says all of it of that year.
		const isOfYear = printed.size > 1 && own.some(({ text }) => years.has(text));
		const worth =
			heldNear(at, own, from, hit) +
			Number(isThing ?? false) +
			2 * Number(isOfYear) -
			otherKind * Number(!mayBeShare && isPercent(at, sentence)) -
			spelt * Number(!/\p{Nd}/u.test(words[at]?.text ?? ""));
		const reached = words.flatMap(({ text }, k) =>
			hit.matched.has(text) ? [Math.abs(k - at)] : [],
		);
		const distance = Math.min(...reached, words.length);
		if (!best || worth > best.worth || (worth === best.worth && distance < best.near))
			best = { worth, near: distance, counted: { words, at, from, to } };
	}
	return best?.counted ?? null;
}

/** Share of the question that stands near a number among its own words, the first of which is at `from`. */
function heldNear(at: number, own: readonly Token[], from: number, hit: PassageHit): number {
	const near = own.filter((_, k) => Math.abs(from + k - at) <= thresholds.countReach);
	const terms = new Set(near.map(({ text }) => termOf(text)));
	const texts = new Set(near.map(({ text }) => text));
	return hit.asked.reduce(
		(sum, word) =>
			sum + word.share * (word.ways ? heldAmong(terms, word) : Number(texts.has(word.word))),
		0,
	);
}

/** Words before a number that may hold a set phrase for what it counts: claimed the lives of nine. */
const phraseReach = 4;

function isLed(at: number, words: readonly Token[], thing: AskedWord | undefined): boolean {
	const before = new Set(
		words.slice(Math.max(0, at - phraseReach), at).map(({ text }) => termOf(text)),
	);
	const ways = thing?.ways ?? [];
	return ways.some(
		({ terms, weight }) =>
			weight >= thresholds.akin && terms.length > 1 && terms.every((term) => before.has(term)),
	);
}

/** The terms right beside a number: the word before it and two behind. */
function beside(at: number, words: readonly Token[]): ReadonlySet<string> {
	return new Set(words.slice(Math.max(0, at - 1), at + 3).map(({ text }) => termOf(text)));
}

/** Where the words of the second of two numbers begin: at the last conjunction or comma between them, or behind the first one's year. */
function boundary(
	{ words, quote, marks }: QuotedWords,
	first: number | undefined,
	second: number,
): number {
	if (first === undefined) return 0;
	for (let at = second; at > first + 1; at--) {
		const [before, word] = [words[at - 1], words[at]];
		if (!before || !word) continue;
		// «في» and «وفق» begin with no conjunction.
		const isBegun =
			isArabic(word.text) &&
			hasConjunction(word.text) &&
			word.text.length > shortest &&
			!marks.governs.at([word.text], 0);
		const isParted = /[,،;؛]/.test(quote.slice(before.end, word.start));
		if (isBegun || isParted || marks.connectives.at([before.text], 0)) return at;
	}
	const between = words.slice(first + 1, second);
	const year = between.findLastIndex(({ text }) => isYear(text));
	// What it counts stands right behind a number, up to the next preposition: 17 points from 19 matches.
	const unit = between.findIndex(({ text }) => marks.governs.at([text], 0));
	return first + 1 + Math.max(unit, year + 1);
}
