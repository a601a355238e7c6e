import { isArabic } from "../../language/text/tokens.ts";
import type { Identity, ListedName } from "../identity.ts";
import type { IdentityData, WordFacts } from "../identity-data.ts";
import { alike } from "../spelling.ts";
import { consonantsOf, sharedConsonants, wordSounds } from "../word-sounds.ts";
import type { BodyName } from "./compare-names.ts";

/** A spelling of an identity, cut into what is compared. */
export type Spelling = { text: string; arabic: boolean; words: readonly string[]; body: BodyName };
export type Searchable = { identity: Identity; spellings: Spelling[]; order: number };
type IndexedWord = { facts: WordFacts; holders: Set<Searchable> };
type Sounding = { consonants: number; words: Set<IndexedWord> };

export function spellingOf(name: string, data: IdentityData): Spelling {
	const words = data.wordsOf(name);
	return { text: words.join(" "), arabic: isArabic(name), words, body: data.bodyName(name) };
}

/** Letters by which a name and a guess at it differ at most in length. */
const longestDifference = 5;
/** Share of the consonants of two rows from which the words behind them are compared. */
const leastShared = 0.6;

/** Identities by the words of their names, so that a name costs what sounds or reads like it. */
export class NameIndex {
	readonly data: IdentityData;
	#order = 0;
	readonly #byListed = new Map<ListedName, Set<Identity>>();
	readonly #byText = new Map<string, Set<Identity>>();
	readonly #byWord = new Map<string, IndexedWord>();
	readonly #byKey = new Map<string, Set<IndexedWord>>();
	readonly #byTerm = new Map<string, Set<IndexedWord>>();
	readonly #bySkeleton = new Map<string, Sounding>();

	constructor(data: IdentityData) {
		this.data = data;
	}

	/** After those who speak more. */
	add(identity: Identity): void {
		const names = [...identity.spellings, ...identity.aliases];
		const spellings = names.map((name) => spellingOf(name, this.data));
		const each = { identity, spellings, order: this.#order++ };
		for (const name of identity.spellings) {
			const listed = this.data.listed(name);
			if (listed) push(this.#byListed, listed, identity);
		}
		for (const { words, text } of spellings) {
			push(this.#byText, text, identity);
			for (const word of [...words, words.join("")]) this.#wordOf(word).holders.add(each);
		}
	}

	#wordOf(word: string): IndexedWord {
		const known = this.#byWord.get(word);
		if (known) return known;
		const made = { facts: this.data.wordFacts(word), holders: new Set<Searchable>() };
		this.#byWord.set(word, made);
		push(this.#byKey, made.facts.key, made);
		push(this.#byTerm, made.facts.term, made);
		for (const { skeleton } of wordSounds(word).readings) {
			const row = this.#bySkeleton.get(skeleton);
			if (row) row.words.add(made);
			else
				this.#bySkeleton.set(skeleton, {
					consonants: consonantsOf(skeleton),
					words: new Set([made]),
				});
		}
		return made;
	}

	/** Those with a word that is one of these, who speak most first. */
	withWord(words: readonly string[]): Searchable[] {
		const out = new Set<Searchable>();
		for (const word of new Set([...words, words.join("")])) {
			const facts = this.data.wordFacts(word);
			for (const candidate of this.#candidates(facts))
				if (this.data.isSame(facts, candidate.facts))
					for (const holder of candidate.holders) out.add(holder);
		}
		return [...out].sort((a, b) => a.order - b.order);
	}

	/** Those of whose names one holds every word of this one that tells something; a person's in no other form. */
	holding(name: string): Identity[] {
		const { words } = this.data.bodyName(name);
		const { samePersonWord, sameBodyWord } = this.data;
		return this.withWord(words)
			.filter(({ identity: { kind }, spellings }) => {
				const same = kind === "person" ? samePersonWord : sameBodyWord;
				return spellings.some((known) =>
					words.every((word) => known.words.some((other) => same(word, other))),
				);
			})
			.map(({ identity }) => identity);
	}

	#candidates({ word, key, term }: WordFacts): Set<IndexedWord> {
		const out = new Set([...(this.#byKey.get(key) ?? []), ...(this.#byTerm.get(term) ?? [])]);
		for (const meaning of this.data.meaningsOf(word))
			for (const each of this.#byTerm.get(meaning) ?? []) out.add(each);
		for (const { skeleton } of wordSounds(word).readings)
			for (const each of this.#bySkeleton.get(skeleton)?.words ?? []) out.add(each);
		return out;
	}

	/** Words of known names that sound like this one, with how alike they are, and who has them. */
	soundingLike(word: string, least: number): { score: number; holders: Set<Searchable> }[] {
		const consonants = consonantsOf(wordSounds(word).readings.at(-1)?.skeleton ?? "");
		const near = new Set<IndexedWord>();
		for (const row of this.#bySkeleton.values()) {
			if (sharedConsonants(consonants, row.consonants) >= leastShared)
				for (const each of row.words) near.add(each);
		}
		return [...near].flatMap(({ facts, holders }) => {
			if (Math.abs(word.length - facts.word.length) > longestDifference) return [];
			const score = alike(word, facts.word);
			return score >= least ? [{ score, holders }] : [];
		});
	}

	/** Those who are spelled so, word for word. */
	spelled(text: string): Identity[] {
		return [...(this.#byText.get(text) ?? [])];
	}

	ofListed(listed: ListedName): Identity[] {
		return [...(this.#byListed.get(listed) ?? [])];
	}
}

function push<K, T>(map: Map<K, Set<T>>, at: K, value: T): void {
	const known = map.get(at);
	if (known) known.add(value);
	else map.set(at, new Set([value]));
}
