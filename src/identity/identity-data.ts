import { z } from "zod";
import type { Lexicon } from "../language/lexicon/lexicon.ts";
import { fold } from "../language/text/normalise.ts";
import { isArabic } from "../language/text/tokens.ts";
import { isStopWord, type StopWords, termOf } from "../language/words/index-terms.ts";
import { withoutArticle } from "../language/words/stem-arabic.ts";
import type { Entity } from "./entity-data.ts";
import type { BodyName } from "./finding/compare-names.ts";
import type { ListedName } from "./identity.ts";
import type { NameData } from "./name-data.ts";
import type { Outlet } from "./outlets.ts";
import { spelledWords, transliterates } from "./spelling.ts";

/** index-data/attribution/heads-….json, of which only the words that stand before a name are needed. */
export const TitleHeads = z.object({
	heads: z.array(z.object({ singular: z.array(z.string()), title: z.boolean().optional() })),
});

/** index-data/people/name-words.json: how people are addressed. */
export const Addresses = z.object({
	titlesOfMen: z.array(z.string()),
	titlesOfWomen: z.array(z.string()),
	honorifics: z.array(z.string()),
});

export type IdentityLists = {
	entities: readonly Entity[];
	/** States and given names in both languages. */
	names: NameData;
	outlets: readonly Outlet[];
	/** Words that stand before a person's name: president, السيدة. */
	titles: readonly string[];
};

const noLists: IdentityLists = {
	entities: [],
	names: {
		states: [],
		numbers: [],
		people: [],
		joints: { english: [","], arabic: ["،"] },
		endings: [],
	},
	outlets: [],
	titles: [],
};

/** `key`: the same for all spellings that are known to be one word; `given`: the lists have it. */
export type WordFacts = {
	word: string;
	arabic: boolean;
	key: string;
	given: boolean;
	term: string;
};

/** Words and names of which what was worked out is kept. */
const mostKept = 50_000;

/** What names are joined and compared by: the lists of the language data, and the dictionary. */
export class IdentityData {
	readonly lexicon: Lexicon;
	readonly stopWords: StopWords;
	readonly #listed = new Map<string, ListedName>();
	readonly #endings: [ending: string, to: string][];
	/** Between those who speak together, in either language. */
	readonly joint: RegExp;
	readonly #given = new Map<string, string>();
	readonly #titles = new Set<string>();
	/** By the index terms of a state's name, of its people's and of its capital's. */
	readonly #states = new Map<string, string>();
	readonly #peoples = new Set<string>();
	readonly #facts = new Map<string, WordFacts>();
	readonly #meanings = new Map<string, ReadonlySet<string>>();
	readonly #keys = new Map<string, string>();
	readonly #bodyNames = new Map<string, BodyName>();
	readonly #words = new Map<string, readonly string[]>();

