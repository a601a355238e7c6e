import type { MonthWord } from "../date-words.ts";
import type { Reader } from "../match.ts";
import { type Found, isLatin, isWord, phraseAt } from "../words-of-line.ts";
import { fourDigitsAt } from "./years/years.ts";

export type MonthFound = Found<MonthWord> & { paired: boolean };

/** A Gregorian month name at the word, its second name (فبراير/شباط) included. */
export function monthAt(reader: Reader, at: number): MonthFound | null {
	const { text, lex } = reader;
	const heading = phraseAt(text, at, lex.monthWords);
	const start = heading && text.words[heading.end]?.near ? heading.end : at;
	const name = nameAt(reader, start);
	if (!name) return start === at ? null : plain(nameAt(reader, at));
	const pair = pairAfter(reader, name);
	const found = pair ?? name;
	const value: MonthWord = pair || start !== at ? { ...name.value, certainty: "sure" } : name.value;
	const from = start !== at && heading ? heading.from : name.from;
	return { ...found, first: at, from, value, paired: pair !== null };
}

function plain(name: Found<MonthWord> | null): MonthFound | null {
	return name ? { ...name, paired: false } : null;
}

function nameAt(reader: Reader, at: number): Found<MonthWord> | null {
	const { text, lex } = reader;
	const name = phraseAt(text, at, lex.months);
	if (!name) return null;
	const word = text.words[at];
	if (!word) return null;
	for (const { text: bare } of word.readings) {
		const exact = lex.exactMonths.get(bare);
		if (exact && !text.line.slice(word.start, word.end).normalize("NFC").endsWith(exact))
			return null;
	}
	return name;
}

/** "/تموز" or "(يوليو)" after the other name of the same month. */
function pairAfter(reader: Reader, name: Found<MonthWord>): Found<MonthWord> | null {
	const { text } = reader;
	const gap = text.words[name.end]?.gap;
	// نيسان أبريل: the two names of the same month with a blank between; never one name twice.
	const blank = gap === "" && text.words[name.first]?.text !== text.words[name.end]?.text;
	if (blank) {
		const other = nameAt(reader, name.end);
		return other && other.value.month === name.value.month ? other : null;
	}
	if (gap !== "/" && gap !== "(" && gap !== "\\" && gap !== "-" && gap !== "–" && gap !== "[")
		return null;
	const second = nameAt(reader, name.end);
	if (!second || second.value.month !== name.value.month) return null;
	const closes = gap === "(" ? ")" : gap === "[" ? "]" : "";
	const to = closes && text.n.text[second.to] === closes ? second.to + 1 : second.to;
	return { ...second, to };
}

/** Whether a name that is also a verb or a person stands as a month: an opener before it says so. */
export function isMonthByContext(reader: Reader, found: MonthFound): boolean {
	const { text, lex } = reader;
	if (found.value.certainty === "sure") return !excluded(reader, found);
	if (found.value.certainty === "short" || excluded(reader, found)) return false;
	const word = text.words[found.first];
	if (!word?.near) return false;
	if (isLatin(word.text) && !startsUpper(text.line, word.start)) return false;
	return isWord(text, found.first - 1, lex.monthOpeners) || monthBefore(reader, found.first);
}

/** Nov-Feb 2017, from Nov to March, between august and october: another month makes a month of the name. */
export function isEndOfRange(reader: Reader, found: MonthFound): boolean {
	const { text, lex } = reader;
	const join = text.words[found.end];
	if (join?.gap === "-" || join?.gap === "–")
		return nameAt(reader, found.end) !== null && fourDigitsAt(reader, found.end + 1) !== null;
	const joins = (at: number) => isWord(text, at, lex.to) || isWord(text, at, lex.and);
	const near = (at: number) => text.words[at]?.near === true;
	if (isWord(text, found.first - 1, lex.rangeOpeners))
		return joins(found.end) && near(found.end + 1) && nameAt(reader, found.end + 1) !== null;
	const before = found.first - 2;
	const other = near(found.first) && joins(before + 1) ? nameAt(reader, before) : null;
	return other !== null && isWord(text, before - 1, lex.rangeOpeners);
}

function monthBefore(reader: Reader, at: number): boolean {
	return phraseAt(reader.text, at - 1, reader.lex.months)?.value.certainty === "sure";
}

function excluded(reader: Reader, found: MonthFound): boolean {
	const { text, lex } = reader;
	const before = text.words[found.first]?.near ? text.words[found.first - 1]?.text : undefined;
	const after = text.words[found.end]?.near ? text.words[found.end]?.text : undefined;
	if (before !== undefined && lex.monthNotBefore.has(before)) return true;
	return after !== undefined && lex.monthNotAfter.has(after);
}

export function startsUpper(line: string, at: number): boolean {
	return /^\p{Lu}/u.test(line.slice(at, at + 2));
}
