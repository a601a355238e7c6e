import { abbreviationReach, abbreviations } from "./abbreviations.ts";
import { remembered } from "./memo.ts";

/** A sentence of a line: `line.slice(start, end)`, trimmed of white space. */
export type Sentence = { start: number; end: number };

const openers = new Map([
	["«", "»"],
	["“", "”"],
	["„", "“"],
	["‹", "›"],
	["(", ")"],
	["[", "]"],
]);
/** A quotation longer than this is taken for an unclosed one, so that a stray mark cannot swallow the text. */
const longestQuotation = 1_200;
/** One letter, or several with stops between them; an Arabic letter alone. */
const initials = /(?:^|[\s(«“"])(?:\p{Lu}(?:\.\p{Lu})*|\p{Script=Arabic})$/iu;
const lastWord = /(?:^|[\s(«“"])(\p{L}+)$/u;

// What a UTF-16 unit means here; most are letters and mean nothing.
const stop = 1;
const opener = 2;
const closer = 4;
const straight = 8;
const space = 16;
/** May follow a stop and still belong to the sentence. */
const tail = 32;
const roles = new Uint8Array(0x10000);

for (const [marks, role] of [
	[".!?؟…؛", stop],
	[[...openers.keys()].join(""), opener],
	[[...openers.values()].join(""), closer],
	['"', straight],
	['.!?؟…"”»’)]', tail],
	[
		"\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
		space,
	],
] as const) {
	for (let i = 0; i < marks.length; i++)
		roles[marks.charCodeAt(i)] = (roles[marks.charCodeAt(i)] ?? 0) | role;
}

function is(line: string, at: number, role: number): boolean {
	return ((roles[line.charCodeAt(at)] ?? 0) & role) !== 0;
}

/**
 * Splits a line into sentences. A stop inside a quotation or a bracket does not end the sentence
 * that carries it; a decimal point, an initial and an abbreviation never do. One of more than 2,000
 * characters is given in pieces. Linear in the length.
 */
export const sentences: (line: string) => readonly Sentence[] = remembered(split);

function split(line: string): Sentence[] {
	const out: Sentence[] = [];
	const closers = closings(line);
	let start = 0;
	for (let i = 0; i < line.length; i++) {
		const role = roles[line.charCodeAt(i)] ?? 0;
		if ((role & (stop | opener | straight)) === 0) continue;
		const jump = closers.get(i);
		if (jump !== undefined) {
			i = jump;
			// «…». Next and “….” Next: a stop just before the closing mark ends the sentence
			// when what follows begins a new one.
			if (is(line, i - 1, stop) && startsAfter(line, i + 1)) {
				push(out, line, start, i + 1);
				start = i + 1;
			}
			continue;
		}
		if ((role & stop) === 0) continue;
		if (line[i] === "." && !endsHere(line, i, start)) continue;
		let end = i + 1;
		while (is(line, end, tail)) end++;
		push(out, line, start, end);
		start = end;
		i = end - 1;
	}
	push(out, line, start, line.length);
	return out;
}

/** Text without stops is no sentence: what looks at a sentence word by word, from each word, would never end. */
const longestSentence = 2_000;

function push(out: Sentence[], line: string, from: number, to: number): void {
	let at = from;
	for (let end = pieceEnd(line, at, to); at < to; end = pieceEnd(line, at, to)) {
		pushTrimmed(out, line, at, end);
		at = end;
	}
}

/** Behind the last white space that is near enough, never inside a character. */
function pieceEnd(line: string, from: number, to: number): number {
	const most = from + longestSentence;
	if (to <= most) return to;
	for (let end = most; end > most - longestSentence / 4; end--)
		if (is(line, end - 1, space)) return end;
	return /[\udc00-\udfff]/.test(line[most] ?? "") ? most - 1 : most;
}

function pushTrimmed(out: Sentence[], line: string, from: number, to: number): void {
	let start = from;
	let end = to;
	while (start < end && is(line, start, space)) start++;
	while (end > start && is(line, end - 1, space)) end--;
	if (end > start) out.push({ start, end });
}

function endsHere(line: string, at: number, start: number): boolean {
	const next = line[at + 1];
	if (next !== undefined && !/[\s"”»’)\].…]/u.test(next)) return false;
	const before = line.slice(Math.max(start, at - abbreviationReach), at);
	if (initials.test(before)) return false;
	const [, word = ""] = lastWord.exec(before) ?? [];
	return !abbreviations.has(word.toLowerCase());
}

/** After a closing quotation mark: white space, then a letter that can begin a sentence. */
function startsAfter(line: string, at: number): boolean {
	return at >= line.length || /^\s+[\p{Lu}\p{Lo}«“"]/u.test(line.slice(at, at + 4));
}

/** For every opening mark that has a partner near enough, where the partner stands. */
function closings(line: string): Map<number, number> {
	const out = new Map<number, number>();
	const open: { at: number; closer: string }[] = [];
	let quote = -1;
	for (let i = 0; i < line.length; i++) {
		const role = roles[line.charCodeAt(i)] ?? 0;
		if ((role & (opener | closer | straight)) === 0) continue;
		const ch = line[i] ?? "";
		if ((role & straight) !== 0) {
			if (quote < 0) quote = i;
			else {
				if (i - quote <= longestQuotation) out.set(quote, i);
				quote = i - quote <= longestQuotation ? -1 : i;
			}
			continue;
		}
		const top = open[open.length - 1];
		if (top && ch === top.closer) {
			open.pop();
			if (i - top.at <= longestQuotation) out.set(top.at, i);
			continue;
		}
		const partner = openers.get(ch);
		if (partner && open.length < 8) open.push({ at: i, closer: partner });
	}
	return out;
}
