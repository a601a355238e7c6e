import type { Lexicon } from "../language/lexicon/lexicon.ts";
import { fold } from "../language/text/normalise.ts";
import { termOf } from "../language/words/index-terms.ts";
import { countryNames, currencyNames, languageNames } from "./countries.ts";
import type { NameData, RelatedWords } from "./name-data.ts";

/** Adds the names to the lexicon, so that they are found and translated like other words. */
export function addNames(
	lexicon: Lexicon,
	names: Pick<NameData, "states" | "people" | "numbers">,
): void {
	const add = (english: readonly string[], arabic: readonly string[]) =>
		lexicon.add(`g\t${english.join("|")}\t${arabic.join("|")}`);
	for (const { english, arabic } of names.states) {
		add(english.name, arabic.name);
		add(english.people, arabic.people);
		add(english.capital, arabic.capital);
	}
	for (const { english, arabic } of names.people) add(english, arabic);
	for (const { value, english, arabic } of names.numbers) add([value, ...english], arabic);
	lexicon.addLater(runtimeNames);
}

/** Countries, languages and currencies that the runtime knows, as lines of a lexicon. */
function* runtimeNames(): Generator<string[]> {
	for (const pairs of [countryNames, languageNames, currencyNames])
		yield pairs().map(({ english, arabic }) => `g\t${spellings(english)}\t${spellings(arabic)}`);
}

/** "Myanmar (Burma)" and "Congo - Kinshasa" are written in news as any of their halves. */
function spellings(name: string): string {
	const halves = name.split(/ - | \(|\)/).map((half) => half.replaceAll(" & ", " and ").trim());
	return halves.filter(Boolean).join("|");
}

/** Key: the index terms of a name, joined by blanks. */
export function relatedNames(names: Pick<NameData, "states">): Map<string, RelatedWords> {
	const out = new Map<string, RelatedWords>();
	const link = (from: readonly string[], near: string[], far: string[]) => {
		for (const name of from) {
			const key = nameKey(fold(name).split(/[\s-]+/));
			const known = out.get(key) ?? { near: [], far: [] };
			out.set(key, { near: [...known.near, ...near], far: [...known.far, ...far] });
		}
	};
	for (const { english, arabic } of names.states) {
		const state = [...english.name, ...arabic.name];
		const people = [...english.people, ...arabic.people];
		const capital = [...english.capital, ...arabic.capital];
		link(state, people, capital);
		link(people, state, capital);
		link(capital, [], [...state, ...people]);
	}
	return out;
}

/** The key of a run of folded words. */
export function nameKey(words: readonly string[]): string {
	return words.map(termOf).join(" ");
}
