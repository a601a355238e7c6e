import type { Article } from "../../domain/article.ts";
import { atOnce, type Slices } from "../../domain/slices.ts";
import { remembered } from "../../language/text/memo.ts";
import { isArabic, type Token, tokens, wordsOf } from "../../language/text/tokens.ts";
import { isDefinite as hasArticle } from "../../language/words/arabic-clitics.ts";
import type { Library } from "../library.ts";

/** Words of a name; one of more is not looked for behind a title. */
const longestName = 6;

/** Two words that may be a title, and the words behind them, as many as a name may have. */
type TitlePlace = { title: string; behind: readonly string[] };

const titlesByLibrary = new WeakMap<Library, Map<string, string[]>>();
/** Kept from one state of the corpus to the next: the text of most articles stays. */
const placesByText = new WeakMap<Article["passages"], readonly TitlePlace[]>();
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
	const runs = new Map<string, { name: string; words: readonly string[] }[]>();
	const shown = new Map<string, string>();
	for (const { claims } of library.articles) {
		yield;
		for (const { speaker } of claims) {
			if (speaker.kind !== "person") continue;
			const one = speaker.label?.en ?? speaker.name;
			for (const name of [speaker.name, speaker.label?.ar, speaker.label?.en]) {
				if (!name || shown.has(name)) continue;
				const words = wordsOfName(name);
				const [first] = words;
				if (first === undefined || words.length < 2) continue;
				shown.set(name, one);
				const list = runs.get(first);
				if (list) list.push({ name: one, words });
				else runs.set(first, [{ name: one, words }]);
			}
		}
	}
	const holders = new Map<string, Set<string>>();
	for (const article of library.articles) {
		for (const { title, behind } of placesIn(article)) {
			for (const { name, words } of runs.get(behind[0] ?? "") ?? []) {
				if (!words.every((word, i) => behind[i] === word)) continue;
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

function placesIn({ passages }: Article): readonly TitlePlace[] {
	const known = placesByText.get(passages);
	if (known) return known;
	const places = passages.flatMap(({ text }) => {
		const all = tokens(text);
		const words = all.map((token) => token.text);
		return all.slice(2).flatMap((_, i): TitlePlace[] => {
			const before = all.slice(i, i + 2);
			if (!isTitle(before, text)) return [];
			const behind = words.slice(i + 2, i + 2 + longestName);
			return [{ title: withoutConjunctions(before), behind }];
		});
	});
	placesByText.set(passages, places);
	return places;
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
