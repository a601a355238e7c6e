import { z } from "zod";
import { fold } from "../../language/text/normalise.ts";
import { readingsOf } from "../../language/words/arabic-clitics.ts";
import { withoutArticle, withoutProclitics } from "../../language/words/stem-arabic.ts";
import { stemEnglish } from "../../language/words/stem-english.ts";
import type { Aligned, PlacedWord } from "./align.ts";
import type { Negated } from "./negated.ts";

/** What is told of a thing by one of several words that rule each other out: spring, summer; bought, sold. */
export const kindSorts = ["amounts", "times", "directions", "offices", "contraries"] as const;
export type KindSort = (typeof kindSorts)[number];

const words = z.array(z.string().min(1));
const both = z.strictObject({ en: words, ar: words });
/** `index-data/gloss-kinds.json`. */
export const KindData = z.strictObject({
	/** Of Arabic words. */
	endings: words,
	kinds: z.array(z.strictObject({ of: z.enum(kindSorts), words: z.array(both).min(2) })),
});
type KindData = z.infer<typeof KindData>;

/** One of the words of a kind, as it stands in a text. */
type Told = { kind: number; one: number; at: number; length: number };
type Side = { single: ReadonlyMap<string, readonly [number, number][]>; terms: readonly Term[] };
type Term = { words: readonly string[]; kind: number; one: number };

export class Kinds {
	readonly #data: KindData;
	readonly #endings: readonly string[];
	readonly #en: Side;
	readonly #ar: Side;

	constructor(data: KindData) {
		this.#data = data;
		this.#endings = data.endings.map(fold);
		this.#en = sideOf(data, "en", (word) => [stemEnglish(word)]);
		this.#ar = sideOf(data, "ar", arabicListed);
	}

	/** Of each sort, how many kinds both texts tell of by words that rule each other out. */
	rivals({ en, ar }: Aligned, negated: { en: Negated; ar: Negated }): Record<KindSort, number> {
		const here = this.#told(en, this.#en, (word) => [stemEnglish(word)], negated.en);
		const there = this.#told(ar, this.#ar, (word) => arabicForms(word, this.#endings), negated.ar);
		const out = { amounts: 0, times: 0, directions: 0, offices: 0, contraries: 0 };
		for (const [kind, { of }] of this.#data.kinds.entries()) {
			const [a, b] = [here, there].map((all) => all.filter((told) => told.kind === kind));
			if (!a?.length || !b?.length) continue;
			if (hasUnmatched(a, b, en) && hasUnmatched(b, a, ar)) out[of]++;
		}
		return out;
	}

	#told(
		words: readonly PlacedWord[],
		side: Side,
		formsOf: (word: string) => readonly string[],
		negated: Negated,
	): Told[] {
		const told = new Map<string, Told>();
		const add = (kind: number, one: number, at: number, length: number) => {
			const isTurned = this.#data.kinds[kind]?.of === "contraries" && negated.has(at);
			const meant = isTurned ? 1 - one : one;
			told.set(`${kind} ${meant} ${at}`, { kind, one: meant, at, length });
		};
		const inTerm = new Set<number>();
		for (const { words: term, kind, one } of side.terms) {
			for (let at = 0; at + term.length <= words.length; at++) {
				if (!term.every((word, n) => isWord(words[at + n]?.text ?? "", word, n === 0))) continue;
				add(kind, one, at, term.length);
				for (let n = 0; n < term.length; n++) inTerm.add(kind * 1e4 + at + n);
			}
		}
		for (const [at, { text }] of words.entries()) {
			for (const form of formsOf(text))
				for (const [kind, one] of side.single.get(form) ?? [])
					if (!inTerm.has(kind * 1e4 + at)) add(kind, one, at, 1);
		}
		return [...told.values()];
	}
}

/** The first word of a term may have a conjunction or a preposition at its head. */
function isWord(said: string, word: string, isFirst: boolean): boolean {
	return said === word || (isFirst && readingsOf(said).some(({ text }) => text === word));
}

/** Whether one text tells what the other has neither a word of the same sort for, nor any word that is linked with it. */
function hasUnmatched(
	all: readonly Told[],
	others: readonly Told[],
	words: readonly PlacedWord[],
): boolean {
	return all.some(
		({ one, at, length }) =>
			!others.some((other) => other.one === one) &&
			// A word may stand for several of its kind: fajr is dawn and morning.
			!all.some((same) => same.at === at && others.some((other) => other.one === same.one)) &&
			words.slice(at, at + length).some(({ links }) => links.length === 0),
	);
}

function sideOf(
	{ kinds }: KindData,
	language: "en" | "ar",
	formsOf: (word: string) => readonly string[],
): Side {
	const single = new Map<string, [number, number][]>();
	const terms: Term[] = [];
	for (const [kind, { words: all }] of kinds.entries()) {
		for (const [one, side] of all.entries()) {
			for (const listed of side[language].map(fold)) {
				if (listed.includes(" ")) terms.push({ words: listed.split(" "), kind, one });
				else
					for (const form of formsOf(listed))
						single.set(form, [...(single.get(form) ?? []), [kind, one]]);
			}
		}
	}
	return { single, terms };
}

/** A verb of him is one of her too. */
function arabicListed(word: string): string[] {
	return /^ي.{3}/u.test(word) ? [word, `ت${word.slice(1)}`, `ن${word.slice(1)}`] : [word];
}

/** Without what is written together with it; `endings`: of number, gender and possession. */
function arabicForms(word: string, endings: readonly string[]): string[] {
	const bare = [
		...[word, withoutArticle(word), withoutProclitics(word)],
		word.replace(/^[وف]?س(?=.{4})/u, ""),
	];
	const forms = bare.flatMap((form) => [
		form,
		...endings.flatMap((ending) => (form.endsWith(ending) ? [form.slice(0, -ending.length)] : [])),
	]);
	return [...new Set(forms)].filter((form) => form.length > 1);
}
