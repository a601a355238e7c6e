import {
	kindOf as characterKind,
	digit,
	kindIn,
	letter,
	punctuation,
	space,
	surrogate,
} from "../../language/text/characters.ts";
import { fold, type Normalised, normalise } from "../../language/text/normalise.ts";

/** A word or a mark of a line. Offsets are UTF-16 units of the original line. */
export type Unit = {
	/** Folded text of a word; the mark itself otherwise. */
	text: string;
	/** As it stands in the line. */
	raw: string;
	start: number;
	end: number;
	kind: "word" | "comma" | "colon" | "stop" | "open" | "close" | "dash" | "mark";
};

// What `endOf` reads, for text with characters outside the basic plane.
// Words and numbers, else one mark in the group. A single letter with a stop is an initial: م. ص.
const scan =
	/(?<!\p{L})\p{L}\.(?=[\s\p{P}])|\p{Nd}+(?:[.,:/]\p{Nd}+)*%?|\p{L}+(?:['’.-]\p{L}+)*(?:'s?|’s?)?|([^\s\p{L}\p{Nd}])/gu;

const marks: Record<string, Unit["kind"]> = {
	...kindOf("open", "«“„‹([‘"),
	...kindOf("close", "»”›)]’"),
	...kindOf("comma", "،,"),
	...kindOf("colon", ":"),
	...kindOf("stop", ".!?؟؛;…"),
	...kindOf("dash", "-–—"),
};

function kindOf(kind: Unit["kind"], characters: string): Record<string, Unit["kind"]> {
	return Object.fromEntries([...characters].map((mark) => [mark, kind]));
}

/**
 * The words and marks of `line.slice(from, to)`. A straight quotation mark opens and closes in
 * turn. Linear in the length.
 */
export function units(line: string, from = 0, to = line.length): Unit[] {
	const n = normalise(line.slice(from, to));
	const out: Unit[] = [];
	let straightOpen = false;
	const add = (at: number, end: number, isMark: boolean) => {
		const start = from + (n.starts[at] ?? 0);
		const stop = from + (n.starts[end] ?? 0);
		const raw = line.slice(start, stop);
		let kind: Unit["kind"] = "word";
		if (isMark) {
			const mark = raw[0] ?? "";
			if (mark === '"') straightOpen = !straightOpen;
			kind = mark === '"' ? (straightOpen ? "open" : "close") : (marks[mark] ?? "mark");
		}
		out.push({ text: n.text.slice(at, end), raw, start, end: stop, kind });
	};
	if (!readPlain(n.text, add)) readAny(n, add);
	return out;
}

type Add = (at: number, end: number, isMark: boolean) => void;

function readAny(n: Normalised, add: Add): void {
	for (const match of n.text.matchAll(scan)) {
		add(match.index, match.index + match[0].length, match[1] !== undefined);
	}
}

/** What `scan` finds, without the price of a pattern. False, and nothing read, where it cannot tell. */
function readPlain(text: string, add: Add): boolean {
	for (let at = 0; at < text.length; at++) {
		if (characterKind(text.charCodeAt(at)) === surrogate) return false;
	}
	for (let at = 0; at < text.length; ) {
		const kind = characterKind(text.charCodeAt(at));
		if (kind === space) {
			at++;
			continue;
		}
		const end =
			kind === letter ? endOfWord(text, at) : kind === digit ? endOfNumber(text, at) : at + 1;
		add(at, end, kind !== letter && kind !== digit);
		at = end;
	}
	return true;
}

function endOfWord(text: string, from: number): number {
	if (isInitial(text, from)) return from + 2;
	let end = from + 1;
	for (;;) {
		while (kindIn(text, end) === letter) end++;
		const unit = text.charCodeAt(end);
		if (isApostrophe(unit) || unit === 0x2e || unit === 0x2d) {
			if (kindIn(text, end + 1) === letter) {
				end += 2;
				continue;
			}
			if (isApostrophe(unit)) return end + 1;
		}
		return end;
	}
}

function isApostrophe(unit: number): boolean {
	return unit === 0x27 || unit === 0x2019;
}

/** A single letter with a stop. */
function isInitial(text: string, at: number): boolean {
	if (text.charCodeAt(at + 1) !== 0x2e || kindIn(text, at - 1) === letter) return false;
	const behind = kindIn(text, at + 2);
	return behind === space || behind === punctuation;
}

function endOfNumber(text: string, from: number): number {
	let end = from + 1;
	for (;;) {
		while (kindIn(text, end) === digit) end++;
		const unit = text.charCodeAt(end);
		const joins = unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x2f;
		if (joins && kindIn(text, end + 1) === digit) end += 2;
		else return unit === 0x25 ? end + 1 : end;
	}
}

/** Folds every entry of a word list once, so that data may be written as people write it. */
export function folded(words: readonly string[]): Set<string> {
	return new Set(words.map(fold));
}
