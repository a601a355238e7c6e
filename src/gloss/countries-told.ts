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
	readonly #english = new Map<string, number>();
	readonly #arabic = new Map<string, number>();
	/** Names of several words, between blanks. */
	readonly #phrases: { en: string; ar: string; at: number }[] = [];

	constructor(
		pairs: readonly NamePair[],
		stateAdjectives: StateAdjectives["stateAdjectives"],
		related: ReadonlyMap<string, { near: readonly string[] }>,
	) {
		for (const [at, pair] of pairs.entries()) {
			const [en, ar] = [fold(pair.english), fold(pair.arabic)];
			const isSingle = !en.includes(" ");
			if (isSingle) for (const form of englishForms(en)) this.#note(this.#english, form, at);
			if (!ar.includes(" ")) for (const form of arabicForms(ar)) this.#note(this.#arabic, form, at);
			if (!isSingle || ar.includes(" "))
				this.#phrases.push({ en: isSingle ? "" : ` ${en} `, ar: ar.includes(" ") ? ar : "", at });
		}
		for (const { state, forms } of stateAdjectives) {
			const at = pairs.findIndex(({ english }) => english === state);
			if (at >= 0) for (const form of forms) this.#note(this.#english, fold(form), at);
		}
		for (const [adjective, { near }] of related) {
			const [at] = near.flatMap((name) => this.#english.get(fold(name)) ?? []);
			if (at !== undefined) this.#note(this.#english, fold(adjective), at);
		}
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

	/** A form of two countries (Dominica, the Dominican Republic) tells neither. */
	#note(forms: Map<string, number>, form: string, at: number): void {
		if (!forms.has(form)) forms.set(form, at);
	}
}

function englishForms(name: string): string[] {
	const short = name.replace(/[aeioy]$/, "");
	return [name, ...english.flatMap((ending) => [name + ending, short + ending])];
}

function arabicForms(name: string): string[] {
	const bare = withoutArticle(name);
	const stem = bare.replace(/(?:يا|يه|ا|ه|ي)$/u, "");
	return [bare, ...arabic.map((ending) => `${stem}ي${ending}`)].filter(({ length }) => length > 2);
}
