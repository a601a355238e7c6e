import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../src/app/paths.ts";
import type { Article } from "../../src/domain/article.ts";
import { unknownPublished } from "../../src/domain/dates.ts";
import type { ArticleShelf } from "../../src/search/segments/article-shelf.ts";
import { randomFrom } from "../corpus.ts";

const passagesOfArticle = 10;
/** Words of a passage: this and up to as many again, 70 in the mean. */
const fewest = 47;
/** Words that stand together in a text and are taken together. */
const stretch = 12;
/** Of a hundred words: names that no text has. The vocabulary goes on growing with them. */
const namesInHundred = 1;
const nameCount = 400_000;
/** Of a hundred articles: those in English. */
const englishInHundred = 15;

/**
 * Articles of ten passages, spliced of stretches of our own annotated texts, so that words are as
 * frequent as in news, with invented names. Each is made when it is asked for, the same every time.
 */
export class SplicedArticles implements ArticleShelf {
	readonly #texts = { ar: wordsOf("ar"), en: wordsOf("en") };
	/** Articles that were asked for last: what a bot holds anyway is not to be timed. */
	readonly #recent = new Map<string, Article>();

	get(id: string): Article {
		const known = this.#recent.get(id);
		if (known) return known;
		const made = this.#make(id);
		if (this.#recent.size > 200) this.#recent.clear();
		this.#recent.set(id, made);
		return made;
	}

	put(): void {}

	delete(): void {}

	#make(id: string): Article {
		const random = randomFrom(Number(id.slice(1)) * 7_919 + 17);
		// The first numbers of neighbouring seeds are neighbours too.
		for (let n = 0; n < 8; n++) random();
		const language = random() * 100 < englishInHundred ? "en" : "ar";
		const words = this.#texts[language];
		const splice = () => Array.from({ length: passagesOfArticle }, () => passage(words, random));
		const texts = new Texts(splice);
		const passages = places.map((place) => new SplicedPassage(id, place, texts));
		return {
			...{ id, language, title: null, outlet: outletOf(id), url: null },
			source: { file: `${id}.txt`, sha256: "0".repeat(64) },
			published: unknownPublished,
			rendering: "verbatim",
			...{ passages, claims: [], events: [], figures: [], contradictions: [] },
		};
	}
}

/** Made where somebody reads them: a hit is told by its passage's id. */
class Texts {
	readonly #splice: () => string[];
	#spliced: string[] | undefined;

	constructor(splice: () => string[]) {
		this.#splice = splice;
	}

	at(place: number): string {
		this.#spliced ??= this.#splice();
		return this.#spliced[place] ?? "";
	}
}

type Place = { number: number; source: { line: number; start: number; end: number } };

/** The same for all articles: what a bot holds anyway is not to fill the heap of who measures it. */
const places: readonly Place[] = Array.from({ length: passagesOfArticle }, (_, number) => ({
	number,
	source: { line: number + 1, start: 0, end: 0 },
}));

class SplicedPassage {
	readonly #article: string;
	readonly #place: Place;
	readonly #texts: Texts;
	readonly kind = "body";

	constructor(article: string, place: Place, texts: Texts) {
		this.#article = article;
		this.#place = place;
		this.#texts = texts;
	}

	get id(): string {
		return `${this.#article}-p${this.#place.number + 1}`;
	}

	get text(): string {
		return this.#texts.at(this.#place.number);
	}

	get source(): Place["source"] {
		return this.#place.source;
	}
}

/** What a filter in the bench asks for: one article of a thousand is of it. */
export const rareOutlet = "Rare Gazette";

function outletOf(id: string): string {
	return Number(id.slice(1)) % 1_000 === 0 ? rareOutlet : "Herald";
}

export function idsFor(passages: number): string[] {
	return Array.from({ length: Math.ceil(passages / passagesOfArticle) }, (_, n) => `s${n + 1}`);
}

function passage(words: readonly string[], random: () => number): string {
	const length = fewest + Math.floor(random() * fewest);
	const out: string[] = [];
	while (out.length < length) {
		const from = Math.floor(random() * (words.length - stretch));
		out.push(...words.slice(from, from + stretch));
		if (random() * 100 < namesInHundred * stretch) out.push(nameOf(random));
	}
	return out.slice(0, length).join(" ");
}

const consonants = [..."بتجحدرزسشصطعفقكلمنهوي"];

/** The n-th name, the first ones much more often (Zipf). */
function nameOf(random: () => number): string {
	let rest = Math.floor(nameCount ** random()) + 8_000;
	let name = "";
	for (; rest > 0; rest = Math.floor(rest / consonants.length))
		name += consonants[rest % consonants.length];
	return name;
}

/** The words of all annotated texts of a language, one behind the other. */
function wordsOf(language: "ar" | "en"): string[] {
	const folder = join(projectFolder, "annotated", language);
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".txt"))
		.sort();
	return files.flatMap((file) => {
		const [, marked = ""] = readFileSync(join(folder, file), "utf8").split(/^===$/m);
		const text = marked.replace(/\[[a-z]+[\d,]*\s|\]/g, "");
		return text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
	});
}
