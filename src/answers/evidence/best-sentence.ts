import type { PassageHit } from "../../domain/passage-search.ts";
import { questionTypes } from "../../question/question-types.ts";
import { marksIn, noMarks, type SentenceMarks } from "../../question/sentence-marks.ts";
import type { Findings } from "../find/find-passages.ts";
import { heldAmong, sentencesOf, type TermSentence } from "./term-words.ts";

/** A sentence of a passage, how surely it holds each word of the question, and how well it answers. */
export type ScoredSentence = { sentence: TermSentence; held: readonly number[]; score: number };

/** What a sentence gains that gives what is asked for, beside the share of the question that it holds. */
const gives = 0.2;
/** The same for a year that the question names. */
const dated = 0.25;

/** The passage's sentences in their order. */
export function scoredSentences(
	hit: PassageHit,
	{ reading, names, marks }: Pick<Findings, "reading" | "names" | "marks">,
): ScoredSentence[] {
	const { wants } = questionTypes[reading.type];
	const { from, to } = reading.filters;
	const years = new Set([from?.slice(0, 4), to?.slice(0, 4)]);
	return sentencesOf(hit, reading.language).map((sentence) => {
		const terms = new Set(sentence.words.map(({ term }) => term));
		// An index that tells no ways is taken at the word.
		const texts = new Set(sentence.words.map(({ text }) => text));
		const held = hit.asked.map((word) =>
			word.ways || texts.has(word.word) ? heldAmong(terms, word) : 0,
		);
		const share = hit.asked.reduce((sum, { share }, n) => sum + share * (held[n] ?? 0), 0);
		const given =
			(wants === "number" && sentence.words.some(({ text }) => names.isCount(text))) ||
			(wants === "reason" && givesReason(sentence, marks)) ||
			(wants === "day" && sentence.words.some(({ text }) => /\p{Nd}/u.test(text)));
		const inYear = sentence.words.some(({ text }) => years.has(text));
		const extra = (given ? gives : 0) + (inYear ? dated : 0);
		return { sentence, held, score: share > 0 || inYear ? share + extra : 0 };
	});
}

/** The first of those that answer best. */
export function bestOf(all: readonly ScoredSentence[]): ScoredSentence | undefined {
	let best: ScoredSentence | undefined;
	for (const each of all) if (!best || each.score > best.score) best = each;
	return best;
}

/** Because, «بسبب»: a word by which a sentence gives a reason stands in it. */
export function givesReason(
	{ words }: Pick<TermSentence, "words">,
	{ reasons }: SentenceMarks = noMarks,
): boolean {
	const folded = words.map(({ text }) => text);
	return marksIn(folded, reasons).size > 0;
}
