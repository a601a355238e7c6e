import type { DateData } from "../dates/date-data.ts";
import type { Lexicon } from "../dates/date-words.ts";
import { cardinalAt } from "../dates/recognise/counts.ts";
import { type Found, type Phrases, phraseAt, phrases, type Text } from "../dates/words-of-line.ts";

export type Scales = {
	words: Phrases<number>;
	/** مليونين: two of the scale in one word. */
	dual: Phrases<number>;
	fractions: Phrases<number>;
	/** Scales short enough to be something else: only directly after digits. */
	short: ReadonlySet<string>;
};

export function scalesOf(numbers: DateData["numbers"]): Scales {
	return {
		words: phrases(numbers.scales.flatMap((s) => s.words.map((w) => [w, s.factor] as const))),
		dual: phrases(numbers.scales.flatMap((s) => s.dual.map((w) => [w, s.factor] as const))),
		fractions: phrases(Object.entries(numbers.fractions)),
		short: new Set(numbers.scales.flatMap((s) => s.words.filter((w) => w.length === 1))),
	};
}

export type Amount = Found<number> & { scaled: boolean };

/** A whole number with its scales: 240 مليار, ثلاثة ملايين و500 ألف, مليوني, نصف مليون, 1.5 million, 2bn. */
export function amountAt(text: Text, at: number, lex: Lexicon, scales: Scales): Amount | null {
	const first = partAt(text, at, lex, scales);
	if (!first) return null;
	let { value, end, to } = first;
	// مليون و200 ألف: each further part must be of a smaller scale.
	for (let size = first.scale; first.scaled && size > 1; ) {
		const next = andPart(text, end, lex, scales);
		if (!next || next.scale >= size || next.value >= size) break;
		value += next.value;
		({ end, to } = next);
		size = next.scale;
	}
	const half = first.scaled && text.words[end]?.near ? phraseAt(text, end, lex.andHalf) : null;
	if (half) {
		value += first.scale / 2;
		({ end, to } = half);
	}
	return { first: at, end, from: first.from, to, value, scaled: first.scaled };
}

type Part = Found<number> & { scale: number; scaled: boolean };

function partAt(text: Text, at: number, lex: Lexicon, scales: Scales): Part | null {
	const word = text.words[at];
	if (!word) return null;
	const dual = phraseAt(text, at, scales.dual);
	if (dual) return { ...dual, value: 2 * dual.value, scale: dual.value, scaled: true };
	const fraction = phraseAt(text, at, scales.fractions);
	const ofScale =
		fraction && text.words[fraction.end]?.near ? phraseAt(text, fraction.end, scales.words) : null;
	if (fraction && ofScale) {
		return {
			...ofScale,
			first: at,
			from: fraction.from,
			value: fraction.value * ofScale.value,
			scale: ofScale.value,
			scaled: true,
		};
	}
	const number = numberAt(text, at, lex);
	if (number) return withScale(text, number, scales);
	// مليون alone is one million; آلاف alone is no number.
	const alone = phraseAt(text, at, scales.words);
	const singular =
		alone && /(?:ون|ونا|ار|ارا|ف|فا)$/u.test(word.text) && !/(?:الاف)$/u.test(word.text);
	return alone && singular ? { ...alone, scale: alone.value, scaled: true } : null;
}

function numberAt(text: Text, at: number, lex: Lexicon): Found<number> | null {
	const word = text.words[at];
	if (!word) return null;
	if (/^\d/.test(word.text)) {
		const value = decimal(word.text);
		if (value === null || lex.ordinalSuffixes.has(attachedTo(text, at))) return null;
		return { value, first: at, end: at + 1, from: word.from, to: word.to };
	}
	const number = cardinalAt(text, at, lex);
	// "One" is an article and a pronoun more often than a figure.
	return number && number.value > 1 ? number : null;
}

function attachedTo(text: Text, at: number): string {
	const next = text.words[at + 1];
	return next?.attached ? next.text : "";
}

/** 2,000.5 and 2000; 3,5 is a decimal comma, 2.000 a thousands point, as the press of the Maghreb writes them. */
export function decimal(digits: string): number | null {
	if (digits.length > 18) return null;
	if (/^\d+$/.test(digits)) return Number(digits);
	if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(",", ""));
	if (/^\d+,\d{1,2}$/.test(digits)) return Number(digits.replace(",", "."));
	if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(digits) || /^[1-9]\d{0,2}\.000$/.test(digits)) {
		return Number(digits.replaceAll(".", ""));
	}
	return /^\d+\.\d+$/.test(digits) ? Number(digits) : null;
}

function withScale(text: Text, number: Found<number>, scales: Scales): Part {
	const plain: Part = { ...number, scale: 1, scaled: false };
	const next = text.words[number.end];
	if (!next || !(next.near || next.gap === "-")) return plain;
	if (scales.short.has(next.text) && !next.attached) return plain;
	const scale = phraseAt(text, number.end, scales.words);
	if (!scale || scale.from !== next.from) return plain;
	const made = { ...number, end: scale.end, to: scale.to, value: number.value * scale.value };
	return { ...made, scale: scale.value, scaled: true };
}

/** "و200 ألف" after a larger part. */
function andPart(text: Text, at: number, lex: Lexicon, scales: Scales): Part | null {
	const word = text.words[at];
	if (!word?.near) return null;
	if (word.text === "و") return partAt(text, at + 1, lex, scales);
	const joined = word.text[0] === "و" && word.readings.length > 1;
	return joined ? partAt(text, at, lex, scales) : null;
}
