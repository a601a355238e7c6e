import { z } from "zod";
import type { NamePair } from "../identity/countries.ts";
import { fold } from "../language/text/normalise.ts";
import { wordsOf } from "../language/text/tokens.ts";
import { withoutArticle, withoutProclitics } from "../language/words/stem-arabic.ts";

/** Of `index-data/attribution/markers-en.json`: what no rule makes of a country's name. */
export const StateAdjectives = z.object({
	stateAdjectives: z.array(z.object({ state: z.string(), forms: z.array(z.string()) })),
});
export type StateAdjectives = z.infer<typeof StateAdjectives>;

/** Endings that make of a country's name what is of it, behind the name and behind the name without its last vowel. */
const english = ["n", "an", "ian", "i", "ese"];
const arabic = ["", "ه", "ا", "ين", "ون", "ات", "تين", "ان"];

/** Which countries a text names, by their names and by what is of them: Haiti, Haitian, هايتي, هايتية. */
export class CountriesTold {
	/** By a form of one word, folded: where the pair stands. */
	readonly #english: ReadonlyMap<string, number>;
	readonly #arabic: ReadonlyMap<string, number>;
	/** Names of several words, between blanks. */
	readonly #phrases: { en: string; ar: string; at: number }[] = [];

	constructor(
		pairs: readonly NamePair[],
		stateAdjectives: StateAdjectives["stateAdjectives"],
		related: ReadonlyMap<string, { near: readonly string[] }>,
	) {
		const [en, ar] = [new Forms(), new Forms()];
		for (const [at, { english, arabic }] of pairs.entries()) {
			const [name, told] = [fold(english), fold(arabic)];
			const [isSingle, isOneWord] = [!name.includes(" "), !told.includes(" ")];
			if (isSingle) en.add(name, englishForms(name), at);
			if (isOneWord) ar.add(withoutArticle(told), arabicForms(told), at);
			if (!isSingle || !isOneWord)
				this.#phrases.push({ en: isSingle ? "" : ` ${name} `, ar: isOneWord ? "" : told, at });
		}
		for (const { state, forms } of stateAdjectives) {
			const at = pairs.findIndex(({ english }) => english === state);
			if (at >= 0) for (const form of forms) en.name(fold(form), at);
		}
		const told = en.told();
		for (const [adjective, { near }] of related) {
			const [at] = near.flatMap((name) => told.get(fold(name)) ?? []);
			const form = fold(adjective);
			if (at !== undefined && !told.has(form)) told.set(form, at);
		}
		[this.#english, this.#arabic] = [told, ar.told()];
	}

	/** Of one English word. */
	of(word: string): number | undefined {
		return this.#english.get(fold(word));
	}

	inEnglish(text: string): Set<number> {
		const words = wordsOf(text).map((word) => word.replace(/['’]s?$/u, ""));
		const said = ` ${words.join(" ")} `;
		return new Set([
			...words.flatMap((word) => this.#english.get(word) ?? []),
			...this.#phrases.flatMap(({ en, at }) => (en && said.includes(en) ? [at] : [])),
		]);
	}

	inArabic(text: string): Set<number> {
		const words = wordsOf(text);
		const said = words.join(" ");
		return new Set([
			...words.flatMap((word) => {
				const forms = [word, withoutArticle(word), withoutProclitics(word)];
				return forms.flatMap((form) => this.#arabic.get(form) ?? []);
			}),
			...this.#phrases.flatMap(({ ar, at }) => (ar && said.includes(ar) ? [at] : [])),
		]);
	}
}

/** Words for countries, and what is made of one alone: Nigerian tells neither Niger nor Nigeria. */
class Forms {
	readonly #names = new Map<string, number>();
	readonly #made = new Map<string, number | null>();

	name(word: string, at: number): void {
		this.#names.set(word, at);
	}

	add(name: string, forms: readonly string[], at: number): void {
		this.name(name, at);
		for (const form of forms) {
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

function englishForms(name: string): string[] {
	const short = name.replace(/[aeioy]$/, "");
	return english.flatMap((ending) => [name + ending, short + ending]);
}

function arabicForms(name: string): string[] {
	const bare = withoutArticle(name);
	const stem = bare.replace(/(?:يا|يه|ا|ه|ي)$/u, "");
	return arabic.map((ending) => `${stem}ي${ending}`).filter(({ length }) => length > 2);
}
