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
	for (const match of n.text.matchAll(scan)) {
		const text = match[0];
		const start = from + (n.starts[match.index] ?? 0);
		const end = from + (n.starts[match.index + text.length] ?? 0);
		const raw = line.slice(start, end);
		let kind: Unit["kind"] = "word";
		if (match[1] !== undefined) {
			const mark = raw[0] ?? "";
			if (mark === '"') straightOpen = !straightOpen;
			kind = mark === '"' ? (straightOpen ? "open" : "close") : (marks[mark] ?? "mark");
		}
		out.push({ text, raw, start, end, kind });
	}
	return out;
}

/** Folds every entry of a word list once, so that data may be written as people write it. */
export function folded(words: readonly string[]): Set<string> {
	return new Set(words.map(fold));
}
