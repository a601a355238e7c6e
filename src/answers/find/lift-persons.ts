import type { PassageHit, PassageRef } from "../../domain/passage-search.ts";
import { atOnce, type Slices } from "../../domain/slices.ts";
import type { NameMatcher, NameTest } from "../../identity/name-matcher.ts";
import { isArabic, type Token, tokens } from "../../language/text/tokens.ts";
import { isDefinite as hasArticle } from "../../language/words/arabic-clitics.ts";
import type { Library } from "../library.ts";
import { thresholds } from "./thresholds.ts";

/** A person of the corpus whom a question names, and the question's words for the name, folded. */
export type NamedPerson = { name: string; words: readonly string[] };

/**
 * Adds to hits that tell of a named person without the name: by a title that stands before the name
 * elsewhere (the Chinese president), or in a claim whose speaker or subject is the person. The hits
 * come back best first.
 */
export function liftPersons(
	hits: readonly PassageHit[],
	persons: readonly NamedPerson[],
	library: Library,
	names: NameMatcher,
): PassageHit[] {
	const best = hits[0]?.score ?? 0;
	const known = persons.map(({ name, words }) => {
		const titles = titlesOf(library).get(name) ?? [];
		return { words: new Set(words), titles, test: names.test(name) };
	});
	const lifted = hits.map((hit) => {
		if (known.length === 0) return hit;
		let missing = 0;
		const counted = new Set<string>();
		for (const { words, titles, test } of known) {
			const own = hit.asked.filter(({ word }) => words.has(word) && !counted.has(word));
			if (own.length === 0 || own.some(({ held }) => held >= thresholds.held)) continue;
			if (!told(hit, titles, test, library)) continue;
			for (const { word, share } of own) {
				counted.add(word);
				missing += share;
			}
		}
		if (missing === 0) return hit;
		const score = hit.score + best * missing * thresholds.person;
		return { ...hit, score, coverage: Math.min(1, hit.coverage + missing * thresholds.person) };
	});
	// Sorting is stable: equal scores keep the order of the search.
	return lifted.sort((a, b) => b.score - a.score);
}

function told(
	ref: PassageRef,
	titles: readonly string[],
	test: NameTest,
	library: Library,
): boolean {
	const claims = library.claims(ref);
	if (claims.some(({ claim: { speaker, about } }) => test([speaker.name, ...about]))) return true;
	if (titles.length === 0) return false;
	const text = ` ${folded(tokens(ref.passage.text))} `;
	return titles.some((title) => text.includes(` ${title} `));
}

const titlesByLibrary = new WeakMap<Library, Map<string, string[]>>();

/**
 * Two definite or capitalised words right before a speaker's full name are a title of his; one that
 * stands before two persons tells neither. By name as the articles have it.
 */
function titlesOf(library: Library): Map<string, string[]> {
	const known = titlesByLibrary.get(library);
	if (known) return known;
	atOnce(findTitles(library));
	return titlesByLibrary.get(library) ?? new Map();
}

/** Does ahead of time, in steps, what the first question that names a person would have to wait for. */
export function* findTitles(library: Library): Slices<void> {
	const runs = new Map<string, { name: string; words: string[] }[]>();
	const shown = new Map<string, string>();
	for (const { claims } of library.articles) {
		yield;
		for (const { speaker } of claims) {
			if (speaker.kind !== "person") continue;
			const one = speaker.label?.en ?? speaker.name;
			for (const name of [speaker.name, speaker.label?.ar, speaker.label?.en]) {
				const words = tokens(name ?? "").map(({ text }) => text);
				const [first] = words;
				if (!name || first === undefined || words.length < 2 || shown.has(name)) continue;
				shown.set(name, one);
				const list = runs.get(first);
				if (list) list.push({ name: one, words });
				else runs.set(first, [{ name: one, words }]);
			}
		}
	}
	const holders = new Map<string, Set<string>>();
	for (const { passage } of library.passages) {
		yield;
		const all = tokens(passage.text);
		for (let at = 2; at < all.length; at++) {
			for (const { name, words } of runs.get(all[at]?.text ?? "") ?? []) {
				if (!words.every((word, i) => all[at + i]?.text === word)) continue;
				const before = all.slice(at - 2, at);
				if (!isTitle(before, passage.text)) continue;
				const title = folded(before);
				const list = holders.get(title);
				if (list) list.add(name);
				else holders.set(title, new Set([name]));
			}
		}
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
function folded(words: readonly Token[]): string {
	return words.map(({ text }) => (/^و.{4,}/.test(text) ? text.slice(1) : text)).join(" ");
}
