import type { SpeakerKind } from "../domain/article.ts";
import { fold } from "../language/text/normalise.ts";
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
	readonly #byFirst = new Map<string, { words: string[]; value: T }[]>();

	add(name: string, value: T): void {
		const words = fold(name)
			.split(/\s+/)
			.map((word) => word.replace(/\.$/, ""))
			.filter(Boolean);
		const first = words[0];
		if (first === undefined) return;
		const list = this.#byFirst.get(first) ?? [];
		if (list.some((entry) => entry.words.join(" ") === words.join(" "))) return;
		list.push({ words, value });
		list.sort((a, b) => b.words.length - a.words.length);
		this.#byFirst.set(first, list);
	}

	*entries(): Iterable<{ words: string[]; value: T }> {
		for (const list of this.#byFirst.values()) yield* list;
	}

	/** Whether a name begins with the folded word. */
	begins(word: string): boolean {
		return this.#byFirst.has(word);
	}

	/**
	 * The longest name that begins at `at` in the folded words and ends before `end`. `first`: what
	 * the word there is read as.
	 */
	match(
		words: readonly string[],
		at: number,
		end = words.length,
		first = words[at] ?? "",
	): { length: number; value: T } | undefined {
		const names = this.#byFirst.get(first);
		if (names === undefined) return undefined;
		for (const { words: name, value } of names) {
			if (at + name.length <= end && goesOn(words, at, name)) return { length: name.length, value };
		}
		return undefined;
	}
}

/** Whether the words behind the first one of the name follow at `at`. */
function goesOn(words: readonly string[], at: number, name: readonly string[]): boolean {
	for (let i = 1; i < name.length; i++) if (words[at + i] !== name[i]) return false;
	return true;
}

/** One name for a state, however it is called: Beijing → China. Other names stay as they are. */
export function stateName(entities: NameTable<NamedEntity>, name: string): string {
	const words = fold(name).split(" ");
	const hit = entities.match(words, 0);
	return hit?.length === words.length ? (hit.value.state ?? hit.value.en) : name;
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
