import type { Language } from "../../domain/sets/languages.ts";
import { digit, kindIn, kindOf, letter, surrogate } from "./characters.ts";
import { fold, type Normalised, normalise, originalSpan } from "./normalise.ts";

/** A word or number: its folded text and where it stands in the original line, in UTF-16 units. */
export type Token = {
	text: string;
	start: number;
	end: number;
	/** Offsets in the folded text. */
	from: number;
	to: number;
};

// Letters with inner apostrophes (people's, o'neil) or digits with inner separators (2,000.5).
const word = /\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}+(?:'\p{L}+)*/gu;
const run = /[\p{L}\p{Nd}]+/gu;

/** The words and numbers of a line in order. Linear in the length. */
export function tokens(line: string | Normalised): Token[] {
	const n = typeof line === "string" ? normalise(line) : line;
	const { text } = n;
	const out: Token[] = [];
	for (let at = 0; at < text.length; ) {
		const kind = kindOf(text.charCodeAt(at));
		// Letters outside the basic plane are rare: the pattern says the same, slower.
		if (kind === surrogate) return matched(n);
		if (kind !== letter && kind !== digit) {
			at++;
			continue;
		}
		const to = endOf(text, at, kind);
		out.push(tokenOf(n, at, to));
		at = to;
	}
	return out;
}

/** The folded text of each token of a line: what is compared where no way back is needed. */
export function wordsOf(line: string): string[] {
	const text = fold(line);
	const out: string[] = [];
	for (let at = 0; at < text.length; ) {
		const kind = kindOf(text.charCodeAt(at));
		if (kind === surrogate) return text.match(word) ?? [];
		if (kind !== letter && kind !== digit) {
			at++;
			continue;
		}
		const to = endOf(text, at, kind);
		out.push(text.slice(at, to));
		at = to;
	}
	return out;
}

/** The runs of letters and digits of a folded text. */
export function runsOf(text: string): string[] {
	const out: string[] = [];
	for (let at = 0; at < text.length; ) {
		const kind = kindOf(text.charCodeAt(at));
		if (kind === surrogate) return text.match(run) ?? [];
		let to = at + 1;
		if (kind === letter || kind === digit) {
			while (isRun(kindIn(text, to))) to++;
			out.push(text.slice(at, to));
		}
		at = to;
	}
	return out;
}

function isRun(kind: number): boolean {
	return kind === letter || kind === digit;
}

/** Where the run of letters or digits that begins at `from` ends, as `word` has it. */
function endOf(text: string, from: number, kind: number): number {
	let to = from + 1;
	while (to < text.length) {
		const unit = text.charCodeAt(to);
		if (kindOf(unit) === kind) to++;
		else if (!joins(unit, kind) || kindIn(text, to + 1) !== kind) break;
		else to += 2;
	}
	return to;
}

/** An apostrophe between letters; a point or a comma between digits. */
function joins(unit: number, kind: number): boolean {
	return kind === letter ? unit === 0x27 : unit === 0x2e || unit === 0x2c;
}

function tokenOf(n: Normalised, from: number, to: number): Token {
	const [start, end] = originalSpan(n, from, to);
	return { text: n.text.slice(from, to), from, to, start, end };
}

function matched(n: Normalised): Token[] {
	const out: Token[] = [];
	for (const match of n.text.matchAll(word)) {
		out.push(tokenOf(n, match.index, match.index + match[0].length));
	}
	return out;
}

export function isArabic(text: string): boolean {
	return /\p{Script=Arabic}/u.test(text);
}

/** The language that most letters belong to; Arabic wins a tie, as names are often Latin in Arabic text. */
export function languageOf(text: string): Language {
	const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	return arabic > 0 && arabic >= latin ? "ar" : "en";
}
