import { likeness } from "../../language/sounds/likeness.ts";
import { arabicName, latinName } from "../../language/sounds/transliterate.ts";
import type { Token } from "../../language/text/tokens.ts";
import { withoutArticle } from "../../language/words/stem-arabic.ts";
import type { GlossWords } from "../gloss-data.ts";
import {
	type BothTexts,
	isPlace,
	isTold,
	isWanted,
	type NameReaders,
	runsOf,
	withBareWords,
} from "../same-names.ts";
import type { Aligned } from "./align.ts";

/** A name that both texts have, and where its telling word stands in each. A single word may be anybody's or anything's. */
export type PlacedName = { en: number; ar: number; of: "person" | "place" | "other" };

/** Names of the English text that the Arabic one has too. */
export function placedNames(
	{ en }: BothTexts,
	aligned: Aligned,
	readers: NameReaders,
	words: GlossWords,
): PlacedName[] {
	const told = aligned.ar.map(({ text }) => withBareWords(text));
	return runsOf(en, readers).flatMap((run) => {
		const { telling, of } = anchorOf(run, readers);
		// The head of a sentence may be any word; and what is of a country stands wherever its noun does.
		if (of === "other" && run.length === 1 && run[0]?.start === 0) return [];
		if (run.length === 1 && readers.countries.isAdjective(bareOf(telling))) return [];
		for (const word of [telling, ...run]) {
			if (!isWanted(en, word, readers, words)) continue;
			const at = aligned.en.findIndex(({ start }) => start === word.start);
			const written = en.slice(word.start, word.end).replace(/['’]s?$/u, "");
			const ar = aligned.en[at]?.links.at(-1) ?? bestOf(written, told, aligned, readers);
			if (at >= 0 && ar >= 0) return [{ en: at, ar, of }];
		}
		return [];
	});
}

/** What tells a name: of "Economist Hiba al-Masri" the first word that people are called by. */
function anchorOf(
	run: readonly Token[],
	readers: NameReaders,
): { telling: Token; of: PlacedName["of"] } {
	const isPlaceHere = (word: Token) => isPlace(bareOf(word), readers.lexicon);
	const [first = { text: "", start: 0, end: 0, from: 0, to: 0 }] = run;
	const person = run.find(
		(word) =>
			readers.people.has(bareOf(word)) && readers.countries.of(bareOf(word)) === undefined,
	);
	if (person && run.length > 1 && !isListedTogether(run, readers))
		return { telling: person, of: "person" };
	return { telling: first, of: run.some(isPlaceHere) ? "place" : "other" };
}

/** Ho Chi Minh City is nobody. */
function isListedTogether(run: readonly Token[], { lexicon }: NameReaders): boolean {
	return lexicon.match(run.map(bareOf), 0)?.length === run.length;
}

function bareOf({ text }: Token): string {
	return text.replace(/'s?$/, "");
}

/** Of the Arabic words that may be a name the one that sounds most like it; -1 for none. */
function bestOf(
	name: string,
	told: readonly string[],
	{ ar }: Aligned,
	readers: NameReaders,
): number {
	const sounds = [...latinName(name)];
	const alike = (word: string) =>
		Math.max(...[word, withoutArticle(word)].flatMap((form) => sounds.map((sound) => likeness(sound, arabicName(form)))));
	const found = told.flatMap((word, at) =>
		isTold(name, word, readers) ? [{ at, alike: alike(ar[at]?.text ?? "") }] : [],
	);
	return found.sort((a, b) => b.alike - a.alike)[0]?.at ?? -1;
}
