import type { WordFacts } from "../../language/words/word-facts.ts";
import type { WordKnowledge } from "../../language/words/word-knowledge.ts";
import { hashOf } from "./hash.ts";
import type { TextToken } from "./tokens.ts";
import { keysOf, noWord, type WordKeys } from "./word-keys.ts";

/** The tokens of a passage as the features see them: one entry a token in every column. */
export type PassageView = {
	tokens: readonly TextToken[];
	facts: readonly WordFacts[];
	keys: readonly WordKeys[];
	/** 0 outside of quotation marks, 1 inside, 2 the opening mark, 3 the closing one. */
	quotes: Uint8Array;
	/** The number of the sentence that the token stands in. */
	sentence: Int32Array;
	/** Keys of the stem, the kind and the shape of each token. */
	stems: Int32Array;
	kinds: Int32Array;
	shapes: Int32Array;
	/** The nearest reporting form outside of quotation marks in the sentence, before and behind; -1: none. */
	cueBefore: Int32Array;
	cueBehind: Int32Array;
	/** The nearest mark before and behind in the sentence; -1: none. */
	markBefore: Int32Array;
	markBehind: Int32Array;
	/** First and last token of each sentence. */
	first: readonly number[];
	last: readonly number[];
};

export function isComma(view: PassageView, at: number): boolean {
	return /^[,،]$/u.test(view.tokens[at]?.text ?? "");
}

export function viewOf(tokens: readonly TextToken[], words: WordKnowledge): PassageView {
	const facts = tokens.map(({ text, word }) => words.of(text, word));
	const quotes = quoteStates(tokens);
	const sentence = sentenceNumbers(tokens, quotes);
	const first: number[] = [];
	const last: number[] = [];
	for (const [at, number] of sentence.entries()) {
		first[number] ??= at;
		last[number] = at;
	}
	const keys = facts.map(keysOf);
	const isCue = tokens.map((_, at) => facts[at]?.cue !== "" && quotes[at] === 0);
	const isMark = tokens.map(({ text }) => !/[\p{L}\p{N}]/u.test(text));
	return {
		tokens,
		facts,
		keys,
		quotes,
		sentence,
		stems: Int32Array.from(keys, ({ stem }) => stem),
		kinds: Int32Array.from(keys, ({ kind }) => kind),
		shapes: Int32Array.from(tokens, ({ text }) => hashOf(shapeOf(text))),
		cueBefore: nearestBefore(isCue, sentence),
		cueBehind: nearestBehind(isCue, sentence),
		markBefore: nearestBefore(isMark, sentence),
		markBehind: nearestBehind(isMark, sentence),
		first,
		last,
	};
}

/** What is known of the word at a place; of none beyond the ends. */
export const keysAt = (view: PassageView, at: number): WordKeys => view.keys[at] ?? noWord;

const opens = new Set(["“", "«", "``"]);
const closes = new Set(["”", "»"]);
const turns = new Set(['"', "''"]);

function quoteStates(tokens: readonly TextToken[]): Uint8Array {
	const states = new Uint8Array(tokens.length);
	let open = false;
	for (const [at, { text }] of tokens.entries()) {
		const turn = turns.has(text);
		if (opens.has(text) || (turn && !open)) {
			states[at] = 2;
			open = true;
		} else if (closes.has(text) || turn) {
			states[at] = 3;
			open = false;
		} else states[at] = open ? 1 : 0;
	}
	return states;
}

const stops = new Set([".", "!", "?", "؟", "...", "…"]);

/** A stop ends a sentence where no quotation is open, or where the quotation ends behind it. */
function sentenceNumbers(tokens: readonly TextToken[], quotes: Uint8Array): Int32Array {
	const numbers = new Int32Array(tokens.length);
	let number = 0;
	for (let at = 0; at < tokens.length; at++) {
		numbers[at] = number;
		if (quotes[at] === 0 ? endsAt(tokens, at) : quotes[at] === 3 && endsBehind(tokens, at))
			number++;
	}
	return numbers;
}

