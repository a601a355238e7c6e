import type { Line } from "./lines.ts";

/** A piece of a line between two marks, and where it stands in the line. */
export type LinePart = { text: string; start: number; end: number };

const marks = /\s+(?:[-–—ـ_|•·:/›»>]+)\s+|\s*\|+\s*|\/\s+|\s*::\s*|\s{3,}|\t+/gu;

/** The pieces of a line that marks, or wide gaps, part. Linear in its length. */
export function partsOf(text: string): LinePart[] {
	const out: LinePart[] = [];
	let from = 0;
	const add = (start: number, to: number) => {
		const raw = text.slice(start, to);
		const own = raw.trim();
		const at = start + raw.indexOf(own);
		if (own !== "") out.push({ text: own, start: at, end: at + own.length });
	};
	for (const hit of text.matchAll(marks)) {
		add(from, hit.index);
		from = hit.index + hit[0].length;
	}
	add(from, text.length);
	return out;
}

/** Words by white space. */
export function countWords(text: string): number {
	return text.split(/\s+/u).filter((word) => word !== "").length;
}

/** How many words of a line stand up to the end of one of its parts. */
export function wordsUntil({ words }: Line, part: LinePart): number {
	return words.filter((word) => word.end <= part.end).length;
}

/** The folded words of a line up to the end of one of its parts. */
export function keyUntil(line: Line, part: LinePart): string {
	const words = line.words.slice(0, wordsUntil(line, part));
	return words.map((word) => word.text).join(" ");
}

/** A few words, a colon and what they name, or what they said. */
export function hasLabel(text: string): boolean {
	return /^\S+(?:\s+\S+){0,3}[:：]\s+\S/u.test(text);
}
