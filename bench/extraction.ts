/**
 * Speed of reading claims, events and figures out of articles, on one core, and of hostile lines.
 *   node bench/extraction.ts [--articles 200]
 */
import { parseArgs } from "node:util";
import { loadExtraction } from "../src/app/load/extraction.ts";
import { indexDataFolder } from "../src/app/paths.ts";
import type { ArticleSkeleton } from "../src/corpus/index.ts";
import { frames, silent } from "../tests/unit/attribution/arabic/table.ts";

const attributed = frames.map(([line]) => line);
const wordsOf = (text: string) => text.split(/\s+/).length;

/** What articles tell in their own voice: most of their sentences. */
const narrated = [
	...silent,
	"وذلك يوم الثلاثاء 14 مارس/آذار 2023.",
	"وبلغت الكلفة 2.5 مليون دولار، بزيادة 12 في المئة.",
	"وأصيب 37 شخصا في الحادث.",
];

/** A mulberry32 generator, so that every run reads the same articles. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function articleOf(id: string, lines: readonly string[]): ArticleSkeleton {
	return {
		id,
		language: "ar",
		title: null,
		outlet: null,
		url: null,
		source: { file: `${id}.txt`, sha256: "0".repeat(64) },
		published: { value: "2023-03-15", precision: "day", basis: "given" },
		rendering: "verbatim",
		passages: lines.map((text, i) => ({
			id: `${id}-p${i + 1}`,
			kind: "body",
			text,
			source: { line: i + 1, start: 0, end: text.length },
		})),
	};
}

/** An article of about `words` words in passages of three sentences, one of them attributed. */
export function generateArticle(id: string, words: number, random: () => number): ArticleSkeleton {
	const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
	const lines: string[] = [];
	for (let count = 0; count < words; count += wordsOf(lines.at(-1) ?? "")) {
		lines.push([pick(narrated), pick(attributed), pick(narrated)].join(" "));
	}
	return articleOf(id, lines);
}

/** Lines that cost too much wherever work is not linear; each as long as `size` asks for. */
export const hostileLines: [string, (size: number) => string][] = [
	["opening quotation marks", (size) => "«".repeat(size)],
	["closing quotation marks", (size) => `قال إن ${"» ".repeat(size)}`],
	["nested quotations", (size) => "قال: « ".repeat(size) + "» ".repeat(size)],
	["quotations that never end", (size) => "قال محمود: « ".repeat(size)],
	["one word", (size) => "الوزير ".repeat(size)],
	["said that", (size) => "قال إن ".repeat(size)],
	["said X that", (size) => "قال محمود إن ".repeat(size)],
	["according to", (size) => "بحسب رويترز، ".repeat(size)],
	["X who", (size) => "الذي نفى ".repeat(size)],
	["auxiliaries", (size) => `${"كان قد ".repeat(size)} قال`],
	["commas", (size) => `الوزير${"، ".repeat(size)} قال إن`],
	["letters without a space", (size) => "م".repeat(size * 5)],
	["days", (size) => "قال الثلاثاء إن 12 في المئة، ".repeat(size)],
	[
		"speakers",
		(size) => Array.from({ length: size }, (_, i) => `قال الوزير ${letters(i)} إن`).join(" "),
	],
	["denials", (size) => "نفى الوزير إغلاق المصنع. قالت الشركة إن المصنع أغلق. ".repeat(size / 4)],
];

/** A name of its own for every number. */
function letters(n: number): string {
	const alphabet = "بتجحدرزسشصطعفقكلمنهوي";
	let name = "";
	for (let rest = n + alphabet.length ** 3; rest > 0; rest = Math.floor(rest / alphabet.length)) {
		name += alphabet[rest % alphabet.length];
	}
	return name;
}

if (import.meta.main) {
	const { values } = parseArgs({ options: { articles: { type: "string", default: "200" } } });
	const { extract } = await loadExtraction(indexDataFolder);
	// Processor time: other work on the machine must not count.
	const ms = (work: () => unknown) => {
		const start = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1_000;
	};
	const random = randomFrom(7);
	const articles = Array.from({ length: Number(values.articles) }, (_, i) =>
		generateArticle(`a${i}`, 500, random),
	);
	for (const article of articles.slice(0, 50)) extract(article);
	const all = ms(() => {
		for (const article of articles) extract(article);
	});
	const claims = articles.reduce((sum, article) => sum + extract(article).claims.length, 0);
	console.log(`| what | measured | goal |\n|---|---|---|`);
	console.log(
		`| articles of 500 words a second, ${Math.round(claims / articles.length)} claims each | ${Math.round((articles.length * 1000) / all)} | 200 |`,
	);
	const best = (words: number) => {
		const article = generateArticle("long", words, randomFrom(9));
		return Math.min(...[1, 2, 3].map(() => ms(() => extract(article))));
	};
	const [one, two, four] = [best(10_000), best(20_000), best(40_000)];
	console.log(`| 10,000 words | ${one.toFixed(0)} ms | |`);
	console.log(`| time for twice the text | ${(two / one).toFixed(2)} | 2.0 |`);
	console.log(`| time for four times the text | ${(four / one).toFixed(2)} | 4.0 |`);
	for (const [what, line] of hostileLines) {
		const [small, large] = [5_000, 20_000].map((size) => {
			const article = articleOf("h", [line(size)]);
			return ms(() => extract(article));
		}) as [number, number];
		console.log(
			`| hostile: 20,000 × ${what} | ${large.toFixed(0)} ms, ${(large / Math.max(small, 1)).toFixed(1)} times that of a quarter | 4.0 |`,
		);
	}
}