function endsAt(tokens: readonly TextToken[], at: number): boolean {
	if (!stops.has(tokens[at]?.text ?? "")) return false;
	// "د." is no end of a sentence.
	if (/^\p{Script=Arabic}$/u.test(tokens[at - 1]?.text ?? "")) return false;
	return /^[\p{Lu}\p{Lo}\p{N}"“«'‘(]/u.test(tokens[at + 1]?.text ?? "");
}

/** Whether a sentence ends with the quotation whose closing mark stands there. */
const endsBehind = (tokens: readonly TextToken[], at: number): boolean =>
	stops.has(tokens[at - 1]?.text ?? "") && /^[\p{Lu}“"«]/u.test(tokens[at + 1]?.text ?? "");

function shapeOf(text: string): string {
	if (/^\p{Lu}[\p{Ll}’'-]+$/u.test(text)) return "Xx";
	if (/^\p{Lu}[\p{Lu}.’'-]*$/u.test(text)) return "X";
	if (/^\p{Lu}/u.test(text)) return "XxX";
	if (/^\p{Ll}/u.test(text)) return "x";
	if (/^\p{N}/u.test(text)) return "9";
	return /^\p{L}/u.test(text) ? "a" : text;
}

function nearestBefore(is: readonly boolean[], sentence: Int32Array): Int32Array {
	const out = new Int32Array(is.length).fill(-1);
	let last = -1;
	for (let at = 0; at < is.length; at++) {
		if (at > 0 && sentence[at] !== sentence[at - 1]) last = -1;
		out[at] = last;
		if (is[at]) last = at;
	}
	return out;
}

function nearestBehind(is: readonly boolean[], sentence: Int32Array): Int32Array {
	const out = new Int32Array(is.length).fill(-1);
	let next = -1;
	for (let at = is.length - 1; at >= 0; at--) {
		if (at < is.length - 1 && sentence[at] !== sentence[at + 1]) next = -1;
		out[at] = next;
		if (is[at]) next = at;
	}
	return out;
}

/** Without the mark or the stretched line of a letter that was cut off before it. */
const bareStart = (text: string): string => text.replace(/^[\u0640\u064B-\u0652]+/u, "");

/** The words of a stretch as they stand in the passage. */
export function textOf(view: PassageView, { from, to }: { from: number; to: number }): string {
	const tokens = view.tokens.slice(from, to);
	let out = "";
	// A preposition that is written with the first word is not shown: لوزير → وزير.
	const clitics = view.facts[from]?.clitics ?? "";
	const isName = view.facts[from]?.sex !== "";
	const skip = !isName && /^[وف]?[بل]$/u.test(clitics) ? clitics.length : 0;
	// للمجلس → المجلس: the article that the preposition swallowed is shown again.
	const article = /^[وف]?لال$/u.test(clitics) ? clitics.slice(-2) : "";
	for (const [i, token] of tokens.entries()) {
		const before = tokens[i - 1];
		if (before && token.start > before.end) out += " ";
		if (i > 0) out += token.text;
		else
			out += article
				? article + token.text.slice(clitics.length - 1)
				: bareStart(token.text.slice(skip));
	}
	const shown = out.replace(/^["“”«»''،,\s]+|["“”«»''،,\s]+$/gu, "");
	// Words that open a mark hold the one that closes it, also where the stretch ends before it: مصنع «النخيل».
	const rest = out.slice(out.indexOf(shown) + shown.length) + (view.tokens[to]?.text ?? "");
	const left = pairs.find(
		([opening, closing]) => shown.lastIndexOf(opening) > shown.lastIndexOf(closing),
	);
	return left && rest.startsWith(left[1]) ? shown + left[1] : shown;
}

const pairs = [
	["«", "»"],
	["“", "”"],
] as const;
