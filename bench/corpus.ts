import type { Article } from "../src/domain/article.ts";
import { unknownPublished } from "../src/domain/dates.ts";
import type { Lexicon } from "../src/language/lexicon/lexicon.ts";

/** Numbers from 0 to 1 that are the same in every run (xorshift32). */
export function randomFrom(seed: number): () => number {
	let state = seed | 1;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 4_294_967_296;
	};
}

const prefixes = [
	...Array<string>(9).fill(""),
	"ال",
	"ال",
	"ال",
	"ال",
	"ال",
	"و",
	"ب",
	"ل",
	"وال",
	"بال",
	"لل",
];
const suffixes = [
	...Array<string>(24).fill(""),
	"ه",
	"ها",
	"ها",
	"هم",
	"ات",
	"ات",
	"ين",
	"ون",
	"ية",
	"ية",
];
const particles = ["في", "من", "على", "إلى", "أن", "عن", "مع", "التي", "الذي", "هذا", "كان", "قد"];

/**
 * Articles of ten passages with 50 to 90 words each, made of the lexicon's Arabic words as often as
 * words occur (Zipf), with the particles and affixes of running text and invented names.
 */
export function generateArticles(lexicon: Lexicon, passages: number, seed = 7): Article[] {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const stems = new Set<string>();
	for (let id = 0; id < lexicon.size; id++) {
		for (const term of lexicon.entry(id).arabic) if (!term.includes(" ")) stems.add(term);
	}
	const words = [...stems].sort(() => random() - 0.5);
	const letters = [..."بتجحدرزسشصطعفقكلمنهوي"];
	const name = () =>
		Array.from({ length: 4 + Math.floor(random() * 4) }, () => pick(letters)).join("");
	const names = Array.from({ length: Math.ceil(passages / 3) }, name);
	const word = () => {
		const kind = random();
		if (kind < 0.25) return pick(particles);
		if (kind < 0.3) return pick(names);
		if (kind < 0.33) return String(Math.floor(random() * 3_000));
		// Zipf: the rank is the vocabulary's size to a random power.
		const rank = Math.floor(words.length ** random()) - 1;
		return pick(prefixes) + (words[rank] ?? "") + pick(suffixes);
	};
	const line = () => Array.from({ length: 50 + Math.floor(random() * 40) }, word).join(" ");
	return Array.from(
		{ length: Math.ceil(passages / 10) },
		(_, a): Article => ({
			id: `g${a}`,
			language: "ar",
			title: null,
			outlet: null,
			url: null,
			source: { file: `g${a}.txt`, sha256: "0".repeat(64) },
			published: unknownPublished,
			rendering: "verbatim",
			passages: Array.from({ length: Math.min(10, passages - a * 10) }, (_, p) => {
				const text = line();
				const source = { line: p + 1, start: 0, end: text.length };
				return { id: `g${a}-p${p + 1}`, kind: "body" as const, text, source };
			}),
			claims: [],
			events: [],
			figures: [],
			contradictions: [],
		}),
	);
}

/** Questions of three to seven words out of the passages, in Arabic and, word by word, in English. */
export function generateQuestions(
	articles: readonly Article[],
	lexicon: Lexicon,
	count: number,
): { ar: string[]; en: string[] } {
	const random = randomFrom(11);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const ar: string[] = [];
	const en: string[] = [];
	for (let n = 0; n < count; n++) {
		const words = pick(pick(articles).passages).text.split(" ");
		ar.push(Array.from({ length: 3 + Math.floor(random() * 5) }, () => pick(words)).join(" "));
		const terms = Array.from({ length: 3 + Math.floor(random() * 5) }, () =>
			pick(lexicon.entry(Math.floor(random() * lexicon.size)).english),
		);
		en.push(`What did the ${terms.join(" of the ")}`);
	}
	return { ar, en };
}
