import type { PassageItem } from "../../domain/answer.ts";
import type { Figure } from "../../domain/article.ts";
import { type Language, languages } from "../../domain/sets/languages.ts";
import { isArabic, type Token, tokens } from "../../language/text/tokens.ts";
import { isYear } from "../../question/bare-years.ts";
import { noMarks, type SentenceMarks } from "../../question/sentence-marks.ts";
import type { Findings } from "../find/find-passages.ts";
import { askedYear } from "../find/years.ts";
import { isSameScript } from "../in-line.ts";
import { type CountedNumber, countedNumber } from "./counted-number.ts";

/** A figure as the reader is told it; `day`: a year that stands in its sentence. */
export type ToldFigure = { text: string; day: string | null };

/** Words behind a number that may belong to it: 240 billion dollars, 26 per cent. */
const mostUnitWords = 2;
/** Letters: a longer Arabic word behind a number that begins as "and" does goes on with something else. */
const longestBare = 3;

/**
 * The figure of the quoted words that counts what was asked, with what limits or negates it; null where
 * there is none, and where it stands in what somebody denies.
 */
export function figureIn(item: PassageItem, findings: Findings): ToldFigure | null {
	const { library, reading, hits, marks = noMarks } = findings;
	const hit = hits.find(({ passage }) => passage === item.passage);
	const counted = hit && countedNumber(item.quote, hit, findings);
	const number = counted?.words[counted.at];
	if (!hit || !counted || !number) return null;
	const { words, from, to } = counted;
	const holds = (text: string) => tokens(text).some((token) => token.text === number.text);
	const isDenied = library
		.claims(hit)
		.some(({ claim }) => claim.act === "denies" && holds(claim.quote));
	if (isDenied) return null;
	const asked = askedYear(reading.filters);
	const own = words.slice(from, to);
	const isOfAsked = asked !== null && own.some(({ text }) => text === asked);
	const day = isOfAsked ? asked : (yearIn(own) ?? yearIn(words));
	if (asked && day && day !== asked) return null;
	const record = library.figures(hit).find(({ quote }) => holds(quote));
	const place = placeOf(record?.quote, counted, item.quote, marks);
	const negated = negatedFrom({ words, from, start: place.from }, marks);
	if (negated !== null) return { text: item.quote.slice(negated, place.to).trim(), day };
	const isOwn =
		isSameScript(item.quote, reading.language) &&
		isSameScript(record?.quote ?? "", reading.language);
	const told = record && (isOwn ? record.quote : inWords(record, reading.language));
	return { text: told ?? item.quote.slice(place.from, place.to), day };
}

/** Where a number and what it counts stand in the quoted words; as the figure is written there, where it is known. */
function placeOf(
	figure: string | undefined,
	{ words, at }: CountedNumber,
	quote: string,
	{ governs, percents }: SentenceMarks,
): { from: number; to: number } {
	const known = figure ? quote.indexOf(figure) : -1;
	if (figure && known >= 0) return { from: known, to: known + figure.length };
	const from = words[at]?.start ?? 0;
	const behind = words.slice(at + 1, at + 1 + mostUnitWords);
	const texts = behind.map(({ text }) => text);
	// Right behind a number stands its unit, whatever it begins with: 32 وحدة.
	const isNext = (text: string, n: number) =>
		governs.at([text], 0) !== undefined ||
		(n > 0 && isArabic(text) && text.startsWith("و") && text.length > longestBare);
	const open = percents.at(texts, 0) ? -1 : texts.findIndex(isNext);
	const last = behind.slice(0, open < 0 ? undefined : open).at(-1) ?? words[at];
	const [unit = ""] = quote.slice(from, last?.end).split(/[.;:()،؛,](?!\d)/);
	return { from, to: from + unit.trimEnd().length };
}

function yearIn(words: readonly Token[]): string | null {
	return words.map(({ text }) => text).find(isYear) ?? null;
}

/** A negation stands at most so many words before its figure. */
const negationReach = 4;

/** Where the words begin that negate what stands at `start`: did not exceed 40, لم يتجاوز 40; null where none does. */
function negatedFrom(
	{ words, from, start }: { words: readonly Token[]; from: number; start: number },
	{ negations }: SentenceMarks,
): number | null {
	const at = words.findIndex((word) => word.end > start);
	for (let n = at - 1; n >= Math.max(from, at - negationReach); n--) {
		const word = words[n];
		if (!word || !negations.at([word.text], 0)) continue;
		// English has a word before it that belongs to it: did not.
		return (isArabic(word.text) || n === from ? word : (words[n - 1] ?? word)).start;
	}
	return null;
}

/** Money and shares are written as the asker's language does; what else is counted has no such form. */
function inWords({ value, unit }: Figure, language: Language): string | null {
	if (value === null) return null;
	const { locale } = languages[language];
	if (unit === "percent")
		return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
			value / 100,
		);
	if (!/^[A-Z]{3}$/.test(unit)) return null;
	const options = {
		style: "currency",
		currency: unit,
		notation: "compact",
		compactDisplay: "long",
	} as const;
	return new Intl.NumberFormat(locale, options).format(value);
}
