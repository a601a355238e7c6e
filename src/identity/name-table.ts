import type { SpeakerKind } from "../domain/article.ts";
import { fold } from "../language/text/normalise.ts";
import { PhraseTable } from "../language/text/phrase-table.ts";
import { countryNames } from "./countries.ts";
import type { Entity } from "./entity-data.ts";

export type NamedEntity = {
	kind: SpeakerKind;
	ar: string;
	en: string;
	feminine: boolean;
	/** English name of the state that a capital or another name of it stands for. */
	state?: string;
};

/** Longest-match lookup of names of several words, in any of their spellings. */
export class NameTable<T> {
	readonly #table = new PhraseTable<T>();

	add(name: string, value: T): void {
		const words = fold(name)
			.split(/\s+/)
			.map((word) => word.replace(/\.$/, ""))
			.filter(Boolean);
		if (!this.#table.has(words)) this.#table.add(words, value);
	}

	entries(): Iterable<{ words: readonly string[]; value: T }> {
		return this.#table.all();
	}

	/** Whether a name begins with the folded word. */
	begins(word: string): boolean {
		return this.#table.starting(word).length > 0;
	}

	/**
	 * The longest name that begins at `at` in the folded words and ends before `end`. `first`: what
	 * the word there is read as.
	 */
	match(
		words: readonly string[],
		at: number,
		end?: number,
		first?: string,
	): { length: number; value: T } | undefined {
		const name = this.#table.longestAt(words, at, end, first);
		return name && { length: name.words.length, value: name.value };
	}
}

/**
 * Known states, bodies and people, then all countries that the runtime can name, in both languages.
 * An Arabic country is feminine unless the data says otherwise.
 */
export function entityTable(entities: readonly Entity[]): NameTable<NamedEntity> {
	const table = new NameTable<NamedEntity>();
	const states = new Intl.DisplayNames("en", { type: "region" });
	for (const { kind, ar, en, gender, country } of entities) {
		const first = ar[0] ?? "";
		const feminine = gender
			? gender === "f"
			: kind === "state" || /[ةى]$/.test(first.split(" ")[0] ?? "");
		const state = country && states.of(country);
		const value = { kind, ar: first, en: en[0] ?? "", feminine, ...(state ? { state } : {}) };
		for (const name of [...ar, ...en]) table.add(name, value);
	}
	for (const { arabic, english } of countryNames()) {
		const value: NamedEntity = { kind: "state", ar: arabic, en: english, feminine: true };
		table.add(arabic, value);
		table.add(english, value);
	}
	return table;
}
