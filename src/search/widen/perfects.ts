import type { Lexicon } from "../../language/lexicon/lexicon.ts";
import type { LexiconMatch } from "../../language/lexicon/lexicon-side.ts";
import { fold } from "../../language/text/normalise.ts";
import { perfectBases } from "../../language/words/arabic-verbs.ts";

/** The perfect at this place of a verb's Arabic words: the word before an imperfect. */
export function perfectAt(arabic: readonly string[], at: number): string | undefined {
	const word = arabic[at] ?? "";
	return arabic[at + 1]?.startsWith("ي") && !/^ي|\s/u.test(word) ? word : undefined;
}

/** The listed perfect that a folded word is in some person, and the senses that have it. */
export function findPerfect(
	word: string,
	lexicon: Lexicon,
): { base: string; entries: LexiconMatch["entries"] } | undefined {
	for (const base of [word, ...perfectBases(word)]) {
		const found = lexicon.match([base], 0)?.entries ?? [];
		const entries = found.filter(({ entry }) => isPerfect(base, lexicon.entry(entry)));
		if (entries.length > 0) return { base, entries };
	}
	return undefined;
}

function isPerfect(word: string, sense: { pos: string; arabic: readonly string[] }): boolean {
	const { pos, arabic } = sense;
	return pos === "v" && arabic.some((_, at) => fold(perfectAt(arabic, at) ?? "") === word);
}
