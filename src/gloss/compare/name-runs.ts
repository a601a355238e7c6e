import type { Lexicon } from "../../language/lexicon/lexicon.ts";
import { type Token, tokens } from "../../language/text/tokens.ts";
import { isStopWord } from "../../language/words/index-terms.ts";
import { roughSound } from "../names/rough-sound.ts";
import type { NameReaders } from "./name-readers.ts";

/** Shorter ones are written in too many ways to be told by their sound. */
export const shortest = 4;

/** So many words of names are looked at: a text with more is a list, and each is compared with every word. */
export const mostNameWords = 30;

/** Words that stand with a capital, neighbours together; at the head of a sentence only what is a name. */
export function runsOf(text: string, readers: NameReaders): Token[][] {
	const runs: Token[][] = [];
	const all = tokens(text);
	let last = -2;
	let taken = 0;
	for (const [at, word] of all.entries()) {
		if (last === at - 1 && readers.words.en.particles.includes(word.text)) {
			last = at;
			continue;
		}
		if (taken >= mostNameWords) break;
		if (!isCapital(text, word)) continue;
		const gap = text.slice(all[at - 1]?.end ?? 0, word.start);
		const isHead = at === 0 || /[.!?:;"“«(\n]/.test(gap);
		const next = all[at + 1];
		const isFirst = next !== undefined && isCapital(text, next);
		if (isHead && !isFirst && !isNameAlone(word.text, readers)) continue;
		if (last === at - 1 && (gap === " " || gap === "-")) runs.at(-1)?.push(word);
		else runs.push([word]);
		taken++;
		last = at;
	}
	return runs;
}

function isCapital(text: string, word: Token): boolean {
	return /^\p{Lu}/u.test(text.slice(word.start, word.end));
}

function isNameAlone(word: string, { people, lexicon, names }: NameReaders): boolean {
	return isPlace(word, lexicon) || (people.has(word) && names.isUnlisted(word));
}

/** A title, a body's common words and an acronym may be told in many ways; a person and a place in one. */
export function isWanted(text: string, word: Token, readers: NameReaders): boolean {
	const { notNames, adjectives } = readers.words.en;
	const written = text.slice(word.start, word.end);
	const bare = word.text.replace(/'s?$/, "");
	if (bare.length < shortest || /\p{Lu}{2}/u.test(written) || readers.numbers.has(bare))
		return false;
	if (isStopWord(bare, readers.stopWords) || notNames.includes(bare)) return false;
	if (isPlace(bare, readers.lexicon)) return true;
	if (!readers.names.isUnlisted(bare)) return false;
	// Of one consonant it is written in too many ways, and an adjective is translated.
	return (
		roughSound(bare).length > 1 &&
		(readers.people.has(bare) || !adjectives.some((ending) => bare.endsWith(ending)))
	);
}

export function isPlace(word: string, lexicon: Lexicon): boolean {
	const found = lexicon.match([word], 0);
	return (found?.entries ?? []).some(
		({ entry, exact }) => exact && lexicon.entry(entry).pos === "g",
	);
}
