import { isYear } from "../../calendar.ts";
import type { Lexicon } from "../../date-words.ts";
import type { Found, Text } from "../../words-of-line.ts";
import { isWord, phraseAt } from "../../words-of-line.ts";

/** Words that a written-out year has at most. */
const longest = 9;

/**
 * A year in words: ألفين وستة, ألف وتسعمائة وثمانية وستين, two thousand and five, nineteen ninety-six. The
 * caller knows that a year is meant: "two thousand" alone is a number.
 */
export function wordYearAt(text: Text, at: number, lex: Lexicon): Found<number> | null {
	return arabicYearAt(text, at, lex) ?? englishYearAt(text, at, lex);
}

function arabicYearAt(text: Text, at: number, lex: Lexicon): Found<number> | null {
	const head = text.words[at];
	const thousands = head && lex.thousands.get([head.text.replace(/^[بل](?=ال?ف)/, "")]);
	if (!head || thousands === undefined) return null;
	let value = thousands;
	let end = at + 1;
	// Hundreds, units and tens, each joined by "and"; smaller parts follow larger ones but for units and tens.
	for (; end < at + longest; end++) {
		const word = text.words[end];
		if (!word?.near || !word.text.startsWith("و")) break;
		const teen = lex.teenHeads.get([word.text.slice(1)]);
		const tail = text.words[end + 1];
		if (teen !== undefined && tail?.near && lex.teenTails.hasWord(tail.text)) {
			value += teen + 10;
			end++;
			continue;
		}
		const part = lex.cardinals.get([word.text.slice(1)]);
		if (part === undefined || part >= 1_000) break;
		value += part;
	}
	return found(text, at, end, value, end > at + 1 || thousands === 2_000);
}

function englishYearAt(text: Text, at: number, lex: Lexicon): Found<number> | null {
	const [first, first1] = below100(text, at, lex);
	if (first === null) return null;
	const next = text.words[first1];
	if (!next?.near) return null;
	const scale = lex.thousands.get([next.text]) ?? (lex.hundreds.hasWord(next.text) ? 100 : null);
	if (scale !== null) {
		let end = first1 + 1;
		if (text.words[end]?.near && isWord(text, end, lex.and)) end++;
		const [rest, restEnd] = text.words[end]?.near ? below100(text, end, lex) : [null, end];
		const value = first * scale + (rest ?? 0);
		return found(text, at, rest === null ? first1 + 1 : restEnd, value, true);
	}
	// Nineteen ninety-six: two numbers of two digits.
	const [rest, restEnd] = below100(text, first1, lex);
	if (rest === null || rest < 10 || first < 11 || first > 20) return null;
	return found(text, at, restEnd, first * 100 + rest, true);
}

/** A cardinal of one or two words below a hundred, and where it ends. */
function below100(text: Text, at: number, lex: Lexicon): [number | null, number] {
	const word = text.words[at];
	const head = word && phraseAt(text, at, lex.cardinals);
	if (!head || head.end !== at + 1 || head.value >= 100 || word.text.charCodeAt(0) > 127)
		return [null, at];
	const next = text.words[head.end];
	const unit = next && (next.near || next.gap === "-") ? lex.cardinals.get([next.text]) : undefined;
	return head.value >= 20 && unit !== undefined && unit < 10
		? [head.value + unit, head.end + 1]
		: [head.value, head.end];
}

function found(
	text: Text,
	first: number,
	end: number,
	value: number,
	sure: boolean,
): Found<number> | null {
	const from = text.words[first]?.from ?? 0;
	const to = text.words[end - 1]?.to ?? 0;
	return sure && isYear(value) ? { value, first, end, from, to } : null;
}
