import { isPlace, isTold, isWanted, type NameReaders, runsOf, withBareWords } from "../same-names.ts";
import type { BothTexts } from "../same-names.ts";
import type { GlossWords } from "../gloss-data.ts";
import type { Aligned } from "./align.ts";
import type { PlacedName } from "./roles.ts";

/** Names of the English text that the Arabic one has too, each by its first word that is found there. */
export function placedNames(
	{ en }: BothTexts,
	aligned: Aligned,
	readers: NameReaders,
	words: GlossWords,
): PlacedName[] {
	const told = aligned.ar.map(({ text }) => withBareWords(text));
	const placeOf = (written: string, at: number) => {
		const link = aligned.en[at]?.links.at(-1);
		return link ?? told.findIndex((word) => isTold(written, word, readers));
	};
	return runsOf(en, readers).flatMap((run) => {
		const texts = run.map(({ text }) => text.replace(/'s?$/, ""));
		const sort = texts.some((text) => readers.people.has(text))
			? "person"
			: texts.some((text) => isPlace(text, readers.lexicon))
				? "place"
				: "other";
		// The head of a sentence may be any word.
		if (sort === "other" && run.length === 1 && run[0]?.start === 0) return [];
		for (const word of run) {
			if (!isWanted(en, word, readers, words)) continue;
			const at = aligned.en.findIndex(({ start }) => start === word.start);
			const ar = placeOf(en.slice(word.start, word.end).replace(/['’]s?$/u, ""), at);
			if (at >= 0 && ar >= 0) return [{ en: at, ar, sort }];
		}
		return [];
	});
}
