import type { NamedEntity, NameTable } from "../identity/name-table.ts";
import type { Lexicon } from "../language/lexicon/lexicon.ts";
import { remembered, rememberedWord } from "../language/text/memo.ts";
import { fold } from "../language/text/normalise.ts";
import { wordsOf } from "../language/text/tokens.ts";
import { stemArabic } from "../language/words/stem-arabic.ts";
import { stemEnglish } from "../language/words/stem-english.ts";
import type { Concepts } from "./what-about.ts";

/** Words of the longest term that is looked up. */
const longestTerm = 6;

/**
 * Ideas of a text through the lexicon: senses that a word stands for, the same in both languages;
 * the stem alone where the lexicon has none. Names of states and bodies are left out: two claims
 * about one country need not be about one thing. The lexicon is not to grow any more.
 */
export function conceptsOf(
	lexicon: Lexicon,
	entities: NameTable<NamedEntity>,
	isStopWord: (word: string) => boolean,
): Concepts {
	/** What the lexicon lists from `i` on; a word may have a particle in front. */
	const listed = (words: readonly string[], i: number, bare: string) => {
		const word = words[i] ?? "";
		if (isEnglish(word)) return lexicon.matchEnglish(words, i);
		const rest = words.slice(i + 1, i + longestTerm);
		const own = lexicon.matchArabic(words, i);
		const hit = own ?? (bare === word ? undefined : lexicon.matchArabic([bare, ...rest], 0));
		// بتهريب: the preposition of an indefinite noun.
		const prefixed = /^[بلك]/.test(word) && word.length > 4;
		return hit ?? (prefixed ? lexicon.matchArabic([word.slice(1), ...rest], 0) : undefined);
	};
	const sensesOf = rememberedWord((word): readonly string[] => {
		const bare = withoutParticle(word);
		const senses = listed([word], 0, bare)?.entries.map(({ entry }) => `s${entry}`) ?? [];
		return senses.length > 0
			? senses
			: [isEnglish(word) ? stemEnglish(word) : stemArabic(fold(bare))];
	});
	// Most words begin no term: then what the word means alone is all there is to look up.
	const mayBeginTerm = rememberedWord((word) =>
		[word, withoutParticle(word), word.slice(1)].some((form) => lexicon.beginsTerm(form)),
	);
	// A claim is compared inside its article, then with the claims of others.
	return remembered((text) => {
		const words = wordsOf(text);
		const out: string[][] = [];
		for (let i = 0; i < words.length; ) {
			const word = words[i] ?? "";
			const bare = withoutParticle(word);
			const entity =
				entities.match(words, i) ??
				entities.match(words, i, words.length, bare) ??
				entities.match(words, i, words.length, word.replace(/^[لبوك]/, ""));
			if (entity || isStopWord(word) || word.length < 2) {
				i += entity?.length ?? 1;
				continue;
			}
			const hit = mayBeginTerm(word) ? listed(words, i, bare) : undefined;
			const length = hit?.length ?? 1;
			// A term is an idea of its own, and so is each of its words: arms trafficking, trafficking, arms.
			const term = length > 1 ? (hit?.entries.map(({ entry }) => `s${entry}`) ?? []) : [];
			for (const part of words.slice(i, i + length)) {
				if (!isStopWord(part)) out.push([...term, ...sensesOf(part)]);
			}
			i += length;
		}
		return out;
	});
}

function isEnglish(word: string): boolean {
	return /[a-z]/.test(word);
}

/** Without a conjunction or a preposition in front of the article, or of a long word. */
function withoutParticle(word: string): string {
	if (word.length <= 3) return word;
	return word.replace(/^([وفبكل]ال|لل|[وف](?=.{4}))/, (p) =>
		p.endsWith("ال") || p === "لل" ? "ال" : "",
	);
}

/** The senses of words that are too general to compare claims by, as `conceptsOf` names them. */
export function generalSenses(lexicon: Lexicon, words: readonly string[]): Set<string> {
	return new Set([...lexicon.entriesListing(new Set(words))].map((entry) => `s${entry}`));
}
