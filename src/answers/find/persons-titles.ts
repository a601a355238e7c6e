import type { Article } from "../../domain/article.ts";
import { isShelved } from "../../domain/article-outline.ts";
import { atOnce, type Slices } from "../../domain/slices.ts";
import { remembered } from "../../language/text/memo.ts";
import { isArabic, type Token, tokens, wordsOf } from "../../language/text/tokens.ts";
import { isDefinite as hasArticle } from "../../language/words/arabic-clitics.ts";
import { Vocabulary } from "../../language/words/vocabulary.ts";
import type { Library } from "../library.ts";

/** Words of a name; one of more is not looked for behind a title. */
const longestName = 6;
/** A title, and the words behind it. */
const placeLength = 1 + longestName;

/** Title, then word by word how many are compared: so that the places of a corpus are numbers and no texts. */
const vocabulary = new Vocabulary();
/** No word has the number of none. */
const none = vocabulary.number("");

const titlesByLibrary = new WeakMap<Library, Map<string, string[]>>();
/** Kept from one state of the corpus to the next: the text of most articles stays. */
const placesByText = new WeakMap<object, Int32Array>();
const wordsOfName = remembered(wordsOf);

/**
 * Two definite or capitalised words right before a speaker's full name are a title of his; one that
 * stands before two persons tells neither. By name as the articles have it.
 */
export function titlesOf(library: Library): Map<string, string[]> {
	const known = titlesByLibrary.get(library);
	if (known) return known;
	atOnce(findTitles(library));
	return titlesByLibrary.get(library) ?? new Map();
}

/** Does ahead of time, in steps, what the first question that names a person would have to wait for. */
export function* findTitles(library: Library): Slices<void> {
	const runs = new Map<number, { name: string; run: readonly number[] }[]>();
	const shown = new Map<string, string>();
	for (const person of library.people()) {
		yield;
		const one = person.label?.en ?? person.name;
		for (const name of [person.name, person.label?.ar, person.label?.en]) {
			if (!name || shown.has(name)) continue;
			const words = wordsOfName(name);
			if (words.length < 2) continue;
			shown.set(name, one);
			const run = words.map((word) => vocabulary.number(word));
			const [first = none] = run;
			const list = runs.get(first);
			if (list) list.push({ name: one, run });
			else runs.set(first, [{ name: one, run }]);
		}
	}
	const holders = new Map<string, Set<string>>();
	for (const article of library.articles) {
		const places = placesIn(article);
		for (let at = 0; at < places.length; at += placeLength) {
			for (const { name, run } of runs.get(places[at + 1] ?? none) ?? []) {
				if (!run.every((word, i) => i < longestName && places[at + 1 + i] === word)) continue;
				const title = vocabulary.term(places[at] ?? none);
				const list = holders.get(title);
				if (list) list.add(name);
				else holders.set(title, new Set([name]));
			}
		}
		yield;
	}
	const byPerson = new Map<string, string[]>();
	for (const [title, persons] of holders) {
		const [only] = persons;
		if (persons.size === 1 && only) byPerson.set(only, [...(byPerson.get(only) ?? []), title]);
	}
	const out = new Map<string, string[]>();
	for (const [name, one] of shown) out.set(name, byPerson.get(one) ?? []);
	titlesByLibrary.set(library, out);
}

/** One after the other: the title, and the words behind it, as many as a name may have. */
function placesIn(article: Article): Int32Array {
	const holder = isShelved(article) ? article : article.passages;
	const known = placesByText.get(holder);
	if (known) return known;
	const places: number[] = [];
	for (const { text } of article.passages) {
		const all = tokens(text);
		for (let at = 0; at + 2 < all.length; at++) {
			const before = all.slice(at, at + 2);
			if (!isTitle(before, text)) continue;
			places.push(vocabulary.number(withoutConjunctions(before)));
			for (let n = 0; n < longestName; n++) {
				const word = all[at + 2 + n]?.text;
				places.push(word === undefined ? none : vocabulary.number(word));
			}
		}
	}
	const made = Int32Array.from(places);
	placesByText.set(holder, made);
	return made;
}

/** Both words definite or capitalised, or the first with its possessive: his Chinese counterpart. */
function isTitle([first, second]: readonly Token[], text: string): boolean {
	if (!first || !second || !isDefinite(second, text)) return false;
	return isDefinite(first, text) || (isArabic(first.text) && /..ه(?:ا|م)?$/.test(first.text));
}

function isDefinite({ text: word, start }: Token, text: string): boolean {
	if (isArabic(word)) return word.length > 4 && hasArticle(word);
	return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** Without a conjunction before a word, so that a title is the same after it. */
export function withoutConjunctions(words: readonly Token[]): string {
	return words.map(({ text }) => (/^و.{4,}/.test(text) ? text.slice(1) : text)).join(" ");
}
