import { z } from "zod";
import { type NamePair, withOriginEnding } from "../../identity/countries.ts";
import type { NameData } from "../../identity/name-data.ts";
import { rememberedWord } from "../../language/text/memo.ts";
import { fold } from "../../language/text/normalise.ts";
import { wordsOf } from "../../language/text/tokens.ts";
import { withoutArticle, withoutProclitics } from "../../language/words/stem-arabic.ts";
import type { OriginEndings } from "../gloss-data.ts";
import { ToldPhrases } from "../told-phrases.ts";

/** Of `index-data/attribution/markers-en.json`: what no rule makes of a country's name, and the endings that rules add. */
export const StateAdjectives = z.object({
	stateAdjectives: z.array(z.object({ state: z.string(), forms: z.array(z.string()) })),
	stateAdjectiveEndings: z.array(z.string().min(1)),
});
export type StateAdjectives = z.infer<typeof StateAdjectives>;

export type CountryWords = {
	pairs: readonly NamePair[];
	adjectives: { en: StateAdjectives; ar: OriginEndings };
	states?: NameData["states"];
	related: ReadonlyMap<string, { near: readonly string[] }>;
	/** Whether a folded Arabic word is one of the language too: مالي, of Mali and of money. */
	isCommon?(word: string): boolean;
};

/** Which countries a text names, by their names and by what is of them: Haiti, Haitian, هايتي, هايتية. */
export class CountriesTold {
	/** By a form of one word, folded: where the pair stands. */
	readonly #english: ReadonlyMap<string, number>;
	readonly #arabic: ReadonlyMap<string, number>;
	/** Names of several words. */
	readonly #phrases = { en: new ToldPhrases(), ar: new ToldPhrases() };
	readonly #isCommon: (word: string) => boolean;
	/** Names of countries, folded. */
	readonly #names: ReadonlySet<string>;
	/** Capitals, which may stand for their country. */
	readonly #capitals = new ToldPhrases();

	constructor({ pairs, adjectives, states = [], related, isCommon }: CountryWords) {
		this.#isCommon = rememberedWord(isCommon ?? (() => false));
		const { stateAdjectives, stateAdjectiveEndings } = adjectives.en;
		const en = new Forms((name) =>
			stateAdjectiveEndings.flatMap((ending) => withOriginEnding(name, ending)),
		);
		const ar = new Forms((name) => arabicForms(name, adjectives.ar));
		for (const [at, { english, arabic }] of pairs.entries()) {
			const [name, told] = [fold(english), fold(arabic)];
			if (name.includes(" ")) this.#phrases.en.add(name, at);
			else en.add(name, at);
			if (told.includes(" ")) this.#phrases.ar.add(told, at);
			else ar.add(withoutArticle(told), at);
		}
		for (const { state, forms } of stateAdjectives) {
			const at = pairs.findIndex(({ english }) => english === state);
			if (at >= 0) for (const form of forms) en.name(fold(form), at);
		}
		// Last, as it says what newspapers mean.
		for (const [n, state] of states.entries()) {
			const known = pairs.findIndex(({ english }) => state.english.name.includes(english));
			this.#addState(state, known < 0 ? pairs.length + n : known, en, ar);
		}
		this.#names = new Set(
			[...pairs.map((pair) => pair.english), ...states.flatMap((state) => state.english.name)].map(
				fold,
			),
		);
		const told = en.told();
		for (const [adjective, { near }] of related) {
			const [at] = near.flatMap((name) => told.get(fold(name)) ?? []);
			const form = fold(adjective);
			if (at !== undefined && !told.has(form)) told.set(form, at);
		}
		[this.#english, this.#arabic] = [told, ar.told()];
	}

	#addState(
		{ english, arabic }: NameData["states"][number],
		at: number,
		en: Forms,
		ar: Forms,
	): void {
		for (const name of english.name.map(fold)) {
			if (name.includes(" ")) this.#phrases.en.add(name, at);
			else en.add(name, at);
		}
		for (const name of english.people.map(fold)) if (!name.includes(" ")) en.name(name, at);
		for (const name of arabic.name.map(fold)) {
			if (name.includes(" ")) this.#phrases.ar.add(name, at);
			else ar.name(withoutArticle(name), at);
		}
		for (const name of arabic.people.map(fold))
			for (const form of ar.formsOf(name)) ar.name(form, at);
		for (const name of [...english.capital, ...arabic.capital]) this.#capitals.add(name, at);
	}

	/** Those that a text may name besides: by their capital, or by a word that is another one too. */
	perhapsIn(text: string): Set<number> {
		const words = ownWordsOf(text);
		return new Set([...this.#capitals.in(words), ...this.#ofArabic(words, true)]);
	}

	/** Whether an English word tells what is of a country, and is no name of one. */
	isAdjective(word: string): boolean {
		return this.#english.has(fold(word)) && !this.#names.has(fold(word));
	}

	/** Of one English word. */
	of(word: string): number | undefined {
		return this.#english.get(fold(word));
	}

	inEnglish(text: string): Set<number> {
		const words = ownWordsOf(text);
		return new Set([
			...words.flatMap((word) => this.#english.get(word) ?? []),
			...this.#phrases.en.in(words),
		]);
	}

	inArabic(text: string): Set<number> {
		const words = wordsOf(text);
		return new Set([...this.#ofArabic(words, false), ...this.#phrases.ar.in(words)]);
	}

	/** By single words: by those that are words of the language too, or by the others. */
	#ofArabic(words: readonly string[], isCommon: boolean): number[] {
		return words.flatMap(arabicFormsOf).flatMap((form) => {
			const at = this.#arabic.get(form);
			return at === undefined || this.#isCommon(form) !== isCommon ? [] : [at];
		});
	}
}

/** Without an English genitive. */
function ownWordsOf(text: string): string[] {
	return wordsOf(text).map((word) => word.replace(/['’]s?$/u, ""));
}

/** A word as it stands, without its article and without whatever is written together with it in front. */
function arabicFormsOf(word: string): string[] {
	return [word, withoutArticle(word), withoutProclitics(word)];
}

/** Words for countries, and what is made of one alone: Nigerian tells neither Niger nor Nigeria. */
class Forms {
	readonly #names = new Map<string, number>();
	readonly #made = new Map<string, number | null>();
	readonly formsOf: (name: string) => readonly string[];

	constructor(formsOf: (name: string) => readonly string[]) {
		this.formsOf = formsOf;
	}

	name(word: string, at: number): void {
		this.#names.set(word, at);
	}

	/** With what is made of its name: of two of them it tells neither. */
	add(name: string, at: number): void {
		this.name(name, at);
		for (const form of this.formsOf(name)) {
			const known = this.#made.get(form);
			this.#made.set(form, known === undefined || known === at ? at : null);
		}
	}

	told(): Map<string, number> {
		const alone = [...this.#made].flatMap(([form, at]) =>
			at === null ? [] : [[form, at] as const],
		);
		return new Map([...alone, ...this.#names]);
	}
}

function arabicForms(name: string, { lost, endings }: OriginEndings): string[] {
	const bare = withoutArticle(name);
	const own = lost.find((ending) => bare.endsWith(ending)) ?? "";
	const stem = bare.slice(0, bare.length - own.length);
	return endings.map((ending) => stem + ending).filter(({ length }) => length > 2);
}
