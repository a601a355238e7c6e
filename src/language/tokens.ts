import { type Normalised, normalise, originalSpan } from "./normalise.ts";

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

export function tokens(line: string | Normalised): Token[] {
	const n = typeof line === "string" ? normalise(line) : line;
	const out: Token[] = [];
	for (const match of n.text.matchAll(word)) {
		const from = match.index;
		const to = from + match[0].length;
		const [start, end] = originalSpan(n, from, to);
		out.push({ text: match[0], from, to, start, end });
	}
	return out;
}

export function isArabic(text: string): boolean {
	return /\p{Script=Arabic}/u.test(text);
}

/** The language that most letters belong to; Arabic wins a tie, as names are often Latin in Arabic text. */
export function languageOf(text: string): "ar" | "en" {
	const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	return arabic > 0 && arabic >= latin ? "ar" : "en";
}
