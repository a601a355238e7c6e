import { fold, normalise } from "../language/normalise.ts";

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

// A single letter with a stop is an initial: م. ص.
const scan =
	/(?<!\p{L})\p{L}\.(?=[\s\p{P}])|\p{Nd}+(?:[.,:/]\p{Nd}+)*%?|\p{L}+(?:['’.-]\p{L}+)*(?:'s?|’s?)?|[^\s\p{L}\p{Nd}]/gu;
const opening = new Set(["«", "“", "„", "‹", "(", "[", "‘"]);
const closing = new Set(["»", "”", "›", ")", "]", "’"]);

/**
 * The words and marks of `line.slice(from, to)`. A straight quotation mark opens and closes in
 * turn. Linear in the length.
 */
export function units(line: string, from = 0, to = line.length): Unit[] {
	const n = normalise(line.slice(from, to));
	const out: Unit[] = [];
	let straightOpen = false;
	for (const match of n.text.matchAll(scan)) {
		const start = from + (n.starts[match.index] ?? 0);
		const end = from + (n.starts[match.index + match[0].length] ?? 0);
		const raw = line.slice(start, end);
		let kind: Unit["kind"];
		const mark = raw[0] ?? "";
		if (/^[\p{L}\p{Nd}]/u.test(match[0])) kind = "word";
		else if (mark === '"') {
			straightOpen = !straightOpen;
			kind = straightOpen ? "open" : "close";
		} else if (opening.has(mark)) kind = "open";
		else if (closing.has(mark)) kind = "close";
		else if (mark === "،" || mark === ",") kind = "comma";
		else if (mark === ":") kind = "colon";
		else if (/[.!?؟؛;…]/u.test(mark)) kind = "stop";
		else if (/[-–—]/u.test(mark)) kind = "dash";
		else kind = "mark";
		out.push({ text: match[0], raw, start, end, kind });
	}
	return out;
}

/** Folds every entry of a word list once, so that data may be written as people write it. */
export function folded(words: readonly string[]): Set<string> {
	return new Set(words.map(fold));
}
