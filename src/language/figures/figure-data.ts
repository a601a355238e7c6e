import { z } from "zod";
import { IsnadError } from "../../domain/errors.ts";
import type { DateData } from "../dates/date-data.ts";
import { compileLexicon } from "../dates/date-words.ts";
import {
	begins,
	firstWords,
	foldedSet,
	phraseSet,
	phrases,
	startsWithDigit,
} from "../dates/words-of-line.ts";
import { rememberedWord } from "../text/memo.ts";
import type { PhraseTable } from "../text/phrase-table.ts";
import { readingsOf } from "../words/arabic-clitics.ts";
import { scalesOf } from "./amounts.ts";

const words = z.array(z.string().min(1));

const labels = z.record(z.string().min(1), z.string().min(1));

/** `index-data/dates/figures.json`. */
export const FigureData = z.strictObject({
	percent: words,
	percentPoints: words,
	symbols: labels,
	currencies: labels,
	qualifiers: labels,
	/** Qualifiers that follow the number. */
	after: labels,
	/** Plurals that stand for an unstated number: dozens, آلاف. */
	vague: labels,
	of: words,
	notUnits: words,
	/** English units without an s. */
	unitEnds: words,
	adjectiveEnds: words,
	adjectives: words,
});
export type FigureData = z.infer<typeof FigureData>;

/** Checks the file of figure words. Throws `data_invalid`. */
export function parseFigureData(file: unknown): FigureData {
	const result = FigureData.safeParse(file);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	throw new IsnadError(
		"data_invalid",
		`The words in index-data/dates/figures.json are damaged at "${issue?.path.map(String).join(".") ?? ""}": ${issue?.message ?? "unreadable"}. Restore that file.`,
	);
}

function opener(...tables: readonly PhraseTable<unknown>[]): (word: string) => boolean {
	const firsts = firstWords(...tables);
	return rememberedWord(
		(word) => startsWithDigit(word) || begins({ readings: readingsOf(word) }, firsts),
	);
}

export type FigureWords = ReturnType<typeof compileFigureWords>;

/** The figure words made ready for look-up. */
export function compileFigureWords(data: FigureData, dates: DateData) {
	const lex = compileLexicon(dates);
	const scales = scalesOf(dates.numbers);
	const qualifiers = phrases(Object.entries(data.qualifiers));
	const vague = phrases(Object.entries(data.vague));
	return {
		lex,
		scales,
		/** Whether a figure may begin with the word. */
		opens: opener(
			qualifiers,
			vague,
			scales.words,
			scales.dual,
			scales.fractions,
			lex.counts,
			lex.teenHeads,
			lex.cardinals,
			lex.dual,
		),
		percent: phraseSet(data.percent),
		points: phraseSet(data.percentPoints),
		symbols: new Map(Object.entries(data.symbols)),
		currencies: phrases(Object.entries(data.currencies)),
		qualifiers,
		after: phrases(Object.entries(data.after)),
		vague,
		of: phraseSet(data.of),
		notUnits: foldedSet(data.notUnits),
		unitEnds: foldedSet(data.unitEnds),
		adjectiveEnds: [...foldedSet(data.adjectiveEnds)],
		adjectives: foldedSet(data.adjectives),
	};
}
