import type { Lexicon } from "../../language/lexicon/lexicon.ts";
import { tokens } from "../../language/text/tokens.ts";
import { isStopWord, type StopWords } from "../../language/words/index-terms.ts";
import { withoutArticle, withoutProclitics } from "../../language/words/stem-arabic.ts";
import type { BothTexts } from "./name-readers.ts";

/** A word of one of two texts that are compared. */
export type PlacedWord = {
	/** Folded. */
	text: string;
	/** In the text itself, in UTF-16 units. */
	start: number;
	end: number;
	/** Counted from 0: a comma or a stop ends one. */
	clause: number;
	/** A word of grammar, which is linked with nothing. */
	isStop: boolean;
	/** Words of the other text that the lexicon has for it. */
	links: readonly number[];
};
export type Aligned = { en: readonly PlacedWord[]; ar: readonly PlacedWord[] };

/** Words of a listed term that are looked at. */
const longestTerm = 5;

/** Links the words of two texts that stand for one another in the lexicon. Linear in their length but for common words. */
export function align(
	{ en, ar }: BothTexts,
	{ lexicon, stopWords }: { lexicon: Lexicon; stopWords: StopWords },
): Aligned {
	const english = tokens(en);
	const arabic = tokens(ar);
	const here = english.map(({ text }, at) => sensesAt(english, at, [text], lexicon));
	const there = arabic.map(({ text }, at) =>
		sensesAt(
			arabic,
			at,
			[...new Set([text, withoutArticle(text), withoutProclitics(text)])],
			lexicon,
		),
	);
	const isStop = (text: string) => isStopWord(text, stopWords);
	const stops = {
		en: english.map(({ text }) => isStop(text)),
		ar: arabic.map(({ text }) => isStop(text)),
	};
	const bySense = new Map<number, number[]>();
	for (const [at, senses] of there.entries()) {
		if (stops.ar[at]) continue;
		for (const sense of senses) bySense.set(sense, [...(bySense.get(sense) ?? []), at]);
	}
	const toArabic = here.map((senses, at) =>
		stops.en[at] ? [] : [...new Set([...senses].flatMap((sense) => bySense.get(sense) ?? []))],
	);
	const toEnglish = arabic.map((): number[] => []);
	for (const [at, links] of toArabic.entries()) for (const link of links) toEnglish[link]?.push(at);
	return {
		en: placed(en, english, stops.en, toArabic),
		ar: placed(ar, arabic, stops.ar, toEnglish),
	};
}

function sensesAt(
	words: readonly { text: string }[],
	at: number,
	forms: readonly string[],
	lexicon: Lexicon,
): Set<number> {
	const behind = words.slice(at + 1, at + longestTerm).map(({ text }) => text);
	const runs = forms.flatMap((form) => [[form, ...behind], [form]]);
	return new Set(
		runs.flatMap((run) => lexicon.match(run, 0)?.entries.map(({ entry }) => entry) ?? []),
	);
}

function placed(
	text: string,
	words: readonly { text: string; start: number; end: number }[],
	stops: readonly boolean[],
	links: readonly (readonly number[])[],
): PlacedWord[] {
	let clause = 0;
	return words.map(({ text: word, start, end }, at) => {
		const gap = text.slice(words[at - 1]?.end ?? 0, start);
		if (at > 0 && /[.,;:!?،؛؟–—\n]/u.test(gap)) clause++;
		return { text: word, start, end, clause, isStop: stops[at] ?? false, links: links[at] ?? [] };
	});
}
