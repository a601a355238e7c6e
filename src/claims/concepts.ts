import { fold } from "../language/normalise.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { stemArabic } from "../language/stem-arabic.ts";
import { stemEnglish } from "../language/stem-english.ts";
import { tokens } from "../language/tokens.ts";
import type { NamedEntity, NameTable } from "./names.ts";
import type { Concepts } from "./contradictions.ts";

/**
 * Ideas of a text through the lexicon: senses that a word stands for, the same in both languages;
 * the stem alone where the lexicon has none. Names of states and bodies are left out: two claims
 * about one country need not be about one thing.
 */
export function conceptsOf(
	lexicon: Lexicon,
	entities: NameTable<NamedEntity>,
	isStopWord: (word: string) => boolean,
): Concepts {
	return (text) => {
		const words = tokens(text).map((t) => t.text);
		const out: string[][] = [];
		for (let i = 0; i < words.length; ) {
			const word = words[i] ?? "";
			const bare = word.length > 3 ? word.replace(/^([وفبكل]ال|لل|[وف](?=.{4}))/, (p) => (p.endsWith("ال") || p === "لل" ? "ال" : "")) : word;
			const near = [bare, ...words.slice(i + 1, i + 6)];
			const entity = entities.match(words.slice(i, i + 6), 0) ?? entities.match(near, 0) ?? entities.match([word.replace(/^[لبوك]/, ""), ...near.slice(1)], 0);
			if (entity || isStopWord(word) || word.length < 2) {
				i += entity?.length ?? 1;
				continue;
			}
			const english = /[a-z]/.test(word);
			const hit = english ? lexicon.matchEnglish(words, i) : (lexicon.matchArabic(words, i) ?? lexicon.matchArabic(near, 0));
			const senses = hit?.entries.map(({ entry }) => `s${entry}`) ?? [];
			out.push(senses.length > 0 ? senses : [english ? stemEnglish(word) : stemArabic(fold(bare))]);
			i += hit?.length ?? 1;
		}
		return out;
	};
}

/** The senses of words that are too general to compare claims by, as `conceptsOf` names them. */
export function generalSenses(concepts: Concepts, words: readonly string[]): Set<string> {
	return new Set(words.flatMap((word) => concepts(word).flat()));
}