	constructor(lexicon: Lexicon, stopWords: StopWords, lists: IdentityLists = noLists) {
		this.lexicon = lexicon;
		this.stopWords = stopWords;
		const { joints, endings } = lists.names;
		this.#endings = endings.flatMap(([to = "", ...others]) =>
			others.map((ending): [string, string] => [ending, to]),
		);
		const between = [
			"\\s*[,،]\\s*",
			...joints.english.map((word) => `\\s${word}\\s`),
			...joints.arabic.map((word) => `\\s${word}`),
		];
		this.joint = new RegExp(`(?:${between.join("|")})+`, "u");
		for (const word of lists.titles) this.#titles.add(bare(fold(word)));
		for (const { english, arabic } of lists.names.people) {
			const [first = ""] = english;
			for (const name of [...english, ...arabic]) {
				const words = spelledWords(name);
				if (words.length === 1) this.#given.set(words[0] ?? "", first.toLowerCase());
			}
		}
		const states = new Intl.DisplayNames("en", { type: "region" });
		const byState = new Map<string, { ar: string[]; en: string[] }>();
		for (const { english, arabic } of lists.names.states) {
			const en = [...english.name, ...english.capital];
			const ar = [...arabic.name, ...arabic.capital];
			const [state = ""] = english.name;
			byState.set(state, { en, ar });
			const peoples = [...english.people, ...arabic.people];
			for (const name of peoples) this.#peoples.add(this.#termsOf(name));
			for (const name of [...en, ...ar, ...peoples]) this.#states.set(this.#termsOf(name), state);
		}
		const others: ListedName[] = [];
		for (const { kind, ar, en, country } of lists.entities) {
			// The Kremlin is run from Russia and is not Russia.
			const state = kind === "state" && country && byState.get(states.of(country) ?? "");
			if (state) {
				state.ar.push(...ar);
				state.en.push(...en);
			} else others.push({ kind, ar, en });
		}
		// "The army" is no name of anybody's; the Kremlin, which news say for Russia, has one of its own.
		for (const each of others) if (/^\p{Lu}/u.test(each.en[0] ?? "")) this.#list(each);
		for (const { ar, en } of byState.values()) this.#list({ kind: "state", ar, en });
		for (const { name, ar, en } of lists.outlets)
			this.#list({ kind: "outlet", ar, en: [name, ...en] });
	}

	#list({ kind, ar, en }: ListedName): void {
		const isFree = (spelling: string) => !this.#listed.has(this.#key(spelling));
		const name = { kind, ar: ar.filter(isFree), en: en.filter(isFree) };
		for (const spelling of [...name.ar, ...name.en]) this.#listed.set(this.#key(spelling), name);
	}

	/** See `spelledWords`; worked out once. */
	wordsOf(name: string): readonly string[] {
		return remembered(this.#words, name, () => spelledWords(name));
	}

	#key(name: string): string {
		const make = () => this.wordsOf(name).map(bare).join(" ");
		return remembered(this.#keys, name, make);
	}

	/** The listed name that this is a spelling of. */
	listed(name: string): ListedName | undefined {
		return this.#listed.get(this.#key(name));
	}

	#termsOf(name: string): string {
		return this.wordsOf(name).map(termOf).join(" ");
	}

	/** The state that is called so, or whose people or capital is. */
	stateOf(name: string): string | undefined {
		return this.#states.get(this.#termsOf(name));
	}

	/** Ukrainian, صينية: of a state or of its people. */
	isPeople(word: string): boolean {
		return this.#peoples.has(this.#termsOf(word));
	}

	/** One key for all spellings of a word of a name that are known to be one. */
	wordKey(word: string): string {
		const given = this.#given.get(word);
		if (given !== undefined) return given;
		// بينغ and بينج.
		if (isArabic(word)) return word.replaceAll("غ", "ج");
		for (const [ending, to] of this.#endings)
			if (word.endsWith(ending)) return word.slice(0, -ending.length) + to;
		return word;
	}

	/** Whether it stands before people's names: president, السيدة. */
	isTitle(word: string): boolean {
		return this.#titles.has(bare(word));
	}

	/** A word of a person's name, in any script. */
	readonly samePersonWord = (a: string, b: string): boolean =>
		this.#isSameName(this.wordFacts(a), this.wordFacts(b));

	/** A word of a body's name: itself in another form, its translation or its sound in the other script. */
	readonly sameBodyWord = (a: string, b: string): boolean =>
		this.#isSameTerm(this.wordFacts(a), this.wordFacts(b));

	/** The one or the other. */
	isSame(a: WordFacts, b: WordFacts): boolean {
		return this.#isSameName(a, b) || this.#isSameTerm(a, b);
	}

	#isSameName(a: WordFacts, b: WordFacts): boolean {
		if (a.key === b.key) return true;
		// A listed name is written in as many ways as the list has.
		return a.arabic !== b.arabic && !(a.given && b.given) && transliterates(a.word, b.word);
	}

	#isSameTerm(a: WordFacts, b: WordFacts): boolean {
		if (a.arabic === b.arabic) return a.term === b.term;
		return this.meaningsOf(a.word).has(b.term) || transliterates(a.word, b.word);
	}

	/** What a word is compared by, worked out once. */
	wordFacts(word: string): WordFacts {
		return remembered(this.#facts, word, () => {
			const key = this.wordKey(word);
			const given = this.#given.has(word);
			return { word, arabic: isArabic(word), key, given, term: termOf(word) };
		});
	}

	/** The words of the other language that it stands for, as index terms. */
	meaningsOf(word: string): ReadonlySet<string> {
		return remembered(this.#meanings, word, () => this.#readMeanings(word));
	}

	#readMeanings(word: string): Set<string> {
		const out = new Set<string>();
		const entries = this.lexicon.match([word], 0)?.entries ?? [];
		const listed = entries.some(({ exact }) => exact);
		for (const { entry, exact } of entries) {
			if (listed && !exact) continue;
			const { arabic, english } = this.lexicon.entry(entry);
			for (const term of isArabic(word) ? english : arabic)
				if (!term.includes(" ")) out.add(termOf(fold(term)));
		}
		return out;
	}

	/** Without the words that carry nothing; `head` is the one that says what the body is. */
	bodyName(name: string): BodyName {
		return remembered(this.#bodyNames, name, () => this.#readBodyName(name));
	}

	#readBodyName(name: string): BodyName {
		const all = this.wordsOf(name);
		const isEmpty = (word: string) => isStopWord(word, this.stopWords);
		const cut = all.findIndex((word, n) => n > 0 && !isArabic(word) && isEmpty(word));
		const words = all.filter((word) => !isEmpty(word));
		const before = all.slice(0, cut < 0 ? all.length : cut).filter((word) => !isEmpty(word));
		const head = isArabic(name) ? 0 : Math.max(0, before.length - 1);
		return words.length > 0 ? { words, head } : { words: all, head: 0 };
	}
}

/** Kept for those asked for since it was full last: names recur from one state of a corpus to the next. */
function remembered<V>(kept: Map<string, V>, name: string, make: () => V): V {
	const known = kept.get(name);
	if (known !== undefined) return known;
	const made = make();
	if (kept.size >= mostKept) kept.clear();
	kept.set(name, made);
	return made;
}

/** Without the Arabic article; what else is written with a word may be a letter of a name. */
function bare(word: string): string {
	return word.startsWith("ال") ? withoutArticle(word) : word;
}
