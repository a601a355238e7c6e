import type { Precision } from "../../domain/dates.ts";
import type { DateData } from "./date-data.ts";
import type { Lexicon } from "./date-words.ts";
import { foldedSet, isWord, phraseAt, phraseSet, type Text, textOf } from "./words-of-line.ts";

type Dated = {
	start: number;
	end: number;
	value: string | null;
	precision: Precision;
	basis: string;
};

export type DateLine = { value: string; precision: Precision };

const longestDateLine = 200;
/** Words that a line may hold beside its date where a label stands right before that date. */
const mostBesideLabel = 12;

/**
 * Reads a line that prints a date and hardly anything else: "14 مايو 2021, 09:12:05 م",
 * "Published: Jan 5, 2024 09:00 GMT", "٢٠٢٤/٣/١٢". Null for a sentence, for a copyright line and
 * for a date without a year. Where a line gives both, the day of publication goes before the update's.
 */
export function createDateLineParser(
	words: DateData["line"],
	lex: Lexicon,
	find: (line: string, dayFirst: boolean | null) => Dated[],
): (text: string, dayFirst?: boolean | null) => DateLine | null {
	const noise = foldedSet(words.noise);
	const published = phraseSet(words.published);
	const updated = phraseSet(words.updated);
	const copyright = phraseSet(words.copyright);
	return (line, dayFirst = null) => {
		if (line.length > longestDateLine || line.includes("©")) return null;
		const dates = find(line, dayFirst).filter(
			(date) => date.value !== null && date.basis === "printed" && date.precision === "day",
		);
		if (dates.length === 0 || dates.length > 3) return null;
		const text = textOf(line);
		let others = 0;
		let small = 0;
		let label: "published" | "updated" | null = null;
		let best: { date: Dated; rank: number } | null = null;
		for (let at = 0; at < text.words.length; at++) {
			const word = text.words[at];
			if (!word) continue;
			if (phraseAt(text, at, copyright)) return null;
			const inside = dates.find((date) => word.start >= date.start && word.start < date.end);
			if (inside) {
				const rank = label === "published" ? 2 : label === "updated" ? 0 : 1;
				if (rank === 1 && word.start === inside.start && isTold(text, at, others, lex)) return null;
				if (!best || rank > best.rank) best = { date: inside, rank };
				continue;
			}
			if (phraseAt(text, at, updated)) label = "updated";
			else if (phraseAt(text, at, published)) label = "published";
			else if (!/^\d/.test(word.text) && !noise.has(word.text) && !isWord(text, at, published)) {
				if (phraseAt(text, at, lex.past) || phraseAt(text, at, lex.future)) return null;
				others++;
				if (/^\p{Ll}/u.test(line.slice(word.start))) small++;
			}
		}
		if (!best?.date.value) return null;
		if (others > (best.rank === 2 ? mostBesideLabel : words.maxOtherWords)) return null;
		if (others > 0 && best.rank < 2) {
			const next = wordBehindOpening(text, best.date, lex);
			if (endsSentence(text, small, lex) || (next !== null && !noise.has(next))) return null;
		}
		return { value: best.date.value, precision: best.date.precision };
	};
}

/** "The board was set up on 14 March 2011": more than a place before the word that leads to a date. */
function isTold(text: Text, at: number, others: number, lex: Lexicon): boolean {
	return others > 1 && text.words[at]?.near === true && isWord(text, at - 1, lex.yearOpeners);
}

/** A date line has no stop; that of an abbreviation (p.m.) is none. `small`: words with a small letter. */
function endsSentence({ line, words }: Text, small: number, lex: Lexicon): boolean {
	if (/(?:[؟!?…۔]|(?<!\.\p{L}|\b[ap]m|\b\p{Lu}\p{Ll}{0,4})\.)["”»\s]*$/u.test(line)) return true;
	// "… the council met in Dray.": a short name behind a clause, where no day or month was cut short.
	const last = words.at(-1)?.text ?? "";
	if (small < shortestClause || !/\p{Lu}\p{Ll}{1,4}\.["”\s]*$/u.test(line)) return false;
	return !lex.shortWeekdays.hasWord(last) && !lex.months.hasWord(last);
}

/** "On 9 April 2003 troops entered …", «في 9 نيسان 2003 دخلت القوات …»: the first word of the clause that the day leads. */
function wordBehindOpening(text: Text, date: Dated, lex: Lexicon): string | null {
	const { line, words } = text;
	const opener = words[0]?.text ?? "";
	if (!lex.on.has(opener) && !lex.inWords.hasWord(opener)) return null;
	if (words[1]?.start !== date.start) return null;
	const behind = words.findIndex((word) => word.start >= date.end);
	const next = words[behind];
	if (!next || words.length - behind < shortestClause || !/^[,،]?$/.test(next.gap ?? "/"))
		return null;
	return /^[\p{Ll}\p{Lo}]/u.test(line.slice(next.start)) ? next.text : null;
}

/** Words that a subject and its verb have at least. */
const shortestClause = 2;
