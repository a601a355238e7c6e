import type { Unit } from "../date-data.ts";
import type { Lexicon } from "../date-words.ts";
import { type Found, isWord, phraseAt, type Text } from "../words-of-line.ts";

/** A cardinal in digits or words up to the hundreds: 3, ثلاثة, خمسة وعشرين, twenty-five. */
export function cardinalAt(text: Text, at: number, lex: Lexicon): Found<number> | null {
	const word = text.words[at];
	if (!word) return null;
	if (word.number !== null) {
		return { value: word.number, first: at, end: at + 1, from: word.from, to: word.to };
	}
	const counted = phraseAt(text, at, lex.counts);
	if (counted) return counted;
	const teen = phraseAt(text, at, lex.teenHeads);
	const tail = text.words[at + 1];
	if (teen && tail?.near && lex.teenTails.hasWord(tail.text)) {
		return { ...teen, value: teen.value + 10, end: at + 2, to: tail.to };
	}
	const head = phraseAt(text, at, lex.cardinals);
	if (!head) return null;
	let { value, end, to } = head;
	// The longest number of this kind has four words; the bound keeps the walk short.
	for (let step = 0; step < 4; step++) {
		const next = text.words[end];
		if (!next || !(next.near || next.gap === "-")) break;
		const more = nextPart(next.text, value, lex);
		if (more === null) break;
		value = more;
		to = next.to;
		end++;
	}
	return { ...head, value, end, to };
}

function nextPart(word: string, value: number, lex: Lexicon): number | null {
	if (lex.hundreds.hasWord(word) && value < 10) return value * 100;
	const joined = word.startsWith("و") ? lex.cardinals.get([word.slice(1)]) : undefined;
	if (joined !== undefined) return value + joined;
	const unit = lex.cardinals.get([word]);
	const english = word.charCodeAt(0) < 128;
	if (english && unit !== undefined && unit < 10 && value >= 20 && value % 10 === 0) {
		return value + unit;
	}
	return null;
}

export type TimeSpan = { count: number; unit: Unit };

/** A span of time: three days, عامين, نحو عام, a year and a half. */
export function spanOfTimeAt(text: Text, at: number, lex: Lexicon): Found<TimeSpan> | null {
	const about = phraseAt(text, at, lex.approximately);
	const start = about && text.words[about.end]?.near ? about.end : at;
	const from = (about && start !== at ? about.from : undefined) ?? text.words[start]?.from ?? 0;
	const dual = phraseAt(text, start, lex.dual);
	if (dual) return withHalf(text, { ...dual, from, value: { count: 2, unit: dual.value } }, lex);
	const article = phraseAt(text, start, lex.articles);
	const afterArticle = article && phraseAt(text, article.end, lex.singular);
	if (afterArticle) return withHalf(text, span(from, at, afterArticle, 1), lex);
	const count = cardinalAt(text, start, lex);
	if (count && text.words[count.end]?.near) {
		const unit = phraseAt(text, count.end, lex.plural) ?? phraseAt(text, count.end, lex.singular);
		if (unit && count.value > 0 && count.value <= 1_000) {
			return withSmaller(text, withHalf(text, span(from, at, unit, count.value), lex), lex);
		}
		return null;
	}
	const single = phraseAt(text, start, lex.singular);
	if (!single || isLatin(text, start)) return null;
	return withHalf(text, span(from, at, single, 1), lex);
}

/** The smaller unit that is counted with a larger one, and how many of them it has. */
const smaller: Partial<Record<Unit, readonly [Unit, number]>> = {
	week: ["day", 7],
	year: ["month", 12],
};

/** Two weeks and two days, 5 years 1 month: a smaller unit behind the larger one, in the smaller one. */
function withSmaller(text: Text, found: Found<TimeSpan>, lex: Lexicon): Found<TimeSpan> {
	const [unit, times] = smaller[found.value.unit] ?? [];
	if (!unit || !times || !Number.isInteger(found.value.count)) return found;
	const joined = isWord(text, found.end, lex.and) && text.words[found.end]?.near ? 1 : 0;
	const at = found.end + joined;
	const count = text.words[at]?.near ? cardinalAt(text, at, lex) : null;
	if (!count || !text.words[count.end]?.near) return found;
	const name = phraseAt(text, count.end, lex.plural) ?? phraseAt(text, count.end, lex.singular);
	if (name?.value !== unit) return found;
	const value = { count: found.value.count * times + count.value, unit };
	return { ...found, end: name.end, to: name.to, value };
}

function span(from: number, first: number, unit: Found<Unit>, count: number): Found<TimeSpan> {
	return { value: { count, unit: unit.value }, first, end: unit.end, from, to: unit.to };
}

function withHalf(text: Text, found: Found<TimeSpan>, lex: Lexicon): Found<TimeSpan> {
	let { end, to } = found;
	let count = found.value.count;
	const adverb = text.words[end]?.near ? phraseAt(text, end, lex.adverbs) : null;
	if (adverb) ({ end, to } = adverb);
	const half = text.words[end]?.near ? phraseAt(text, end, lex.andHalf) : null;
	if (half) {
		count += 0.5;
		({ end, to } = half);
	}
	return { ...found, end, to, value: { ...found.value, count } };
}

function isLatin(text: Text, at: number): boolean {
	return (text.words[at]?.text.charCodeAt(0) ?? 0) < 0x80;
}

/** An ordinal from 1 to 31: الأول, الحادي والعشرين, twenty-fourth, 3rd. */
export function ordinalAt(text: Text, at: number, lex: Lexicon): Found<number> | null {
	const word = text.words[at];
	if (!word) return null;
	const suffix = text.words[at + 1];
	if (word.number !== null) {
		if (!suffix?.attached || !lex.ordinalSuffixes.has(suffix.text)) return null;
		return { value: word.number, first: at, end: at + 2, from: word.from, to: suffix.to };
	}
	const head = phraseAt(text, at, lex.ordinals);
	if (!head) return null;
	const next = text.words[head.end];
	if (!next || !(next.near || next.gap === "-")) return head;
	if (head.value < 10 && isWord(text, head.end, lex.teenTails)) {
		return { ...head, value: head.value + 10, end: head.end + 1, to: next.to };
	}
	const tens = next.text.startsWith("و") ? lex.ordinals.get([next.text.slice(1)]) : undefined;
	if (tens !== undefined && tens >= 20 && head.value < 10) {
		return { ...head, value: head.value + tens, end: head.end + 1, to: next.to };
	}
	const unit = lex.ordinals.get([next.text]);
	if (head.value >= 20 && unit !== undefined && unit < 10 && next.text.charCodeAt(0) < 128) {
		return { ...head, value: head.value + unit, end: head.end + 1, to: next.to };
	}
	return head;
}
