import iconv from "iconv-lite";
import { randomFrom } from "../corpus.ts";
import { htmlOf, makePages } from "../live/pages.ts";

/** A page as a server might send it, and what was done to it. */
export type MutatedPage = {
	seed: number;
	done: string[];
	bytes: Uint8Array;
	charset: string | null;
};

/** More is refused before anything reads it. */
const mostBytes = 5 * 2 ** 20;

/** What parsers, expressions and walks over text have stumbled over. */
const pieces = [
	...[
		"<",
		">",
		"</",
		"<!",
		"<!--",
		"-->",
		"<![CDATA[",
		"]]>",
		"<?xml ",
		"&",
		"&amp;",
		"&#x110000;",
	],
	...["<div>", "</div>", "<p>", "</p>", "<p ", "<a href='", "<b><i></b></i>", "<br>", "<h2>"],
	...["<table><tr><td>", "</table>", "<ul><li>", "<svg><path d='M0'/>", "<math><mi>", "<select>"],
	...["<script>", "</script>", "<style>", "<textarea>", "<title>", "<template>", "<noscript>"],
	...['<script type="application/ld+json">{"@type":"NewsArticle","headline":"', "<meta name='"],
	...[
		"\u0000",
		"\u001b[31m",
		"\u202e",
		"\u2066",
		"\ufeff",
		"\u200b",
		"\ud800",
		"\u0640",
		"e\u0301",
	],
	...["“", "”", '"', "«", "»", "’", "(", ")", ": ", ", ", "…", "|", " - ", "\n", "\t", "\u00a0"],
	...[
		"1/2/",
		"1,",
		"12.5 ",
		"٣٫٥ ",
		"5 May 2024 ",
		"يوم الاثنين ",
		"said that ",
		"قال إن ",
		"according to ",
	],
	...["A", "م", "John Smith of ", "وزير ", "Reuters ", "he said, ", "By ", "تصوير: "],
];

const encodings = ["utf-8", "windows-1256", "iso-8859-6", "windows-1252", "utf-16le", "x-unknown"];

type Change = { name: string; make: (text: string, random: () => number) => string };

const cut = (text: string, random: () => number, share: number): [number, number] => {
	const from = Math.floor(random() * text.length);
	return [from, Math.min(text.length, from + Math.ceil(random() * share * text.length))];
};
/** Often one, now and then many. */
const times = (random: () => number) => Math.ceil(10 ** (random() * random() * 5));

const changes: Change[] = [
	{ name: "end", make: (text, random) => text.slice(0, Math.floor(random() * text.length)) },
	{
		name: "without",
		make: (text, random) => {
			const [from, to] = cut(text, random, 0.3);
			return text.slice(0, from) + text.slice(to);
		},
	},
	{
		name: "again",
		make: (text, random) => {
			const [from, to] = cut(text, random, 0.1);
			const count = Math.min(times(random), Math.floor(mostBytes / Math.max(1, to - from)));
			return text.slice(0, to) + text.slice(from, to).repeat(count) + text.slice(to);
		},
	},
	{
		name: "turned",
		make: (text, random) => {
			const [from, to] = cut(text, random, 0.5);
			return text.slice(to) + text.slice(from, to) + text.slice(0, from);
		},
	},
	{
		name: "piece",
		make: (text, random) => {
			const piece = pieces[Math.floor(random() * pieces.length)] ?? "<";
			const at = Math.floor(random() * text.length);
			return text.slice(0, at) + piece.repeat(times(random)) + text.slice(at);
		},
	},
	{
		name: "sprinkled",
		make: (text, random) => {
			const piece = pieces[Math.floor(random() * pieces.length)] ?? "<";
			const share = random() * 0.05;
			return text.replace(/./gsu, (one) => (random() < share ? one + piece : one));
		},
	},
];

/** The text after one to five changes, and their names; never longer than `most`. */
export function mutated(
	original: string,
	random: () => number,
	most: number,
): { text: string; done: string[] } {
	let text = original;
	const done: string[] = [];
	for (let n = Math.ceil(random() * 5); n > 0; n--) {
		const change = changes[Math.floor(random() * changes.length)];
		if (!change || text.length === 0) continue;
		done.push(change.name);
		text = change.make(text, random).slice(0, most);
	}
	return { text, done };
}

/** The same page for the same seed. */
export function mutatedPage(seed: number): MutatedPage {
	const random = randomFrom(Math.imul(seed + 1, 0x9e3779b1));
	for (let warm = 0; warm < 8; warm++) random();
	const [page] = makePages(1 + (seed % 2), seed + 1).slice(-1);
	const { text, done } = mutated(page ? htmlOf(page) : "", random, mostBytes / 2);
	const encoding = random() < 0.7 ? "utf-8" : encodings[Math.floor(random() * encodings.length)];
	const known = encoding && iconv.encodingExists(encoding) ? encoding : "utf-8";
	const bytes = iconv.encode(text || " ", known).subarray(0, mostBytes);
	if (random() < 0.2) {
		done.push("bytes");
		for (let n = times(random); n > 0; n--)
			bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
	}
	return {
		seed,
		done: [...done, known],
		bytes,
		charset: random() < 0.3 ? (encoding ?? null) : null,
	};
}

/** Pages of one kind that grow, to see whether the time that they take grows faster. */
export const growing: Record<string, (length: number) => string> = Object.fromEntries(
	pieces
		.filter((piece) => !/[\u0000\u001b\ud800]/.test(piece))
		.map((piece) => [piece, (length: number) => piece.repeat(Math.ceil(length / piece.length))]),
);
