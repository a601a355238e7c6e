import { fold } from "../text/normalise.ts";

/** One entry of a lexicon file, where it stands, and what it says. */
export type Entry = {
	file: string;
	/** 1-based line of the file. */
	line: number;
	pos: string;
	english: string[];
	arabic: string[];
};

export type Table = { name: string; text: string };
/** `file:line: what is wrong and how to mend it`. */
export type Finding = string;

const parts = new Set(["n", "v", "a", "x", "p", "g"]);
// The letters of standard Arabic alone: diacritics (064B on), tatweel (0640), the Persian and other
// letters (0671 on) and presentation forms would each make a second spelling of one word.
const arabicWords = /^[\u0621-\u063a\u0641-\u064a0-9]+(?: [\u0621-\u063a\u0641-\u064a0-9]+)*$/;
const latinWords = /^[\p{Script=Latin}0-9&+'.-]+(?: [\p{Script=Latin}0-9&+'.-]+)*$/u;

/** Reads a file of the lexicon: its entries, and everything about it that is not as it should be. */
export function readTable({ name, text }: Table): { entries: Entry[]; findings: Finding[] } {
	const entries: Entry[] = [];
	const findings: Finding[] = [];
	const lines = text.split("\n");
	if (lines.pop() !== "") findings.push(`${name}:${lines.length + 1}: end the last line`);
	for (const [index, line] of lines.entries()) {
		if (line.startsWith("#") || line === "") continue;
		const at = `${name}:${index + 1}`;
		const columns = line.split("\t");
		const [pos = "", english = "", arabic = ""] = columns;
		if (columns.length !== 3) {
			findings.push(
				`${at}: has ${columns.length} columns; write POS, English and Arabic with tabs`,
			);
			continue;
		}
		if (!parts.has(pos))
			findings.push(`${at}: part of speech ${JSON.stringify(pos)}; use ${[...parts].join(", ")}`);
		if (line.normalize("NFC") !== line) findings.push(`${at}: is not in Unicode form NFC`);
		const entry = {
			file: name,
			line: index + 1,
			pos,
			english: english.split("|"),
			arabic: arabic.split("|"),
		};
		findings.push(...alternatives(at, "English", pos, entry.english, latinWords));
		findings.push(...alternatives(at, "Arabic", pos, entry.arabic, arabicWords));
		entries.push(entry);
	}
	return { entries, findings };
}

function alternatives(
	at: string,
	side: string,
	pos: string,
	words: string[],
	form: RegExp,
): Finding[] {
	if (words.length === 1 && words[0]?.trim() === "")
		return [`${at}: has no ${side}; an entry needs both sides`];
	const findings: Finding[] = [];
	for (const word of words) {
		if (word === "") findings.push(`${at}: an empty ${side} alternative; remove one |`);
		else if (!form.test(word)) findings.push(`${at}: ${side} ${show(word)} ${stray(word, side)}`);
	}
	const seen = new Map<string, string>();
	for (const unit of units(pos, words)) {
		const before = seen.get(fold(unit));
		if (unit !== "" && before !== undefined)
			findings.push(`${at}: ${side} ${show(unit)} repeats ${show(before)}; remove one`);
		seen.set(fold(unit), unit);
	}
	return findings;
}

/**
 * What may stand only once. In a verb a perfect is one with the imperfects after it: two perfects
 * may share an imperfect, and a verbal noun may be spelt like its perfect.
 */
export function units(pos: string, words: readonly string[]): string[] {
	if (pos !== "v") return [...words];
	const out: string[] = [];
	for (const word of words) {
		if (word.startsWith("ي") && out.length > 0) out.push(`${out.pop()}|${word}`);
		else out.push(word);
	}
	return out;
}

function stray(word: string, side: string): string {
	if (/^ | $| {2}/.test(word)) return "has a blank too many";
	const form =
		side === "Arabic" ? /[\u0621-\u063a\u0641-\u064a0-9 ]/ : /[\p{Script=Latin}0-9&+'. -]/u;
	const found = [...word].filter((letter) => !form.test(letter));
	const points = found.map(
		(c) => `U+${c.codePointAt(0)?.toString(16).padStart(4, "0").toUpperCase()}`,
	);
	return `holds ${[...new Set(points)].join(", ") || "a stray character"}; remove or replace it`;
}

function show(word: string): string {
	return JSON.stringify(word);
}
